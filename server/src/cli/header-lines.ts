import { type DataSet, type Element, numbers, tagName, texts, valueBytes } from '@echoback/dicom-media';
import { attributeName } from './attribute-names.ts';
import { printable } from './printable.ts';

/** One element as it is shown; the value is shortened and safe to print. */
export type HeaderElement = {
  tag: string;
  vr: string;
  length: number;
  /** Of the value, from byte 0 of the file; of the inflated data set where the file is deflated. */
  offset: number;
  name: string;
  value: string;
  items?: HeaderElement[][];
};

/** A header of more elements than this is nothing to read. */
const MAX_SHOWN = 20_000;
const MAX_VALUE_CHARACTERS = 200;
const MAX_NUMBERS = 16;
const HEX_BYTES = 16;

const textual = new Set([
  'AE',
  'AS',
  'CS',
  'DA',
  'DS',
  'DT',
  'IS',
  'LO',
  'LT',
  'PN',
  'SH',
  'ST',
  'TM',
  'UC',
  'UI',
  'UR',
  'UT',
]);
const numeric = new Set(['US', 'SS', 'UL', 'SL', 'FL', 'FD', 'UV', 'SV']);

/** All elements, nested as they are; `isCut` when there are too many to show. The reader bounds the depth (S7.1). */
export function headerElements(dataSets: readonly DataSet[]): { elements: HeaderElement[]; isCut: boolean } {
  const budget = { left: MAX_SHOWN };
  const elements = dataSets.flatMap((dataSet) => shown(dataSet, budget));
  return { elements, isCut: budget.left <= 0 };
}

function shown(dataSet: DataSet, budget: { left: number }): HeaderElement[] {
  const list: HeaderElement[] = [];
  for (const found of dataSet.elements.values()) {
    budget.left -= 1;
    if (budget.left < 0) break;
    const { tag, vr, length, offset, items } = found;
    list.push({
      tag: tagName(tag),
      vr: items ? 'SQ' : vr,
      length,
      offset,
      name: attributeName(tag),
      value: valueText(dataSet, found),
      ...(items ? { items: items.map((item) => shown(item, budget)) } : {}),
    });
  }
  return list;
}

function valueText(dataSet: DataSet, { tag, vr, length, items, fragments }: Element): string {
  if (items) return items.length === 1 ? '1 item' : `${items.length} items`;
  if (fragments) return `${fragments.length} fragments`;
  if (length === 0) return '';
  const bytes = valueBytes(dataSet, tag);
  if (!bytes) return `${length.toLocaleString('en')} bytes`;
  if (textual.has(vr)) return shortened(texts(dataSet, tag).join('\\'));
  if (numeric.has(vr)) {
    const values = numbers(dataSet, tag);
    const more = values.length > MAX_NUMBERS ? ` … ${values.length} in all` : '';
    return `${values.slice(0, MAX_NUMBERS).join('\\')}${more}`;
  }
  if (vr === 'AT') return numbers(dataSet, tag).slice(0, MAX_NUMBERS).map(tagName).join('\\');
  const looksLikeText = bytes.length <= MAX_VALUE_CHARACTERS && bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  if (vr === 'UN' && looksLikeText) return shortened(Buffer.from(bytes).toString('latin1'));
  const hex = Buffer.from(bytes.subarray(0, HEX_BYTES))
    .toString('hex')
    .replaceAll(/(..)(?=.)/g, '$1 ');
  return bytes.length > HEX_BYTES ? `${hex} …` : hex;
}

function shortened(text: string): string {
  const safe = printable(text.slice(0, MAX_VALUE_CHARACTERS));
  return text.length > MAX_VALUE_CHARACTERS ? `${safe}…` : safe;
}

const longestName = 40;

/** A line an element; what is nested stands further to the right. */
export function headerLines(elements: readonly HeaderElement[], width: number, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  return elements.flatMap(({ tag, vr, length, name, value, items = [] }) => {
    const label = [...name].length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
    const start = `${indent}${tag} ${vr.padEnd(2)} ${String(length).padStart(8)}  ${label.padEnd(longestName)}  `;
    const room = Math.max(20, width - start.length);
    const short = [...value].length > room ? `${[...value].slice(0, room - 1).join('')}…` : value;
    return [
      `${start}${short}`.trimEnd(),
      ...items.flatMap((item, at) => [`${indent}  item ${at + 1}`, ...headerLines(item, width, depth + 2)]),
    ];
  });
}
