import { personName } from '../charset/person-name.ts';
import { codes, type DataSet, valueBytes } from '../part10/data-set.ts';
import { text } from '../part10/text.ts';

/** What must not be found in a share-safe file: words of people, numbers, days. */
export type Identity = { names: string[]; numbers: string[]; days: string[]; raw: Uint8Array[] };

const NAMES = [0x00100010, 0x00101001, 0x00101005, 0x00101060, 0x00080090, 0x00081050, 0x00081070];
const NUMBERS = [0x00100020, 0x00101000, 0x00080050, 0x00200010, 0x00080018, 0x0020000d, 0x0020000e];
const DAYS = [0x00100030, 0x00080020, 0x00080021, 0x00080022, 0x00080023];
const PLACES = [0x00080080, 0x00081010];

/** Everything in a header that tells who and when: as text, and as the bytes that the file itself spells it with. */
export function identityOf(dataSet: DataSet): Identity {
  const names = [...NAMES, ...PLACES].flatMap((tag) => {
    const value = text(dataSet, tag);
    if (!value) return [];
    const name = personName(value);
    const parts = [name.alphabetic, name.ideographic, name.phonetic].flatMap((form) => [form?.family, form?.given]);
    return PLACES.includes(tag) ? [value] : parts.filter((part) => part !== undefined);
  });
  const raw = [...NAMES, ...PLACES].flatMap((tag) => {
    const bytes = valueBytes(dataSet, tag);
    return bytes ? rawParts(bytes) : [];
  });
  return {
    names: names.filter(Boolean),
    numbers: NUMBERS.flatMap((tag) => codes(dataSet, tag)).filter(Boolean),
    days: DAYS.flatMap((tag) => codes(dataSet, tag)).filter((day) => /^\d{8}$/.test(day)),
    raw,
  };
}

const SEPARATORS = new Set([0x5e, 0x3d, 0x5c]);

/** Cut at `^`, `=` and `\`, without padding: the parts as the object's own character set spells them. */
function rawParts(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
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
