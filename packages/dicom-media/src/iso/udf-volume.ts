import type { Day } from './disc-volume.ts';
import { ascii } from './iso-fields.ts';
import { sectorBytes } from './sectors.ts';
import {
  characterSet,
  fixedText,
  implementation,
  logicalVolumeInformation,
  partitionContents,
  tagged,
  timestamp,
  udfDomain,
  udfRevision,
} from './udf-fields.ts';

export type UdfVolumeFacts = {
  label: string;
  /** Sixteen hexadecimal digits that tell this volume from others (UDF 2.2.2.5). */
  volumeId: string;
  day: Day;
  partitionStart: number;
  partitionSectors: number;
  integritySector: number;
  rootEntryBlock: number;
  files: number;
  folders: number;
  nextUniqueId: number;
};

export type Extent = { sector: number; sectors: number };

const DESCRIPTOR_BYTES = 512;
const READ_ONLY = 1;

/** ECMA-167 part 2: says that a UDF file system is here; one sector each, right behind the descriptors of ISO 9660. */
export function recognitionSequence(): Uint8Array[] {
  return ['BEA01', 'NSR02', 'TEA01'].map((name) => ascii(`\0${name}\x01`));
}

/** ECMA-167 3/10.2: where both copies of the volume's descriptors are. */
export function anchor(at: number, main: Extent, reserve: Extent): Uint8Array {
  const { bytes, u32 } = descriptor();
  [main, reserve].forEach(({ sector, sectors }, index) => {
    u32(16 + index * 8, sectors * sectorBytes);
    u32(20 + index * 8, sector);
  });
  return tagged(2, at, bytes);
}

/** ECMA-167 3/8.4.2: the volume's descriptors, one a sector, the first at `start`. */
export function volumeDescriptors(facts: UdfVolumeFacts, start: number): Uint8Array[] {
  return [primaryVolume, implementationUse, partition, logicalVolume, unallocatedSpace, terminator].map((make, at) =>
    make(start + at, at, facts),
  );
}

type Maker = (location: number, number: number, facts: UdfVolumeFacts) => Uint8Array;

const primaryVolume: Maker = (location, number, { label, volumeId, day }) => {
  const { bytes, u16, u32 } = descriptor();
  u32(16, number);
  bytes.set(fixedText(label, 32), 24);
  u16(56, 1); // this volume's number in its set
  u16(58, 1);
  u16(60, 2); // interchange level of a single volume, ECMA-167 3/11
  u16(62, 2);
  u32(64, 1); // character sets: CS0 alone
  u32(68, 1);
  bytes.set(fixedText(volumeId + label, 128), 72);
  bytes.set(characterSet, 200);
  bytes.set(characterSet, 264);
  bytes.set(timestamp(day), 376);
  bytes.set(implementation, 388);
  return tagged(1, location, bytes);
};

/** UDF 2.2.7. */
const implementationUse: Maker = (location, number, { label }) => {
  const { bytes, u32 } = descriptor();
  u32(16, number);
  bytes.set(logicalVolumeInformation, 20);
  bytes.set(characterSet, 52);
  bytes.set(fixedText(label, 128), 116);
  bytes.set(implementation, 352);
  return tagged(4, location, bytes);
};

const partition: Maker = (location, number, { partitionStart, partitionSectors }) => {
  const { bytes, u16, u32 } = descriptor();
  u32(16, number);
  u16(20, 1); // allocated
  bytes.set(partitionContents, 24);
  u32(184, READ_ONLY);
  u32(188, partitionStart);
  u32(192, partitionSectors);
  bytes.set(implementation, 196);
  return tagged(5, location, bytes);
};

const PARTITION_MAP = [1, 6, 1, 0, 0, 0];

const logicalVolume: Maker = (location, number, { label, integritySector }) => {
  const { bytes, u32 } = descriptor(440 + PARTITION_MAP.length);
  u32(16, number);
  bytes.set(characterSet, 20);
  bytes.set(fixedText(label, 128), 84);
  u32(212, sectorBytes);
  bytes.set(udfDomain, 216);
  u32(248, sectorBytes); // the file set's descriptor: one block, the partition's first
  u32(264, PARTITION_MAP.length);
  u32(268, 1);
  bytes.set(implementation, 272);
  u32(432, 2 * sectorBytes);
  u32(436, integritySector);
  bytes.set(PARTITION_MAP, 440);
  return tagged(6, location, bytes);
};

const unallocatedSpace: Maker = (location, number) => {
  const { bytes, u32 } = descriptor(24);
  u32(16, number);
  return tagged(7, location, bytes);
};

const terminator: Maker = (location) => terminatorAt(location);

/** ECMA-167 3/10.9 and 4/14.2: ends a sequence of descriptors. */
export function terminatorAt(location: number): Uint8Array {
  return tagged(8, location, descriptor().bytes);
}

/** ECMA-167 3/10.10 with UDF 2.2.6.4: closed, nothing free, what may read it. */
export function integrity(facts: UdfVolumeFacts): Uint8Array {
  const implementationBytes = 46;
  const { bytes, u16, u32 } = descriptor(88 + implementationBytes);
  bytes.set(timestamp(facts.day), 16);
  u32(28, 1); // closed
  u32(40, facts.nextUniqueId);
  u32(72, 1);
  u32(76, implementationBytes);
  u32(84, facts.partitionSectors);
  bytes.set(implementation, 88);
  u32(120, facts.files);
  u32(124, facts.folders);
  for (const at of [128, 130, 132]) u16(at, udfRevision);
  return tagged(9, facts.integritySector, bytes);
}

/** ECMA-167 4/14.1, the partition's first block. */
export function fileSet({ label, day, rootEntryBlock }: UdfVolumeFacts): Uint8Array {
  const { bytes, u16, u32 } = descriptor();
  bytes.set(timestamp(day), 16);
  u16(28, 3); // interchange level, ECMA-167 4/15
  u16(30, 3);
  u32(32, 1);
  u32(36, 1);
  bytes.set(characterSet, 48);
  bytes.set(fixedText(label, 128), 112);
  bytes.set(characterSet, 240);
  bytes.set(fixedText(label, 32), 304);
  u32(400, sectorBytes);
  u32(404, rootEntryBlock);
  bytes.set(udfDomain, 416);
  return tagged(256, 0, bytes);
}

function descriptor(length = DESCRIPTOR_BYTES) {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  return {
    bytes,
    u16: (at: number, value: number) => view.setUint16(at, value, true),
    u32: (at: number, value: number) => view.setUint32(at, value, true),
  };
}
