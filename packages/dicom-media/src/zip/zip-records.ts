/** One file of a ZIP, with all that has to be known before its first byte is sent. */
export type ZipEntry = { name: string; sizeBytes: number; crc32: number };

const encoder = new TextEncoder();

/** A 32 bit field at its maximum says that the real number is in the ZIP64 field (APPNOTE 4.4.1.4). */
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;

const UTF8_NAMES = 0x0800;
const STORED = 0;
/** 1980-01-01 00:00, the first moment that DOS time knows: a real one would make two packs of one release differ. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;
const VERSION_PLAIN = 20;
const VERSION_ZIP64 = 45;
/** Made on Unix, so that the attributes are read: an ordinary file, readable by all. */
const MADE_ON_UNIX = 3 << 8;
const FILE_ATTRIBUTES = 0o100644 * 0x10000;

/** A little-endian number of two, four or eight bytes, or bytes as they are. */
type Field = readonly [size: 2 | 4 | 8, value: number] | Uint8Array;

/** APPNOTE 4.3.7. Both sizes go to the ZIP64 field when one has to. */
export function localHeaderBytes({ name, sizeBytes, crc32 }: ZipEntry): Uint8Array {
  const encoded = encoder.encode(name);
  const large = sizeBytes >= MAX_32;
  const shownSize = large ? MAX_32 : sizeBytes;
  return written([
    [4, 0x04034b50],
    ...commonFields(large, crc32, shownSize),
    [2, encoded.length],
    [2, large ? 20 : 0],
    encoded,
    ...(large
      ? ([
          [2, 1],
          [2, 16],
          [8, sizeBytes],
          [8, sizeBytes],
        ] as const)
      : []),
  ]);
}

/** APPNOTE 4.3.12. The ZIP64 field holds exactly the numbers that do not fit, in this order. */
export function centralRecordBytes({ name, sizeBytes, crc32 }: ZipEntry, start: number): Uint8Array {
  const encoded = encoder.encode(name);
  const largeSize = sizeBytes >= MAX_32;
  const largeStart = start >= MAX_32;
  const numbers: Field[] = [];
  if (largeSize) numbers.push([8, sizeBytes], [8, sizeBytes]);
  if (largeStart) numbers.push([8, start]);
  const large = numbers.length > 0;
  return written([
    [4, 0x02014b50],
    [2, MADE_ON_UNIX | (large ? VERSION_ZIP64 : VERSION_PLAIN)],
    ...commonFields(large, crc32, largeSize ? MAX_32 : sizeBytes),
    [2, encoded.length],
    [2, large ? 4 + 8 * numbers.length : 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, FILE_ATTRIBUTES],
    [4, largeStart ? MAX_32 : start],
    encoded,
    ...(large
      ? ([
          [2, 1],
          [2, 8 * numbers.length],
        ] as const)
      : []),
    ...numbers,
  ]);
}

/** What local and central records have in common, from the version needed to the two sizes. */
function commonFields(large: boolean, crc32: number, shownSize: number): Field[] {
  return [
    [2, large ? VERSION_ZIP64 : VERSION_PLAIN],
    [2, UTF8_NAMES],
    [2, STORED],
    [2, DOS_TIME],
    [2, DOS_DATE],
    [4, crc32],
    [4, shownSize],
    [4, shownSize],
  ];
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
