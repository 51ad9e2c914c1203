import { EXPLICIT_LITTLE_ENDIAN } from '../part10/transfer-syntax.ts';
import type { DirectoryRecord } from './directory-record.ts';
import { explicitElement, itemHeader, joined } from './explicit-element.ts';
import { fileHead, uint16, uint32 } from './file-head.ts';

const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';
/** Tag, VR, reserved and length of the sequence that holds all records. */
const SEQUENCE_HEADER_BYTES = 12;
/** Item header, (0004,1400), (0004,1410) and (0004,1420). */
const LINKS_BYTES = 8 + 12 + 10 + 12;

const encoder = new TextEncoder();

type PlacedRecord = { record: DirectoryRecord; at: number; next: number; below: number };

/** Two passes: place every record, then write with the places known. Offsets count from byte 0 (PS3.3 F.2.2.2). */
export function directoryBytes(fileSetId: string, roots: readonly DirectoryRecord[]): Uint8Array<ArrayBuffer> {
  const head = headOf(roots);
  const setId = explicitElement(0x00041130, 'CS', encoder.encode(fileSetId));
  const first = head.length + setId.length + 12 + 12 + 10 + SEQUENCE_HEADER_BYTES;
  const placed: PlacedRecord[] = [];
  const end = place(roots, first, placed);
  const atRoot = new Set(roots);
  const rootPlaces = placed.filter(({ record }) => atRoot.has(record)).map(({ at }) => at);
  const parts = [
    head,
    setId,
    explicitElement(0x00041200, 'UL', uint32(rootPlaces[0] ?? 0)),
    explicitElement(0x00041202, 'UL', uint32(rootPlaces.at(-1) ?? 0)),
    explicitElement(0x00041212, 'US', uint16(0)),
    sequenceHeader(end - first),
  ];
  for (const { record, next, below } of placed) {
    parts.push(
      itemHeader(LINKS_BYTES - 8 + record.content.length),
      explicitElement(0x00041400, 'UL', uint32(next)),
      explicitElement(0x00041410, 'US', uint16(0xffff)),
      explicitElement(0x00041420, 'UL', uint32(below)),
      record.content,
    );
  }
  return joined(parts);
}

/** Depth first, four levels deep. Gives the first byte behind these records. */
function place(records: readonly DirectoryRecord[], start: number, placed: PlacedRecord[]): number {
  let at = start;
  let before: PlacedRecord | undefined;
  for (const record of records) {
    const own: PlacedRecord = { record, at, next: 0, below: 0 };
    if (before) before.next = at;
    placed.push(own);
    at += LINKS_BYTES + record.content.length;
    if (record.below.length > 0) {
      own.below = at;
      at = place(record.below, at, placed);
    }
    before = own;
  }
  return at;
}

function headOf(roots: readonly DirectoryRecord[]): Uint8Array {
  return fileHead({
    sopClassUid: MEDIA_STORAGE_DIRECTORY,
    sopInstanceUid: uidOf(roots),
    transferSyntaxUid: EXPLICIT_LITTLE_ENDIAN,
  });
}

/**
 * A UUID-derived UID (PS3.5 B.2) made from what the directory holds, so that the same file-set has the same UID and
 * another has another. Four FNV-1a sums with different starts: this tells file-sets apart, it secures nothing.
 */
function uidOf(roots: readonly DirectoryRecord[]): string {
  const sums = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  const mix = (record: DirectoryRecord): void => {
    for (let n = 0; n < sums.length; n++) {
      let sum = sums[n] as number;
      for (let at = 0; at < record.content.length; at++) {
        sum = Math.imul(sum ^ (record.content[at] as number), 0x01000193);
      }
      sums[n] = sum;
    }
    record.below.forEach(mix);
  };
  roots.forEach(mix);
  const number = sums.reduce((all, sum) => (all << 32n) | BigInt(sum >>> 0), 0n);
  return `2.25.${number}`;
}

function sequenceHeader(length: number): Uint8Array {
  const header = explicitElement(0x00041220, 'SQ', new Uint8Array(0));
  header.set(uint32(length), 8);
  return header;
}
