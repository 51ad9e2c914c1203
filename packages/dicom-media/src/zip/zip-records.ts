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

/** APPNOTE 4.3.7. Both sizes go to the ZIP64 field when one has to. */
export function localHeaderBytes({ name, sizeBytes, crc32 }: ZipEntry): Uint8Array {
  const encoded = encoder.encode(name);
  const large = sizeBytes >= MAX_32;
  const fields = new Fields(30 + encoded.length + (large ? 20 : 0));
  fields
    .u32(0x04034b50)
    .u16(large ? VERSION_ZIP64 : VERSION_PLAIN)
    .u16(UTF8_NAMES)
    .u16(STORED);
  fields.u16(DOS_TIME).u16(DOS_DATE).u32(crc32);
  fields.u32(large ? MAX_32 : sizeBytes).u32(large ? MAX_32 : sizeBytes);
  fields
    .u16(encoded.length)
    .u16(large ? 20 : 0)
    .raw(encoded);
  if (large) fields.u16(1).u16(16).u64(sizeBytes).u64(sizeBytes);
  return fields.bytes;
}

/** APPNOTE 4.3.12. The ZIP64 field holds exactly the numbers that do not fit, in this order. */
export function centralRecordBytes({ name, sizeBytes, crc32 }: ZipEntry, start: number): Uint8Array {
  const encoded = encoder.encode(name);
  const largeSize = sizeBytes >= MAX_32;
  const largeStart = start >= MAX_32;
  const extra = (largeSize ? 16 : 0) + (largeStart ? 8 : 0);
  const fields = new Fields(46 + encoded.length + (extra > 0 ? extra + 4 : 0));
  const version = extra > 0 ? VERSION_ZIP64 : VERSION_PLAIN;
  fields
    .u32(0x02014b50)
    .u16(MADE_ON_UNIX | version)
    .u16(version)
    .u16(UTF8_NAMES)
    .u16(STORED);
  fields.u16(DOS_TIME).u16(DOS_DATE).u32(crc32);
  fields.u32(largeSize ? MAX_32 : sizeBytes).u32(largeSize ? MAX_32 : sizeBytes);
  fields.u16(encoded.length).u16(extra > 0 ? extra + 4 : 0);
  fields
    .u16(0)
    .u16(0)
    .u16(0)
    .u32(FILE_ATTRIBUTES)
    .u32(largeStart ? MAX_32 : start)
    .raw(encoded);
  if (extra > 0) fields.u16(1).u16(extra);
  if (largeSize) fields.u64(sizeBytes).u64(sizeBytes);
  if (largeStart) fields.u64(start);
  return fields.bytes;
}

/** APPNOTE 4.3.14 to 4.3.16: the ZIP64 records only when a count, size or offset does not fit. */
export function endRecordsBytes(entries: number, directoryStart: number, directoryBytes: number): Uint8Array {
  const large = entries >= MAX_16 || directoryStart >= MAX_32 || directoryBytes >= MAX_32;
  const fields = new Fields(22 + (large ? 76 : 0));
  if (large) {
    fields
      .u32(0x06064b50)
      .u64(44)
      .u16(MADE_ON_UNIX | VERSION_ZIP64)
      .u16(VERSION_ZIP64)
      .u32(0)
      .u32(0);
    fields.u64(entries).u64(entries).u64(directoryBytes).u64(directoryStart);
    fields
      .u32(0x07064b50)
      .u32(0)
      .u64(directoryStart + directoryBytes)
      .u32(1);
  }
  const count = Math.min(entries, MAX_16);
  fields.u32(0x06054b50).u16(0).u16(0).u16(count).u16(count);
  fields.u32(Math.min(directoryBytes, MAX_32)).u32(Math.min(directoryStart, MAX_32)).u16(0);
  return fields.bytes;
}

/** Little-endian fields, one behind the other. */
class Fields {
  readonly bytes: Uint8Array<ArrayBuffer>;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }

  u16(value: number): this {
    this.view.setUint16(this.at, value, true);
    this.at += 2;
    return this;
  }

  u32(value: number): this {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
    return this;
  }

  u64(value: number): this {
    this.view.setBigUint64(this.at, BigInt(value), true);
    this.at += 8;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }
}
