import { crc32 } from 'node:zlib';

/** An entry of a ZIP as somebody hostile writes it: names, flags, sizes and sums are what is said here. */
export type RawEntry = {
  name: string;
  /** As they lie in the ZIP. */
  bytes: Uint8Array;
  method?: 0 | 8;
  uncompressedSize?: number;
  checksum?: number;
  flags?: number;
};

/** APPNOTE 4.3: local headers, contents, central directory, its end. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, method = 0, uncompressedSize = bytes.length, checksum, flags = 0x800 } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(checksum ?? crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(uncompressedSize, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, nameBytes);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), facts, nameBytes, Buffer.from(bytes)];
    parts.push(...local);
    at += local.reduce((sum, part) => sum + part.length, 0);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
