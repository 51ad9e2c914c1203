import { personName } from '../charset/person-name.ts';
import { asciiText } from '../part10/ascii-text.ts';
import { codes, elementBytes } from '../part10/data-set.ts';
import type { DataSet, Element, Tag } from '../part10/element.ts';
import { texts } from '../part10/text.ts';
import { implicitRepresentation } from '../part10/value-representation.ts';

/** What must not be found in a share-safe file: words of people and places, numbers, days. */
export type Identity = { names: string[]; numbers: string[]; days: string[]; raw: Uint8Array[] };

/** People whom Implicit VR does not tell as such: VR PN. */
const PEOPLE = new Set<Tag>([0x00100010, 0x00101001, 0x00101005, 0x00101060, 0x00080090, 0x00081050, 0x00081070]);
/** Where: institution and its address, station, department; where the person lives. */
const PLACES = new Set<Tag>([0x00080080, 0x00080081, 0x00081010, 0x00081040, 0x00101040]);
/** Numbers of people, visits, orders and machines, and the UIDs of what was made. */
const NUMBERS = new Set<Tag>([
  ...[0x00100020, 0x00101000, 0x00102154, 0x00080050, 0x00200010, 0x00380010, 0x00401001, 0x00400253],
  ...[0x00080018, 0x0020000d, 0x0020000e, 0x00181000],
]);
/** Days whom Implicit VR does not tell as such: VR DA. */
const DAYS = new Set<Tag>([0x00100030, 0x00080012, 0x00080020, 0x00080021, 0x00080022, 0x00080023, 0x00400244]);

/** Everything in a header that tells who, where and when, however deep: as text, and as the bytes that it spells it with. */
export function identityOf(dataSet: DataSet): Identity {
  const identity: Identity = { names: [], numbers: [], days: [], raw: [] };
  collect(dataSet, identity);
  return identity;
}

/** Recursion as deep as the reader let sequences be: 64 (S7.1). */
function collect(dataSet: DataSet, identity: Identity): void {
  for (const found of dataSet.elements.values()) {
    for (const item of found.items ?? []) collect(item, identity);
    const vr = found.vr === 'UN' ? implicitRepresentation(found.tag) : found.vr;
    if (vr === 'PN' || PEOPLE.has(found.tag)) addPeople(dataSet, found, identity);
    if (PLACES.has(found.tag)) addPlace(dataSet, found, identity);
    if (NUMBERS.has(found.tag)) identity.numbers.push(...codes(dataSet, found.tag).filter(Boolean));
    if (vr === 'DA' || vr === 'DT' || DAYS.has(found.tag)) addDays(dataSet, found, identity);
  }
}

function addPeople(dataSet: DataSet, found: Element, { names, raw }: Identity): void {
  for (const value of texts(dataSet, found.tag)) {
    const name = personName(value);
    const parts = [name.alphabetic, name.ideographic, name.phonetic].flatMap((form) => [form?.family, form?.given]);
    names.push(...parts.filter((part): part is string => part !== undefined && part !== ''));
  }
  raw.push(...rawParts(elementBytes(dataSet, found)));
}

function addPlace(dataSet: DataSet, found: Element, { names, raw }: Identity): void {
  names.push(...texts(dataSet, found.tag).filter(Boolean));
  raw.push(...rawParts(elementBytes(dataSet, found)));
}

/** DA, and the day of a DT. */
function addDays(dataSet: DataSet, found: Element, { days }: Identity): void {
  const value = elementBytes(dataSet, found);
  if (!value || value.length > LONGEST_DAYS) return;
  for (const day of asciiText(value).split('\\')) if (/^\d{8}/.test(day)) days.push(day.slice(0, 8));
}

const LONGEST_DAYS = 1024;

const SEPARATORS = new Set([0x5e, 0x3d, 0x5c]);

/** Cut at `^`, `=` and `\`, without padding: the parts as the object's own character set spells them. */
function rawParts(bytes: Uint8Array | undefined): Uint8Array[] {
  const parts: Uint8Array[] = [];
  if (!bytes) return parts;
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && !SEPARATORS.has(bytes[at] as number)) continue;
    let end = at;
    while (end > from && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
    if (end > from) parts.push(bytes.slice(from, end));
    from = at + 1;
  }
  return parts;
}
