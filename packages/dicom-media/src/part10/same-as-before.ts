import type { Tag } from './element.ts';

type Made = { bytes: Uint8Array; length: number; text: string };

/** Longer than a UID or a name; what is longer is made anew. */
const MAX_KEPT_BYTES = 128;
/** An index asks for some sixty; whoever asks for all that a file holds gets them made. */
const MAX_KEPT_TAGS = 256;

/**
 * Files that lie side by side are mostly of one patient, study and series: what was made of the last value of a tag
 * serves again where the bytes are the same. Saves making it, and an index of many files holds one string, not many.
 */
export function sameAsBefore(make: (bytes: Uint8Array, from: number, to: number) => string) {
  const last = new Map<Tag, Made>();
  return (tag: Tag, bytes: Uint8Array, from: number, to: number): string => {
    const length = to - from;
    if (length > MAX_KEPT_BYTES) return make(bytes, from, to);
    const before = last.get(tag);
    if (before && before.length === length && startsWith(bytes, from, before)) return before.text;
    const kept = before ?? { bytes: new Uint8Array(MAX_KEPT_BYTES), length: 0, text: '' };
    for (let at = 0; at < length; at++) kept.bytes[at] = bytes[from + at] as number;
    kept.length = length;
    kept.text = make(bytes, from, to);
    if (!before && last.size < MAX_KEPT_TAGS) last.set(tag, kept);
    return kept.text;
  };
}

/** From the end, where neighbours differ. */
function startsWith(bytes: Uint8Array, from: number, before: Made): boolean {
  for (let at = before.length - 1; at >= 0; at--) if (bytes[from + at] !== before.bytes[at]) return false;
  return true;
}
