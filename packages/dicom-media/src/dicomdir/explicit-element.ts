import { elementBytes } from '../part10/data-set.ts';
import type { DataSet, Element, Tag } from '../part10/element.ts';
import { longForm } from '../part10/value-representation.ts';

const SPACE = 0x20;

/** Bytes per number of the VRs that have a byte order (PS3.5 7.3). */
const NUMBER_BYTES = new Map([
  ...['US', 'SS', 'OW', 'AT'].map((vr) => [vr, 2] as const),
  ...['UL', 'SL', 'FL', 'OF', 'OL'].map((vr) => [vr, 4] as const),
  ...['FD', 'OD', 'UV', 'SV', 'OV'].map((vr) => [vr, 8] as const),
]);

/** What Implicit VR does not say about elements inside code, reference and protocol sequences (PS3.3 8.8, 10.3, C.23.1). */
const NESTED_VRS = new Map<Tag, string>([
  ...[0x00080100, 0x00080102, 0x00080103].map((tag) => [tag, 'SH'] as const),
  ...[0x00080104, 0x0008010b, 0x00080105].map((tag) => [tag, tag === 0x00080104 ? 'LO' : 'CS'] as const),
  ...[0x00081150, 0x00081155, 0x0020000e, 0x0040a124, 0x0020000d].map((tag) => [tag, 'UI'] as const),
  ...[0x0040a010, 0x0040a040, 0x00080060, 0x00200060].map((tag) => [tag, 'CS'] as const),
  // Sequences without an item look like any other empty value.
  ...[0x00081032, 0x0040100a, 0x00082218].map((tag) => [tag, 'SQ'] as const),
]);

/** An element in Explicit VR Little Endian, the only form a DICOMDIR has; padded to an even length. */
export function explicitElement(tag: Tag, vr: string, value: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = value.length + (value.length % 2);
  const long = longForm(vr);
  const valueAt = long ? 12 : 8;
  const bytes = new Uint8Array(valueAt + length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, tag >>> 16, true);
  view.setUint16(2, tag & 0xffff, true);
  bytes[4] = vr.charCodeAt(0);
  bytes[5] = vr.charCodeAt(1);
  if (long) view.setUint32(8, length, true);
  else view.setUint16(6, length, true);
  bytes.set(value, valueAt);
  if (length > value.length && vr !== 'UI' && vr !== 'OB' && vr !== 'UN') bytes[valueAt + value.length] = SPACE;
  return bytes;
}

/** True where the value's bytes need no turning. */
export function isAsStored(dataSet: DataSet, vr: string): boolean {
  return dataSet.littleEndian || !NUMBER_BYTES.has(vr);
}

/** The value of an element as Explicit VR Little Endian has it: byte order turned, sequences written anew. */
export function explicitValue(dataSet: DataSet, found: Element, vr: string): Uint8Array | undefined {
  if (found.items) return joined(found.items.map(explicitItem));
  const bytes = elementBytes(dataSet, found);
  if (!bytes || isAsStored(dataSet, vr)) return bytes;
  const size = NUMBER_BYTES.get(vr) as number;
  const turned = bytes.slice();
  for (let at = 0; at + size <= turned.length; at += size) turned.subarray(at, at + size).reverse();
  return turned;
}

/** Recursion as deep as the reader let sequences be: 64 (S7.1). */
function explicitItem(item: DataSet): Uint8Array {
  // Group lengths (gggg,0000) are retired, and would be wrong once the lengths around them change.
  const kept = [...item.elements.values()].filter(({ tag }) => (tag & 0xffff) !== 0);
  const elements = kept.sort((a, b) => a.tag - b.tag);
  const content = joined(
    elements.flatMap((found) => {
      const vr = found.items ? 'SQ' : found.vr === 'UN' ? (NESTED_VRS.get(found.tag) ?? 'UN') : found.vr;
      const value = explicitValue(item, found, vr);
      return value ? [explicitElement(found.tag, vr, value)] : [];
    }),
  );
  return joined([itemHeader(content.length), content]);
}

export function itemHeader(length: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0);
  new DataView(bytes.buffer).setUint32(4, length, true);
  return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
