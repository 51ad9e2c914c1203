import { tagName } from './data-set.ts';
import type { Element } from './element.ts';
import { type HeaderScratch, readHeader, readTag, UNDEFINED_LENGTH } from './element-header.ts';
import { walkFragments } from './fragments.ts';
import { MAX_SEQUENCE_DEPTH } from './limits.ts';
import { note } from './problem.ts';
import {
  addElement,
  damage,
  emptyDataSet,
  type GrowingDataSet,
  type Level,
  outsideWindow,
  type Walk,
  type WalkEnd,
} from './walk.ts';

const ITEM = 0xfffee000;
const ITEM_END = 0xfffee00d;
const SEQUENCE_END = 0xfffee0dd;
const DELIMITER_GROUP = 0xfffe;

/**
 * Reads elements from `walk.at` into the outermost level until the source ends or something stops it. Nesting is a
 * list, every length is checked against what encloses it, and no value is copied (S7.2).
 */
export function readElements(walk: Walk): WalkEnd {
  while (true) {
    const level = walk.levels[walk.levels.length - 1] as Level;
    if (walk.at >= level.end) {
      if (walk.levels.length === 1) return { kind: 'end', at: walk.at };
      closeAtEnd(walk, level);
      continue;
    }
    const stop = level.sequence ? readItem(walk, level, level.sequence) : readElement(walk, level);
    if (!stop) continue;
    if (stop.kind === 'damage' && giveUpGuess(walk, stop.code)) continue;
    if (stop.kind === 'damage') note(walk.problems, stop.code, stop.at, stop.detail);
    return stop;
  }
}

function closeAtEnd(walk: Walk, level: Level): void {
  if (level.undefinedLength) {
    note(walk.problems, 'missing-delimiter', walk.at, level.sequence ? tagName(level.sequence.tag) : 'item');
    if (level.sequence) level.sequence.length = walk.at - level.sequence.offset;
  }
  walk.levels.pop();
}

/** A value that nobody called a sequence and that is none after all: keep it as plain bytes and go on behind it. */
function giveUpGuess(walk: Walk, code: string): boolean {
  if (code === 'too-many-elements') return false;
  const depth = walk.levels.findLastIndex((level) => level.guessedAt !== undefined);
  const level = walk.levels[depth];
  if (!level?.sequence) return false;
  delete level.sequence.items;
  walk.problems.length = Math.min(walk.problems.length, level.guessedAt as number);
  walk.at = level.end;
  walk.levels.length = depth;
  return true;
}

function readItem(walk: Walk, level: Level, sequence: Element): WalkEnd | undefined {
  if (walk.at + 8 > level.end) return damage('truncated-element', walk.at, `item of ${tagName(sequence.tag)}`);
  const missing = outsideWindow(walk, walk.at + 8);
  if (missing) return missing;
  const tag = readTag(walk, walk.at, level.littleEndian);
  const length = walk.view.getUint32(walk.at - walk.base + 4, level.littleEndian);
  if (tag === ITEM) return openItem(walk, level, sequence, length);
  if (tag === SEQUENCE_END || tag === ITEM_END) {
    closeByDelimiter(walk, level, tag === SEQUENCE_END, length);
    return undefined;
  }
  if (!level.undefinedLength) return damage('unreadable-sequence', walk.at, tagName(sequence.tag));
  note(walk.problems, 'missing-delimiter', walk.at, tagName(sequence.tag));
  sequence.length = walk.at - sequence.offset;
  walk.levels.pop();
  return undefined;
}

function openItem(walk: Walk, level: Level, sequence: Element, length: number): WalkEnd | undefined {
  if (--walk.budget.elements < 0) return damage('too-many-elements', walk.at, 'more than 500,000');
  const contentAt = walk.at + 8;
  const undefinedLength = length === UNDEFINED_LENGTH;
  if (!undefinedLength && contentAt + length > level.end) {
    return damage('length-beyond-parent', walk.at, `item of ${tagName(sequence.tag)}`);
  }
  const owner = ownerOf(walk);
  const item = emptyDataSet(walk, level.littleEndian, owner);
  sequence.items?.push(item);
  walk.at = contentAt;
  walk.levels.push({
    ...level,
    sequence: undefined,
    dataSet: item,
    end: undefinedLength ? level.end : contentAt + length,
    undefinedLength,
    lastTag: -1,
    guessedAt: undefined,
  });
  return undefined;
}

/** The data set that holds the sequence on top of the list. */
function ownerOf(walk: Walk): GrowingDataSet | undefined {
  return walk.levels[walk.levels.length - 2]?.dataSet;
}

/** A delimiter ends the level it belongs to; one too many is stepped over. Its length must be 0 and often is not. */
function closeByDelimiter(walk: Walk, level: Level, endsSequence: boolean, length: number): void {
  if (length !== 0) note(walk.problems, 'delimiter-with-length', walk.at, `length ${length} taken as 0`);
  const matches = level.undefinedLength && endsSequence === (level.sequence !== undefined);
  if (!matches && level.undefinedLength && endsSequence && walk.levels.length > 1) {
    // The sequence ends though its last item did not say so: the item ends here too.
    note(walk.problems, 'stray-delimiter', walk.at, 'item without its own end');
    walk.levels.pop();
    return;
  }
  if (matches && level.sequence) level.sequence.length = walk.at - level.sequence.offset;
  walk.at += 8;
  if (matches) walk.levels.pop();
  else note(walk.problems, 'stray-delimiter', walk.at - 8, 'delimiter that ends nothing');
}

const header: HeaderScratch = { vr: 'UN', length: 0, valueAt: 0 };

function readElement(walk: Walk, level: Level): WalkEnd | undefined {
  const outermost = walk.levels.length === 1;
  if (walk.at + 8 > level.end) {
    if (outermost) return { kind: 'not-an-element', at: walk.at };
    return damage('truncated-element', walk.at, 'the item ends inside a header');
  }
  const missing = outsideWindow(walk, walk.at + 8);
  if (missing) return missing;
  const tag = readTag(walk, walk.at, level.littleEndian);
  if (tag >>> 16 === DELIMITER_GROUP) return readStrayTag(walk, level, tag);
  if (outermost && walk.onlyGroup !== undefined && tag >>> 16 !== walk.onlyGroup) {
    return { kind: 'other-group', at: walk.at };
  }
  if (tag <= level.lastTag) {
    if (outermost && (walk.behindLargeValue || tag === 0)) return { kind: 'not-an-element', at: walk.at };
    if (tag < level.lastTag) note(walk.problems, 'out-of-order-tag', walk.at, placedName(walk, tag));
  }
  const stop = readHeader(walk, level, tag, header);
  if (stop) return stop;
  if (--walk.budget.elements < 0) return damage('too-many-elements', walk.at, 'more than 500,000');
  level.lastTag = tag;
  return header.length === UNDEFINED_LENGTH ? openUndefined(walk, level, tag) : openDefined(walk, level, tag);
}

function readStrayTag(walk: Walk, level: Level, tag: number): WalkEnd | undefined {
  if (tag !== ITEM_END && tag !== SEQUENCE_END) {
    if (walk.levels.length === 1 && walk.behindLargeValue) return { kind: 'not-an-element', at: walk.at };
    return damage('unreadable-element', walk.at, `${tagName(tag)} outside a sequence`);
  }
  closeByDelimiter(walk, level, tag === SEQUENCE_END, walk.view.getUint32(walk.at - walk.base + 4, level.littleEndian));
  return undefined;
}

function openDefined(walk: Walk, level: Level, tag: number): WalkEnd | undefined {
  const { vr, length, valueAt } = header;
  const end = valueAt + length;
  const found: Element = { tag, vr, start: walk.at, offset: valueAt, length, undefinedLength: false };
  if (walk.levels.length === 1 && walk.stopAt.has(tag)) return stopAtLargeValue(level, found);
  if (end > level.end) {
    const code = level.end === walk.sourceEnd ? 'value-beyond-end' : 'length-beyond-parent';
    return damage(code, walk.at, `${tagName(tag)} of length ${length}`);
  }
  const missing = outsideWindow(walk, end);
  if (missing) return missing;
  if (length % 2 === 1) note(walk.problems, 'odd-length', walk.at, tagName(tag));
  const sequence = vr === 'SQ';
  const guessed = !sequence && vr === 'UN' && length >= 8 && startsWithItem(walk, level, valueAt);
  add(walk, level, found);
  if (!sequence && !guessed) {
    walk.at = end;
    return undefined;
  }
  return openSequence(walk, level, found, end, guessed);
}

/** UN content is Implicit VR Little Endian in every transfer syntax (PS3.5 6.2.2 note 4). */
function startsWithItem(walk: Walk, level: Level, valueAt: number): boolean {
  return readTag(walk, valueAt, level.explicit || level.littleEndian) === ITEM;
}

function openUndefined(walk: Walk, level: Level, tag: number): WalkEnd | undefined {
  const { vr, valueAt } = header;
  const found: Element = { tag, vr, start: walk.at, offset: valueAt, length: 0, undefinedLength: true };
  if (walk.levels.length === 1 && walk.stopAt.has(tag)) return stopAtLargeValue(level, found);
  if (vr === 'OB' || vr === 'OW') return readInnerFragments(walk, level, found);
  add(walk, level, found);
  return openSequence(walk, level, found, level.end, false);
}

function stopAtLargeValue(level: Level, found: Element): WalkEnd {
  if (level.dataSet) addElement(level.dataSet, found);
  return { kind: 'large-value', element: found };
}

/** Encapsulated pixels inside an item: an icon with its own compression. */
function readInnerFragments(walk: Walk, level: Level, found: Element): WalkEnd | undefined {
  const bound = Math.min(level.end, walk.windowEnd);
  const readAt = (offset: number, length: number) =>
    walk.bytes.subarray(offset - walk.base, offset - walk.base + length);
  const walked = walkFragments(readAt, found.offset, bound);
  if (walked.damage) {
    const cut = walked.damage.code === 'missing-delimiter' || walked.damage.code === 'pixel-data-truncated';
    if (cut && bound < level.end) return { kind: 'more', upTo: walk.windowEnd + 1 };
    return damage(walked.damage.code, walked.damage.at, tagName(found.tag));
  }
  found.fragments = walked.fragments;
  found.length = walked.valueEnd - found.offset;
  add(walk, level, found);
  walk.at = walked.end;
  return undefined;
}

function openSequence(walk: Walk, level: Level, found: Element, end: number, guessed: boolean): WalkEnd | undefined {
  const depth = walk.levels.length >> 1;
  if (depth >= MAX_SEQUENCE_DEPTH) {
    if (guessed) {
      walk.at = end;
      return undefined;
    }
    return damage('sequence-too-deep', walk.at, `deeper than ${MAX_SEQUENCE_DEPTH}`);
  }
  const unknown = found.vr === 'UN' && level.explicit;
  found.items = [];
  walk.at = found.offset;
  walk.levels.push({
    sequence: found,
    dataSet: undefined,
    end,
    undefinedLength: found.undefinedLength,
    explicit: level.explicit && !unknown,
    littleEndian: level.littleEndian || unknown,
    insideUnknown: level.insideUnknown || unknown,
    lastTag: -1,
    guessedAt: guessed ? walk.problems.length : undefined,
  });
  return undefined;
}

function add(walk: Walk, level: Level, found: Element): void {
  if (level.dataSet && !addElement(level.dataSet, found)) {
    note(walk.problems, 'duplicate-tag', found.start, placedName(walk, found.tag));
  }
}

/** The patient's name out of order is a doubt about the patient; the same tag inside an item is another thing. */
function placedName(walk: Walk, tag: number): string {
  return walk.levels.length === 1 ? tagName(tag) : `${tagName(tag)} in an item`;
}
