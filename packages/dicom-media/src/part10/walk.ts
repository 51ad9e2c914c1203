import type { DataSet, Element, Tag } from './element.ts';
import type { DamageCode, Problem } from './problem.ts';

/** A data set that is being filled. */
export type GrowingDataSet = Omit<DataSet, 'elements'> & { elements: Map<Tag, Element> };

/**
 * One level of nesting: either the items of a sequence, or the elements of a data set (the outermost, or an item's).
 * Levels are kept on a list of our own, so that depth costs no call stack.
 */
export type Level = {
  sequence: Element | undefined;
  dataSet: GrowingDataSet | undefined;
  /** No byte at or behind it belongs to this level; for an undefined length that is the enclosing level's end. */
  end: number;
  undefinedLength: boolean;
  explicit: boolean;
  littleEndian: boolean;
  /** Inside a UN value, which is Implicit VR by rule and sometimes explicit in fact. */
  insideUnknown: boolean;
  lastTag: number;
  /** Set when nobody said that this value is a sequence: how many problems were known before trying. */
  guessedAt: number | undefined;
};

/** One pass over elements of one file. */
export type Walk = {
  bytes: Uint8Array;
  view: DataView;
  /** Offset of `bytes[0]`, and of the first byte that is not in the window. */
  base: number;
  windowEnd: number;
  sourceEnd: number;
  at: number;
  levels: Level[];
  problems: Problem[];
  /** Elements and items still allowed (S7.1), shared by all passes over the file. */
  budget: { elements: number };
  /** Group to stay in, for the meta header. */
  onlyGroup: number | undefined;
  /** Large values (pixels, encapsulated document) at which the pass stops. */
  stopAt: ReadonlySet<Tag>;
  /** Behind a large value: whatever is not a well-formed later element is not part of the data set. */
  behindLargeValue: boolean;
};

/** Why a pass ended. */
export type WalkEnd =
  | { kind: 'end'; at: number }
  | { kind: 'more'; upTo: number }
  | { kind: 'large-value'; element: Element }
  | { kind: 'other-group'; at: number }
  | { kind: 'not-an-element'; at: number }
  | { kind: 'damage'; code: DamageCode; at: number; detail: string };

const NO_ELEMENTS: Map<Tag, Element> = new Map();

/** Items start with one shared empty map: a million empty items must not cost a million maps. */
export function emptyDataSet(walk: Walk, littleEndian: boolean, parent: GrowingDataSet | undefined): GrowingDataSet {
  return { bytes: walk.bytes, base: walk.base, littleEndian, elements: NO_ELEMENTS, parent };
}

/** Adds unless the tag is there already: the first one counts. */
export function addElement(dataSet: GrowingDataSet, added: Element): boolean {
  if (dataSet.elements === NO_ELEMENTS) dataSet.elements = new Map();
  else if (dataSet.elements.has(added.tag)) return false;
  dataSet.elements.set(added.tag, added);
  return true;
}

export function damage(code: DamageCode, at: number, detail: string): WalkEnd {
  return { kind: 'damage', code, at, detail };
}

/** Undefined when the bytes up to `end` are in the window; else what has to happen. */
export function outsideWindow(walk: Walk, end: number): WalkEnd | undefined {
  if (end <= walk.windowEnd) return undefined;
  return { kind: 'more', upTo: end };
}

/** A pass that begins at `at`, with the outermost level open. */
export function newWalk(
  bytes: Uint8Array,
  sourceEnd: number,
  at: number,
  encoding: { explicit: boolean; littleEndian: boolean },
  problems: Problem[],
  budget: Walk['budget'],
  base = 0,
): Walk {
  const walk: Walk = {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    base,
    windowEnd: base + bytes.length,
    sourceEnd,
    at,
    levels: [],
    problems,
    budget,
    onlyGroup: undefined,
    stopAt: new Set(),
    behindLargeValue: false,
  };
  walk.levels.push({
    sequence: undefined,
    dataSet: emptyDataSet(walk, encoding.littleEndian, undefined),
    end: sourceEnd,
    undefinedLength: false,
    explicit: encoding.explicit,
    littleEndian: encoding.littleEndian,
    insideUnknown: false,
    lastTag: -1,
    guessedAt: undefined,
  });
  return walk;
}
