import type { Tag } from '../part10/element.ts';
import { explicitElement, itemHeader, joined } from './explicit-element.ts';

/** A small grey picture that a reader may show for a record: 8 bits a pixel, row by row, 0 is black. */
export type IconImage = { rows: number; columns: number; pixels: Uint8Array };

/** PS3.11 asks for 64 or 128 where it asks at all; a larger one only makes the directory slow to read. */
const MAX_ICON_SIDE = 128;
export const ICON_IMAGE_SEQUENCE: Tag = 0x00880200;

const text = new TextEncoder();

/** Value of the Icon Image Sequence (PS3.3 F.7): one sample of 8 bits, for colour icons are not allowed without a palette. */
export function iconSequence({ rows, columns, pixels }: IconImage): Uint8Array {
  const item = joined([
    explicitElement(0x00280002, 'US', uint16(1)),
    explicitElement(0x00280004, 'CS', text.encode('MONOCHROME2')),
    explicitElement(0x00280010, 'US', uint16(rows)),
    explicitElement(0x00280011, 'US', uint16(columns)),
    explicitElement(0x00280100, 'US', uint16(8)),
    explicitElement(0x00280101, 'US', uint16(8)),
    explicitElement(0x00280102, 'US', uint16(7)),
    explicitElement(0x00280103, 'US', uint16(0)),
    explicitElement(0x7fe00010, 'OB', pixels),
  ]);
  return joined([itemHeader(item.length), item]);
}

/** Both sides from 1 to 128, and a byte for each pixel. */
export function isIconImage({ rows, columns, pixels }: IconImage): boolean {
  const isSide = (side: number) => Number.isInteger(side) && side >= 1 && side <= MAX_ICON_SIDE;
  return isSide(rows) && isSide(columns) && pixels.length === rows * columns;
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8);
}
