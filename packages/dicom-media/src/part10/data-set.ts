import { asciiText } from './ascii-text.ts';
import type { DataSet, Element, Tag } from './element.ts';
import { MAX_TEXT_BYTES } from './limits.ts';
import { plainText, startInWindow, windowOf } from './value-place.ts';
import { implicitRepresentation } from './value-representation.ts';

/** The element of this tag as it was found, outermost level only. */
export function element(dataSet: DataSet, tag: Tag): Element | undefined {
  return dataSet.elements.get(tag);
}

/** The items of a sequence; none when it is absent or empty. */
export function items(dataSet: DataSet, tag: Tag): readonly DataSet[] {
  return dataSet.elements.get(tag)?.items ?? [];
}

/** The value's bytes, not copied; undefined when absent or when they lie (partly) outside the window. */
export function valueBytes(dataSet: DataSet, tag: Tag): Uint8Array | undefined {
  const found = dataSet.elements.get(tag);
  return found && elementBytes(dataSet, found);
}

/** The bytes of an element that is already at hand, not copied; undefined when they lie outside the window. */
export function elementBytes(dataSet: DataSet, found: Element): Uint8Array | undefined {
  const from = startInWindow(dataSet, found);
  return from < 0 ? undefined : windowOf(dataSet, found).bytes.subarray(from, from + found.length);
}

type BinaryNumber = { size: number; read: (view: DataView, at: number, littleEndian: boolean) => number };

const BINARY_NUMBERS = new Map<string, BinaryNumber>([
  ['US', { size: 2, read: (view, at, little) => view.getUint16(at, little) }],
  ['SS', { size: 2, read: (view, at, little) => view.getInt16(at, little) }],
  ['UL', { size: 4, read: (view, at, little) => view.getUint32(at, little) }],
  ['SL', { size: 4, read: (view, at, little) => view.getInt32(at, little) }],
  ['FL', { size: 4, read: (view, at, little) => view.getFloat32(at, little) }],
  ['FD', { size: 8, read: (view, at, little) => view.getFloat64(at, little) }],
  ['UV', { size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) }],
  ['SV', { size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) }],
]);

/** An attribute tag value is its group and element, each two bytes in the data set's order. */
const ATTRIBUTE_TAG: BinaryNumber = {
  size: 4,
  read: (view, at, little) => view.getUint16(at, little) * 0x10000 + view.getUint16(at + 2, little),
};

/**
 * All numbers of a value, binary or decimal text. What cannot be read as a number is `NaN` in its place, so that
 * positions keep their meaning. Give `as` where the VR is not known (`UN`, or two VRs are allowed).
 */
export function numbers(dataSet: DataSet, tag: Tag, as?: string): number[] {
  const found = dataSet.elements.get(tag);
  const bytes = found && elementBytes(dataSet, found);
  if (!found || !bytes || bytes.length === 0) return [];
  const binary = binaryNumber(numberVr(found, as));
  if (!binary) return decimalNumbers(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: number[] = [];
  for (let at = 0; at + binary.size <= bytes.length; at += binary.size) {
    values.push(binary.read(view, at, dataSet.littleEndian));
  }
  return values;
}

function decimalNumbers(bytes: Uint8Array): number[] {
  return asciiText(bytes.subarray(0, MAX_TEXT_BYTES))
    .split('\\')
    .map((value) => (value.trim() === '' ? Number.NaN : Number(value)));
}

/** The first number of a value when there is one and it is finite. Reads no further: an index asks for a dozen of these. */
export function firstNumber(dataSet: DataSet, tag: Tag, as?: string): number | undefined {
  const found = dataSet.elements.get(tag);
  if (!found || found.length === 0) return undefined;
  const from = startInWindow(dataSet, found);
  if (from < 0) return undefined;
  const { bytes } = windowOf(dataSet, found);
  const value = firstOf(tag, bytes, from, found.length, numberVr(found, as), dataSet.littleEndian);
  return Number.isFinite(value) ? value : undefined;
}

/** Of one number at a time: copying eight bytes costs less than a view of the file's own. */
const scratch = new DataView(new ArrayBuffer(8));

function firstOf(tag: Tag, bytes: Uint8Array, from: number, length: number, vr: string, littleEndian: boolean): number {
  const binary = binaryNumber(vr);
  if (binary) {
    if (length < binary.size) return Number.NaN;
    for (let at = 0; at < binary.size; at++) scratch.setUint8(at, bytes[from + at] as number);
    return binary.read(scratch, 0, littleEndian);
  }
  const digits = firstValue(tag, bytes, from, length);
  return digits === '' ? Number.NaN : Number(digits);
}

function numberVr(found: Element, as: string | undefined): string {
  return as ?? (found.vr === 'UN' ? implicitRepresentation(found.tag) : found.vr);
}

function binaryNumber(vr: string): BinaryNumber | undefined {
  return vr === 'AT' ? ATTRIBUTE_TAG : BINARY_NUMBERS.get(vr);
}

/** Values of a code, UID, date or number string: one byte a character, padding removed. For names use `text`. */
export function codes(dataSet: DataSet, tag: Tag): string[] {
  const bytes = valueBytes(dataSet, tag);
  if (!bytes || bytes.length === 0) return [];
  return asciiText(bytes.subarray(0, MAX_TEXT_BYTES))
    .split('\\')
    .map((value) => value.trim());
}

/** The first value of a code, UID, date or number string; undefined when absent or empty. */
export function firstCode(dataSet: DataSet, tag: Tag): string | undefined {
  const found = dataSet.elements.get(tag);
  if (!found) return undefined;
  const from = startInWindow(dataSet, found);
  if (from < 0) return undefined;
  return firstValue(tag, windowOf(dataSet, found).bytes, from, found.length) || undefined;
}

const BACKSLASH = 0x5c;

/** What stands before the first backslash, without the padding around it. Copies nothing that it need not. */
function firstValue(tag: Tag, bytes: Uint8Array, from: number, length: number): string {
  const limit = from + Math.min(length, MAX_TEXT_BYTES);
  let end = from;
  while (end < limit && bytes[end] !== BACKSLASH) end++;
  while (end > from && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  let start = from;
  while (start < end && bytes[start] === 0x20) start++;
  if (end - start <= TINY_BYTES) return tinyText(bytes, start, end).trim();
  return plainText(tag, bytes, start, end).trim();
}

/** Up to so many characters a string is put together faster than a view of its bytes is made. */
const TINY_BYTES = 12;
const CHARACTERS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

function tinyText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += CHARACTERS[bytes[at] as number];
  return text;
}

/** `0x00100010` as `(0010,0010)`, for problems and reports: a tag says nothing about a patient. */
export function tagName(tag: Tag): string {
  const digits = tag.toString(16).padStart(8, '0').toUpperCase();
  return `(${digits.slice(0, 4)},${digits.slice(4)})`;
}
