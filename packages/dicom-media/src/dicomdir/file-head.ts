import { explicitElement, joined } from './explicit-element.ts';
import { IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME } from './implementation.ts';

const PREAMBLE_AND_PREFIX_BYTES = 132;
const encoder = new TextEncoder();

/** Preamble of zeros, prefix and meta header of a file that we write (PS3.10 7.1): up to where its data set starts. */
export function fileHead(file: { sopClassUid: string; sopInstanceUid: string; transferSyntaxUid: string }): Uint8Array {
  const meta = joined([
    explicitElement(0x00020001, 'OB', Uint8Array.of(0, 1)),
    explicitElement(0x00020002, 'UI', encoder.encode(file.sopClassUid)),
    explicitElement(0x00020003, 'UI', encoder.encode(file.sopInstanceUid)),
    explicitElement(0x00020010, 'UI', encoder.encode(file.transferSyntaxUid)),
    explicitElement(0x00020012, 'UI', encoder.encode(IMPLEMENTATION_CLASS_UID)),
    explicitElement(0x00020013, 'SH', encoder.encode(IMPLEMENTATION_VERSION_NAME)),
  ]);
  const preamble = new Uint8Array(PREAMBLE_AND_PREFIX_BYTES);
  preamble.set(encoder.encode('DICM'), 128);
  return joined([preamble, explicitElement(0x00020000, 'UL', uint32(meta.length)), meta]);
}

/** Four bytes, little endian. */
export function uint32(value: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

/** Two bytes, little endian. */
export function uint16(value: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value & 0xff, value >>> 8);
}
