import { elementBytes, numbers } from '../part10/data-set.ts';
import type { DataSet, Tag } from '../part10/element.ts';

/** A DICOM lookup table: `entries[0]` belongs to stored value `first`; below and above it the ends hold. */
export type LookupTable = { first: number; bits: number; entries: Uint16Array };

/** Descriptor and data of a table (PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5); undefined when unusable. */
export function readLookupTable(
  dataSet: DataSet,
  tags: { descriptor: Tag; data: Tag },
  isSigned: boolean,
): LookupTable | undefined {
  const descriptor = readDescriptor(dataSet, tags.descriptor, isSigned);
  const found = dataSet.elements.get(tags.data);
  const bytes = found && elementBytes(dataSet, found);
  if (!descriptor || !bytes) return undefined;
  const entries = unpackEntries(bytes, descriptor, dataSet.littleEndian);
  return entries && { first: descriptor.first, bits: descriptor.bits, entries };
}

export type TableDescriptor = { count: number; first: number; bits: number };

/** Three values; a count of 0 means 65,536; the first mapped value is signed when the pixels are. */
export function readDescriptor(dataSet: DataSet, tag: Tag, isSigned: boolean): TableDescriptor | undefined {
  const [count, first, bits] = numbers(dataSet, tag, 'US');
  if (count === undefined || first === undefined || bits === undefined || bits < 1 || bits > 16) return undefined;
  return { count: count || 65_536, first: isSigned && first > 0x7fff ? first - 0x10000 : first, bits };
}

/** 8-bit entries may be packed two to a word; otherwise each takes a word. */
function unpackEntries(bytes: Uint8Array, descriptor: TableDescriptor, littleEndian: boolean): Uint16Array | undefined {
  const { count } = descriptor;
  if (bytes.length >= count * 2) return words(bytes, count, littleEndian);
  if (descriptor.bits > 8 || bytes.length < count) return undefined;
  const entries = new Uint16Array(count);
  for (let at = 0; at < count; at++) {
    const place = littleEndian || (at ^ 1) >= bytes.length ? at : at ^ 1;
    entries[at] = bytes[place] as number;
  }
  return entries;
}

export function words(bytes: Uint8Array, count: number, littleEndian: boolean): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const result = new Uint16Array(count);
  for (let at = 0; at < count; at++) result[at] = view.getUint16(at * 2, littleEndian);
  return result;
}

export function lookUp(table: LookupTable, value: number): number {
  const last = table.entries.length - 1;
  const at = Math.round(value) - table.first;
  return table.entries[Math.max(0, Math.min(at, last))] as number;
}
