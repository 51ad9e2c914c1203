import type { Identity } from './identity-needles.ts';

/**
 * What was found, by its kind and place; never the words themselves, so that a log may hold it. `metadata`: something
 * that our own files do not have at all, whatever it says.
 */
export type Leak = { what: 'name' | 'number' | 'day' | 'metadata'; at: number };

/**
 * Looks for a person's names, numbers and days in bytes, in every encoding that a text of them could have: the object's
 * own bytes, UTF-8, Latin-1, UTF-16 in both orders; upper or lower case. Each is told once, where it stands first.
 * `part` says whether the bytes are coded pixels or numbers, in which every short word turns up by chance.
 */
export type LeakSearch = (bytes: Uint8Array, part: 'plain' | 'coded') => Leak[];

/** `letters`: bytes that chance would have to write; the zeros of UTF-16 stand all over a dark picture. */
type Needle = { what: Leak['what']; bytes: Uint8Array; letters: number };

const SHORTEST = 2;

/** One pass over the bytes, whatever the number of words: each place asks a table of the words' first two bytes. */
export function leakSearch(identity: Identity): LeakSearch {
  const needles = needlesOf(identity);
  const byStart = new Map<number, Needle[]>();
  const starts = new Uint8Array(65_536);
  for (const needle of needles) {
    const start = pair(needle.bytes[0] as number, needle.bytes[1] as number);
    starts[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  return (bytes, part) => {
    const shortest = part === 'coded' ? shortestInPixels(bytes.length) : 0;
    const found = new Map<Needle, number>();
    for (let at = 0; at + SHORTEST <= bytes.length; at++) {
      const start = pair(FOLDED[bytes[at] as number] as number, FOLDED[bytes[at + 1] as number] as number);
      if (starts[start] === 0) continue;
      for (const needle of byStart.get(start) ?? []) {
        if (needle.letters >= shortest && !found.has(needle) && standsAt(bytes, at, needle.bytes)) {
          found.set(needle, at);
        }
      }
    }
    return [...found].map(([{ what }, at]) => ({ what, at }));
  };
}

/** The longest word in bytes: so much two pieces of a long file have to overlap. */
export function longestNeedle(identity: Identity): number {
  return Math.max(SHORTEST, ...needlesOf(identity).map(({ bytes }) => bytes.length));
}

/**
 * Letters that only chance wrote: a word of k letters, upper or lower case, stands at a place by one in 2^(7k). Shorter
 * words than this would be "found" in more than one of 10,000 files of that length.
 */
function shortestInPixels(length: number): number {
  return Math.max(5, Math.ceil((Math.log2(length + 1) + 14) / 7));
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
    .map(({ what, bytes }) => ({
      what,
      bytes: bytes.map((byte) => FOLDED[byte] as number),
      letters: bytes.filter((byte) => byte !== 0).length,
    }));
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

/** Each byte with the letters A to Z made small. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte));

const pair = (first: number, second: number) => first * 256 + second;

function standsAt(bytes: Uint8Array, at: number, needle: Uint8Array): boolean {
  if (at + needle.length > bytes.length) return false;
  for (let same = 0; same < needle.length; same++) {
    if (FOLDED[bytes[at + same] as number] !== needle[same]) return false;
  }
  return true;
}
