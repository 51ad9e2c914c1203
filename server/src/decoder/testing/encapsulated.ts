import { sequenceEnd, undefinedLength } from '../../../../packages/dicom-media/testing/made-files.ts';

/** An encapsulated pixel element (PS3.5 A.4): the offset table, then these fragments, each below 16 MiB. */
export function encapsulated(table: Uint8Array, ...fragments: Uint8Array[]): Uint8Array {
  const items = [table, ...fragments].flatMap((part) => [
    Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, part.length & 0xff, (part.length >> 8) & 0xff, part.length >> 16, 0),
    part,
  ]);
  return Buffer.concat([undefinedLength(0x7fe00010, 'OB'), ...items, sequenceEnd]);
}
