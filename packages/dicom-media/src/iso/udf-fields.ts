import { type Day, RECORDED_HOUR } from './disc-volume.ts';
import { ascii, ucs2 } from './iso-fields.ts';

/** UDF 1.02: what every system reads since the nineties, and what a DVD's bridge is (OSTA UDF 1.02, ECMA-167 2nd edition). */
const UDF_REVISION = 0x0102;
const TAG_VERSION = 2;
const TAG_BYTES = 16;

const crcTable = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc & 0xffff;
});

/** ECMA-167 7.2.6: polynomial 0x1021, starting at zero. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ (crcTable[(crc >> 8) ^ byte] as number)) & 0xffff;
  return crc;
}

/** Writes the tag of ECMA-167 7.2 into the first 16 bytes of a descriptor that is otherwise complete. */
export function tagged(identifier: number, location: number, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint16(0, identifier, true);
  view.setUint16(2, TAG_VERSION, true);
  view.setUint16(8, crc16(bytes.subarray(TAG_BYTES)), true);
  view.setUint16(10, bytes.length - TAG_BYTES, true);
  view.setUint32(12, location, true);
  let sum = 0;
  for (let at = 0; at < TAG_BYTES; at++) if (at !== 4) sum += bytes[at] as number;
  bytes[4] = sum & 0xff;
  return bytes;
}

/** Names as OSTA Compressed Unicode (UDF 2.1.1): one byte a letter where that holds them, else two. */
export function compressedUnicode(text: string): Uint8Array {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of one byte.
  const narrow = /^[\x00-\xff]*$/.test(text);
  const letters = narrow ? ascii(text) : ucs2(text);
  const bytes = new Uint8Array(1 + letters.length);
  bytes[0] = narrow ? 8 : 16;
  bytes.set(letters, 1);
  return bytes;
}

/** ECMA-167 7.2.12: a text in a fixed field, its used length in the last byte. */
export function fixedText(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const content = compressedUnicode(text);
  bytes.set(content);
  bytes[length - 1] = content.length;
  return bytes;
}

/** ECMA-167 7.2.1 with UDF 2.1.2: CS0. */
export const characterSet = fieldOf(64, '\0OSTA Compressed Unicode');

/** ECMA-167 7.4: who or what defined a field. */
function identified(identifier: string, suffix: readonly number[] = []): Uint8Array {
  const bytes = fieldOf(32, `\0${identifier}`);
  bytes.set(suffix, 24);
  return bytes;
}

const revision = [UDF_REVISION & 0xff, UDF_REVISION >> 8] as const;
const WRITE_PROTECTED = 1;
export const udfRevision = UDF_REVISION;
export const implementation = identified('*Echoback');
export const udfDomain = identified('*OSTA UDF Compliant', [...revision, WRITE_PROTECTED]);
export const logicalVolumeInformation = identified('*UDF LV Info', revision);
export const partitionContents = identified('+NSR02');

/** ECMA-167 7.3: local time with an offset of zero, which is UTC. */
export function timestamp({ year, month, day }: Day): Uint8Array {
  return Uint8Array.of(0, 0x10, year & 0xff, year >> 8, month, day, RECORDED_HOUR, 0, 0, 0, 0, 0);
}

function fieldOf(length: number, text: string): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(ascii(text));
  return bytes;
}
