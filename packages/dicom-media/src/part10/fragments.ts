import type { Fragment } from './element.ts';
import { MAX_FRAGMENTS } from './limits.ts';
import type { DamageCode } from './problem.ts';

/** Reads a piece of the file into bytes that nobody changes later; fewer come back only at its end. Faults are thrown. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

export type FragmentWalk = {
  fragments: Fragment[];
  /** Where the last fragment ends, without the delimiter. */
  valueEnd: number;
  /** First byte after the delimiter. */
  end: number;
  damage?: { code: DamageCode; at: number };
};

const ITEM = 0xfffee000;
const SEQUENCE_END = 0xfffee0dd;
const PAGE_BYTES = 4096;

/**
 * Walks the pieces of an encapsulated value (PS3.5 A.4) from `start`, looking only at their headers, so that the
 * pixels of a 4 GiB file stay where they are. `end` bounds it: the file's end, or that of the enclosing item.
 */
export function walkFragments(readAt: ReadAt, start: number, end: number): FragmentWalk {
  const fragments: Fragment[] = [];
  const header = headerReader(readAt, end);
  let at = start;
  while (true) {
    const found = header(at);
    if (!found) return { fragments, valueEnd: at, end: at, damage: { code: 'missing-delimiter', at } };
    if (found.tag === SEQUENCE_END) return { fragments, valueEnd: at, end: at + 8 };
    const offset = at + 8;
    if (found.tag !== ITEM || found.length === 0xffffffff) {
      return { fragments, valueEnd: at, end: at, damage: { code: 'unreadable-fragment', at } };
    }
    if (offset + found.length > end) {
      return { fragments, valueEnd: at, end: at, damage: { code: 'pixel-data-truncated', at } };
    }
    if (fragments.length > MAX_FRAGMENTS) {
      return { fragments, valueEnd: at, end: at, damage: { code: 'too-many-fragments', at } };
    }
    fragments.push({ offset, length: found.length });
    at = offset + found.length;
  }
}

type Header = { tag: number; length: number };

/** Item headers by place; neighbours come from one page, because a system call costs more than a small copy. */
function headerReader(readAt: ReadAt, end: number): (at: number) => Header | undefined {
  let page: Uint8Array = new Uint8Array(0);
  let pageAt = 0;
  return (at) => {
    if (at + 8 > end) return undefined;
    if (at < pageAt || at + 8 > pageAt + page.length) {
      page = readAt(at, Math.min(PAGE_BYTES, end - at));
      pageAt = at;
      if (page.length < 8) return undefined;
    }
    const n = at - pageAt;
    const byte = (index: number) => page[n + index] as number;
    const tag = ((byte(1) << 24) | (byte(0) << 16) | (byte(3) << 8) | byte(2)) >>> 0;
    const length = ((byte(7) << 24) | (byte(6) << 16) | (byte(5) << 8) | byte(4)) >>> 0;
    return { tag, length };
  };
}
