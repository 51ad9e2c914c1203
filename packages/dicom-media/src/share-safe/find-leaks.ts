import type { Identity } from './identity-needles.ts';

/** What was found, by its kind and place; never the words themselves, so that a log may hold it. */
export type Leak = { what: 'name' | 'number' | 'day'; at: number };

type Needle = { what: Leak['what']; bytes: Uint8Array };

/**
 * In coded pixels every short word turns up by chance: of five bytes, upper or lower case, once in 10,000 pictures of
 * 1 MB. Shorter ones are looked for in the plain part of a file only, and words of one byte not at all.
 */
const SHORTEST_IN_PIXELS = 5;
const SHORTEST = 2;

/**
 * Looks for a person's names, numbers and days in a file, in every encoding that a text of it could have: the object's
 * own bytes, UTF-8, Latin-1, UTF-16 in both orders; upper or lower case. `part` says whether the bytes are coded pixels.
 */
export function findLeaks(bytes: Uint8Array, identity: Identity, part: 'plain' | 'coded'): Leak[] {
  const folded = bytes.map(foldCase);
  return needlesOf(identity).flatMap(({ what, bytes: needle }) => {
    if (part === 'coded' && needle.length < SHORTEST_IN_PIXELS) return [];
    const at = indexOf(folded, needle);
    return at < 0 ? [] : [{ what, at }];
  });
}

function needlesOf({ names, numbers, days, raw }: Identity): Needle[] {
  const words = (what: Leak['what'], texts: readonly string[]) =>
    [...new Set(texts.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]))].flatMap((text) =>
      encodings(text).map((bytes) => ({ what, bytes })),
    );
  const parts = names.flatMap((name) => [name, ...name.split(/[\s,'’-]+/)]);
  const needles = [
    ...words('name', parts),
    ...raw.map((bytes) => ({ what: 'name' as const, bytes })),
    ...words('number', numbers),
    ...words('day', days.flatMap(spellingsOfDay)),
  ]
    .filter(({ bytes }) => bytes.length >= SHORTEST)
    .map(({ what, bytes }) => ({ what, bytes: bytes.map(foldCase) }));
  return [...new Map(needles.map((needle) => [needle.bytes.join(), needle])).values()];
}

/** `20240525` as machines and people write it. */
function spellingsOfDay(day: string): string[] {
  const [, year = '', month = '', date = ''] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(day) ?? [];
  if (!year) return [];
  const orders = [
    [year, month, date],
    [date, month, year],
    [month, date, year],
  ];
  return orders.flatMap((order) => ['', '-', '/', '.', ':'].map((between) => order.join(between)));
}

function encodings(text: string): Uint8Array[] {
  const points = [...text].map((sign) => sign.charCodeAt(0));
  const latin = points.every((point) => point < 256) ? [Uint8Array.from(points)] : [];
  const wide = (first: 0 | 8) =>
    Uint8Array.from(
      [...text].flatMap((sign) => [(sign.charCodeAt(0) >> first) & 255, (sign.charCodeAt(0) >> (8 - first)) & 255]),
    );
  return [new TextEncoder().encode(text), ...latin, wide(0), wide(8)];
}

function foldCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
}

function indexOf(bytes: Uint8Array, needle: Uint8Array): number {
  const [first] = needle;
  if (first === undefined) return -1;
  for (
    let at = bytes.indexOf(first);
    at >= 0 && at + needle.length <= bytes.length;
    at = bytes.indexOf(first, at + 1)
  ) {
    let same = 1;
    while (same < needle.length && bytes[at + same] === needle[same]) same++;
    if (same === needle.length) return at;
  }
  return -1;
}
