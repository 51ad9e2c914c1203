import { sealHeadBytes, sealTailBytes, type ZipSeal } from './zip-seal.ts';

/** One file of a ZIP, with all that has to be known before its first byte is sent. `seal` is that of an encrypted one. */
export type ZipEntry = { name: string; sizeBytes: number; crc32: number; seal?: ZipSeal | undefined };

const encoder = new TextEncoder();

/** A 32 bit field at its maximum says that the real number is in the ZIP64 field (APPNOTE 4.4.1.4). */
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;

const UTF8_NAMES = 0x0800;
const ENCRYPTED = 1;
const STORED = 0;
/** WinZip's AE-2; the real method stands in its field. */
const SEALED = 99;
/** 1980-01-01 00:00, the first moment that DOS time knows: a real one would make two packs of one release differ. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;
const VERSION_PLAIN = 20;
const VERSION_ZIP64 = 45;
const VERSION_SEALED = 51;
/** Made on Unix, so that the attributes are read: an ordinary file, readable by all. */
const MADE_ON_UNIX = 3 << 8;
const FILE_ATTRIBUTES = 0o100644 * 0x10000;

/** A little-endian number of two, four or eight bytes, or bytes as they are. */
type Field = readonly [size: 2 | 4 | 8, value: number] | Uint8Array;

/** APPNOTE 4.3.7. Both sizes go to the ZIP64 field when one has to. */
export function localHeaderBytes(entry: ZipEntry): Uint8Array {
  const encoded = encoder.encode(entry.name);
  const large = storedBytes(entry) >= MAX_32;
  const extra = written([...(large ? zip64Field(bothSizes(entry)) : []), ...sealField(entry)]);
  return written([
    [4, 0x04034b50],
    ...commonFields(entry, large, large),
    [2, encoded.length],
    [2, extra.length],
    encoded,
    extra,
  ]);
}

/** APPNOTE 4.3.12. The ZIP64 field holds exactly the numbers that do not fit, in this order. */
export function centralRecordBytes(entry: ZipEntry, start: number): Uint8Array {
  const encoded = encoder.encode(entry.name);
  const largeSize = storedBytes(entry) >= MAX_32;
  const largeStart = start >= MAX_32;
  const numbers = [...(largeSize ? bothSizes(entry) : []), ...(largeStart ? [start] : [])];
  const extra = written([...(numbers.length > 0 ? zip64Field(numbers) : []), ...sealField(entry)]);
  return written([
    [4, 0x02014b50],
    [2, MADE_ON_UNIX | versionNeeded(entry, numbers.length > 0)],
    ...commonFields(entry, numbers.length > 0, largeSize),
    [2, encoded.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, FILE_ATTRIBUTES],
    [4, largeStart ? MAX_32 : start],
    encoded,
    extra,
  ]);
}

/** What local and central records have in common, from the version needed to the two sizes. */
function commonFields(entry: ZipEntry, zip64: boolean, largeSize: boolean): Field[] {
  return [
    [2, versionNeeded(entry, zip64)],
    [2, entry.seal ? UTF8_NAMES | ENCRYPTED : UTF8_NAMES],
    [2, entry.seal ? SEALED : STORED],
    [2, DOS_TIME],
    [2, DOS_DATE],
    [4, entry.seal ? 0 : entry.crc32], // AE-2 leaves it out: of a small file it would tell the content
    [4, largeSize ? MAX_32 : storedBytes(entry)],
    [4, largeSize ? MAX_32 : entry.sizeBytes],
  ];
}

function versionNeeded({ seal }: ZipEntry, zip64: boolean): number {
  if (seal) return VERSION_SEALED;
  return zip64 ? VERSION_ZIP64 : VERSION_PLAIN;
}

/** What an entry takes behind its header. */
export function storedBytes({ sizeBytes, seal }: ZipEntry): number {
  return seal ? sizeBytes + sealHeadBytes + sealTailBytes : sizeBytes;
}

function bothSizes(entry: ZipEntry): number[] {
  return [entry.sizeBytes, storedBytes(entry)];
}

function zip64Field(numbers: readonly number[]): Field[] {
  return [[2, 1], [2, 8 * numbers.length], ...numbers.map((number) => [8, number] as const)];
}

/** The AE-x field: version 2, AES-256, and what the content was before (stored). */
function sealField({ seal }: ZipEntry): Field[] {
  if (!seal) return [];
  return [[2, 0x9901], [2, 7], [2, 2], Uint8Array.of(0x41, 0x45, 3), [2, STORED]];
}

/** APPNOTE 4.3.14 to 4.3.16: the ZIP64 records only when a count, size or offset does not fit. */
export function endRecordsBytes(entries: number, directoryStart: number, directoryBytes: number): Uint8Array {
  const large = entries >= MAX_16 || directoryStart >= MAX_32 || directoryBytes >= MAX_32;
  const count = Math.min(entries, MAX_16);
  return written([
    ...(large ? zip64EndFields(entries, directoryStart, directoryBytes) : []),
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, Math.min(directoryBytes, MAX_32)],
    [4, Math.min(directoryStart, MAX_32)],
    [2, 0],
  ]);
}

/** The ZIP64 end record (its own length counts from behind that field) and the locator that points to it. */
function zip64EndFields(entries: number, directoryStart: number, directoryBytes: number): Field[] {
  return [
    [4, 0x06064b50],
    [8, 44],
    [2, MADE_ON_UNIX | VERSION_ZIP64],
    [2, VERSION_ZIP64],
    [4, 0],
    [4, 0],
    [8, entries],
    [8, entries],
    [8, directoryBytes],
    [8, directoryStart],
    [4, 0x07064b50],
    [4, 0],
    [8, directoryStart + directoryBytes],
    [4, 1],
  ];
}

function written(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, field) => sum + (isBytes(field) ? field.length : field[0]), 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const field of fields) {
    if (isBytes(field)) {
      bytes.set(field, at);
      at += field.length;
      continue;
    }
    const [size, value] = field;
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}

function isBytes(field: Field): field is Uint8Array {
  return field instanceof Uint8Array;
}
