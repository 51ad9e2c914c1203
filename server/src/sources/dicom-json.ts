/** One row of a QIDO-RS answer (PS3.18 F.2): attributes by tag. Nothing about its shape is believed. */
export type DicomJsonRow = Readonly<Record<string, unknown>>;

/** Undefined when the text is not a list of objects. */
export function parseRows(json: string): DicomJsonRow[] | undefined {
  let rows: unknown;
  try {
    rows = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!Array.isArray(rows) || rows.some((row) => !isObject(row))) return undefined;
  return rows;
}

/** First value of a text, code or UID. An absent, blank or oddly shaped one is null. */
export function textOf(row: DicomJsonRow, tag: string): string | null {
  return asText(valuesOf(row, tag)[0]);
}

export function textsOf(row: DicomJsonRow, tag: string): string[] {
  return valuesOf(row, tag)
    .map(asText)
    .filter((value) => value !== null);
}

/** IS is a number by the standard and text from some peers. */
export function integerOf(row: DicomJsonRow, tag: string): number | null {
  const [value] = valuesOf(row, tag);
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

/** A person name put together again as in PN: `Alphabetic=Ideographic=Phonetic`. */
export function nameOf(row: DicomJsonRow, tag: string): string | null {
  const [value] = valuesOf(row, tag);
  if (!isObject(value)) return asText(value);
  const groups = ['Alphabetic', 'Ideographic', 'Phonetic'].map((group) => asText(ownValue(value, group)) ?? '');
  return groups.join('=').replace(/=+$/, '') || null;
}

/** DA as YYYY-MM-DD, also in the old form with dots; null when it is not a date. */
export function isoDate(value: string | null): string | null {
  const found = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(value?.trim() ?? '');
  if (!found) return null;
  const iso = `${found[1]}-${found[2]}-${found[3]}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

/** TM as HH:MM or HH:MM:SS. */
export function isoTime(value: string | null): string | null {
  const found = /^(\d{2}):?(\d{2})(?::?(\d{2}))?/.exec(value?.trim() ?? '');
  return found ? [found[1], found[2], found[3]].filter(Boolean).join(':') : null;
}

const LONGEST_VALUE = 1024;

function valuesOf(row: DicomJsonRow, tag: string): unknown[] {
  const attribute = ownValue(row, tag);
  const values = isObject(attribute) ? ownValue(attribute, 'Value') : undefined;
  return Array.isArray(values) ? values : [];
}

function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return value.slice(0, LONGEST_VALUE).trim() || null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
