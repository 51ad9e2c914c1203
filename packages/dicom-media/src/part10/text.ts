import { decodeText } from '../charset/decode-text.ts';
import { codes, elementBytes } from './data-set.ts';
import type { DataSet, Element, Tag } from './element.ts';
import { MAX_TEXT_BYTES } from './limits.ts';
import { plainText, startInWindow, windowOf } from './value-place.ts';
import { implicitRepresentation } from './value-representation.ts';

const SPECIFIC_CHARACTER_SET: Tag = 0x00080005;

/** Text VRs in which a backslash is an ordinary character, not the end of a value (PS3.5 6.2). */
const ONE_VALUE_VRS = new Set(['ST', 'LT', 'UT', 'UR']);

/** Values of (0008,0005) that hold here: the item's own, else those of what encloses it. */
export function characterSetsOf(dataSet: DataSet): string[] {
  let holder: DataSet | undefined = dataSet;
  while (holder) {
    if (holder.elements.has(SPECIFIC_CHARACTER_SET)) return codes(holder, SPECIFIC_CHARACTER_SET);
    holder = holder.parent;
  }
  return [];
}

/** All values of a text or name element, decoded by its character set, padding removed. */
export function texts(dataSet: DataSet, tag: Tag): string[] {
  const found = dataSet.elements.get(tag);
  const bytes = found && elementBytes(dataSet, found);
  if (!found || !bytes || bytes.length === 0) return [];
  const vr = textVr(found);
  const kind = vr === 'PN' ? 'person-name' : 'text';
  const decoded = decodeText(bytes.subarray(0, MAX_TEXT_BYTES), characterSetsOf(dataSet), kind);
  const values = ONE_VALUE_VRS.has(vr) ? [decoded] : decoded.split('\\');
  return values.map((value) => withoutPadding(value, kind === 'person-name'));
}

/** The first value, undefined when absent or blank. */
export function text(dataSet: DataSet, tag: Tag): string | undefined {
  const found = dataSet.elements.get(tag);
  if (!found) return undefined;
  const from = startInWindow(dataSet, found);
  if (from < 0) return undefined;
  const { bytes } = windowOf(dataSet, found);
  const to = from + found.length;
  if (!isOneAsciiValue(bytes, from, to)) return texts(dataSet, tag)[0] || undefined;
  return withoutPadding(plainText(tag, bytes, from, to), textVr(found) === 'PN') || undefined;
}

/** Most values: nothing to decode and nothing to split. */
function isOneAsciiValue(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > SHORT_TEXT_BYTES) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 || byte === 0x1b || byte === 0x5c) return false;
  }
  return true;
}

const SHORT_TEXT_BYTES = 256;

function textVr({ vr, tag }: Element): string {
  return vr === 'UN' ? implicitRepresentation(tag) : vr;
}

/** Names may also end in separators of groups that are not there. */
function withoutPadding(value: string, isName: boolean): string {
  let end = value.length;
  while (end > 0 && isPadding(value.charCodeAt(end - 1), isName)) end--;
  return value.slice(0, end).trimStart();
}

function isPadding(code: number, isName: boolean): boolean {
  return code === 0x20 || code === 0 || (isName && code === 0x3d);
}
