import { tagName } from './data-set.ts';
import type { Element, Tag } from './element.ts';
import { type ReadAt, walkFragments } from './fragments.ts';
import { MAX_HEADER_BYTES } from './limits.ts';
import { note } from './problem.ts';
import { readElements } from './read-elements.ts';
import { addElement, type GrowingDataSet, newWalk, type Walk, type WalkEnd } from './walk.ts';

/** Pixels in their three forms, and the encapsulated document: values that may be larger than memory. */
export const LARGE_VALUES: ReadonlySet<Tag> = new Set([0x7fe00008, 0x7fe00009, 0x7fe00010, 0x00420011]);

const FIRST_WINDOW_BYTES = 64 * 1024;

/**
 * Goes on from where the header pass stopped to the end of the data set: over the large value (looking only at the
 * headers of its pieces) and the few elements behind it. Gives the first byte that no longer belongs to the data set;
 * undefined when that cannot be told because the file is damaged (noted).
 */
export function readBehindHeader(
  walk: Walk,
  headerEnd: WalkEnd,
  readAt: ReadAt,
  dataSet: GrowingDataSet,
): number | undefined {
  let stop = headerEnd;
  let behind = walk;
  while (stop.kind === 'large-value') {
    const at = endOfLargeValue(behind, stop.element, readAt);
    if (at === undefined) return undefined;
    const next = readFollowing(behind, at, stop.element.tag, readAt, dataSet);
    behind = next.walk;
    stop = next.stop;
  }
  if (stop.kind === 'end') return stop.at;
  if (stop.kind === 'not-an-element') return startOfTail(behind, stop.at, readAt);
  return undefined;
}

function endOfLargeValue(walk: Walk, found: Element, readAt: ReadAt): number | undefined {
  if (!found.undefinedLength) {
    const end = found.offset + found.length;
    if (end <= walk.sourceEnd) return end;
    note(walk.problems, 'pixel-data-truncated', found.start, `${tagName(found.tag)} of length ${found.length}`);
    return undefined;
  }
  const walked = walkFragments(readAt, found.offset, walk.sourceEnd);
  found.fragments = walked.fragments;
  found.length = walked.valueEnd - found.offset;
  if (!walked.damage) return walked.end;
  note(walk.problems, walked.damage.code, walked.damage.at, tagName(found.tag));
  return undefined;
}

type Following = { walk: Walk; stop: WalkEnd };

/** Elements behind a large value, in a window of their own that grows as they need it. */
function readFollowing(before: Walk, at: number, lastTag: Tag, readAt: ReadAt, dataSet: GrowingDataSet): Following {
  const rest = before.sourceEnd - at;
  const encoding = before.levels[0] ?? { explicit: true, littleEndian: true };
  const budget = before.budget.elements;
  let size = FIRST_WINDOW_BYTES;
  while (true) {
    const bytes = rest === 0 ? new Uint8Array(0) : readAt(at, Math.min(size, rest));
    // A file that became shorter while it was read ends where the bytes end.
    const sourceEnd = bytes.length < Math.min(size, rest) ? at + bytes.length : before.sourceEnd;
    before.budget.elements = budget;
    const knownProblems = before.problems.length;
    const walk = newWalk(bytes, sourceEnd, at, encoding, before.problems, before.budget, at);
    walk.stopAt = LARGE_VALUES;
    walk.behindLargeValue = true;
    const outermost = walk.levels[0];
    if (outermost) outermost.lastTag = lastTag;
    const stop = readElements(walk);
    if (stop.kind === 'more' && stop.upTo - at <= MAX_HEADER_BYTES) {
      before.problems.length = knownProblems;
      size = Math.max(Math.min(size * 4, MAX_HEADER_BYTES), stop.upTo - at);
      continue;
    }
    if (stop.kind === 'more') note(walk.problems, 'header-too-large', walk.at, 'more than 64 MiB behind the pixels');
    for (const found of outermost?.dataSet?.elements.values() ?? []) {
      addElement(dataSet, { ...found, within: { bytes, base: at } });
    }
    return { walk, stop: reattached(stop, dataSet) };
  }
}

/** A large value among the following elements is the copy that the data set now holds. */
function reattached(stop: WalkEnd, dataSet: GrowingDataSet): WalkEnd {
  if (stop.kind !== 'large-value') return stop;
  return { kind: 'large-value', element: dataSet.elements.get(stop.element.tag) ?? stop.element };
}

const TAIL_LOOK_BYTES = 64 * 1024;

/** Behind pixels, what is no element is a tail; elsewhere only zeros are, for the rest might be a damaged element. */
function startOfTail(walk: Walk, at: number, readAt: ReadAt): number | undefined {
  const rest = walk.sourceEnd - at;
  const look = readAt(at, Math.min(rest, TAIL_LOOK_BYTES));
  if (walk.behindLargeValue || look.every((byte) => byte === 0)) {
    note(walk.problems, 'bytes-after-data-set', at, `${rest} bytes`);
    return at;
  }
  note(walk.problems, rest < 8 ? 'truncated-element' : 'unreadable-element', at, `${rest} bytes at the end`);
  return undefined;
}
