import { elementBytes } from '../part10/data-set.ts';
import type { DataSet, Tag } from '../part10/element.ts';
import { type LookupTable, readDescriptor, readLookupTable, words } from './lookup-table.ts';
import type { Picture, SampleFrame } from './sample-frame.ts';
import { expandSegments } from './segmented-palette.ts';

/** Red, green and blue as shown, 8 bits each. */
export type Palette = { first: number; red: Uint8Array; green: Uint8Array; blue: Uint8Array };

const TABLES: readonly { descriptor: Tag; data: Tag; segmented: Tag }[] = [
  { descriptor: 0x00281101, data: 0x00281201, segmented: 0x00281221 },
  { descriptor: 0x00281102, data: 0x00281202, segmented: 0x00281222 },
  { descriptor: 0x00281103, data: 0x00281203, segmented: 0x00281223 },
];

/** The palette of PS3.3 C.7.6.3.1.5 and .6; undefined when a colour's table is missing or damaged. */
export function readPalette(dataSet: DataSet, isSigned: boolean): Palette | undefined {
  const [red, green, blue] = TABLES.map((tags) => readTable(dataSet, tags, isSigned));
  if (!red || !green || !blue) return undefined;
  const shift = shiftTo8Bits([red, green, blue]);
  return {
    first: red.first,
    red: to8Bits(red, shift),
    green: to8Bits(green, shift),
    blue: to8Bits(blue, shift),
  };
}

function readTable(dataSet: DataSet, tags: (typeof TABLES)[number], isSigned: boolean): LookupTable | undefined {
  const plain = readLookupTable(dataSet, tags, isSigned);
  if (plain) return plain;
  const descriptor = readDescriptor(dataSet, tags.descriptor, isSigned);
  const found = dataSet.elements.get(tags.segmented);
  const bytes = found && elementBytes(dataSet, found);
  if (!descriptor || !bytes) return undefined;
  const units = descriptor.bits === 8 ? Uint16Array.from(bytes) : words(bytes, bytes.length >> 1, dataSet.littleEndian);
  const entries = expandSegments(units, descriptor.count, descriptor.bits);
  return entries && { first: descriptor.first, bits: descriptor.bits, entries };
}

/** Some makers store 8-bit values in 16-bit entries: all three tables then stay below 256. */
function shiftTo8Bits(tables: readonly LookupTable[]): number {
  const wide = tables.some((table) => table.entries.some((entry) => entry > 255));
  return wide ? 8 : 0;
}

function to8Bits(table: LookupTable, shift: number): Uint8Array {
  return Uint8Array.from(table.entries, (entry) => entry >> shift);
}

/** Below the first mapped value the first colour holds, above the last the last. */
export function applyPalette(frame: SampleFrame, palette: Palette, codeValue: (code: number) => number): Picture {
  const count = frame.width * frame.height;
  const pixels = new Uint8Array(count * 3);
  for (let at = 0; at < count; at++) {
    const index = codeValue(frame.samples[at] as number) - palette.first;
    pixels[at * 3] = entryAt(palette.red, index);
    pixels[at * 3 + 1] = entryAt(palette.green, index);
    pixels[at * 3 + 2] = entryAt(palette.blue, index);
  }
  return { width: frame.width, height: frame.height, channels: 3, pixels };
}

function entryAt(table: Uint8Array, index: number): number {
  return table[index < 0 ? 0 : index >= table.length ? table.length - 1 : index] as number;
}
