import { firstCode } from './data-set.ts';
import type { DataSet } from './element.ts';
import { type FileStart, startsBigEndian, startsExplicit } from './file-start.ts';
import { MAX_META_BYTES } from './limits.ts';
import { note, type Problem } from './problem.ts';
import { readElements } from './read-elements.ts';
import {
  type DataSetEncoding,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  encodingOf,
  IMPLICIT_LITTLE_ENDIAN,
} from './transfer-syntax.ts';
import { type GrowingDataSet, newWalk, type Walk } from './walk.ts';

const META_GROUP = 0x0002;
const TRANSFER_SYNTAX_UID = 0x00020010;
const META_GROUP_LENGTH = 0x00020000;

export type MetaReading = { dataSet: GrowingDataSet; end: number; damaged: boolean } | { upTo: number };

/** Reads group 0002, always Explicit VR Little Endian; its elements show where it ends. */
export function readMeta(
  bytes: Uint8Array,
  totalBytes: number,
  start: FileStart,
  problems: Problem[],
  budget: Walk['budget'],
): MetaReading {
  const walk = newWalk(bytes, totalBytes, start.at, { explicit: true, littleEndian: true }, problems, budget);
  walk.onlyGroup = META_GROUP;
  const dataSet = walk.levels[0]?.dataSet as GrowingDataSet;
  const end = isMetaGroup(bytes, start.at) ? readElements(walk) : ({ kind: 'other-group', at: start.at } as const);
  const reached = end.kind === 'more' ? end.upTo : walk.at;
  if (reached - start.at > MAX_META_BYTES) {
    note(problems, 'meta-too-large', start.at, 'more than 1 MiB');
    return { dataSet, end: walk.at, damaged: true };
  }
  if (end.kind === 'more') return { upTo: end.upTo };
  if (end.kind === 'damage' || end.kind === 'not-an-element') {
    if (end.kind === 'not-an-element') note(problems, 'truncated-element', end.at, 'the file ends in the meta header');
    return { dataSet, end: walk.at, damaged: true };
  }
  if (dataSet.elements.size === 0) note(problems, 'no-meta', start.at, 'no group 0002');
  else checkGroupLength(dataSet, walk.at, problems);
  return { dataSet, end: walk.at, damaged: false };
}

function isMetaGroup(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === META_GROUP && bytes[at + 1] === 0;
}

/** The elements show where the group ends; its stated length is only compared. */
function checkGroupLength(meta: DataSet, end: number, problems: Problem[]): void {
  const stated = meta.elements.get(META_GROUP_LENGTH);
  const view = new DataView(meta.bytes.buffer, meta.bytes.byteOffset);
  const right = stated?.length === 4 && stated.offset + 4 + view.getUint32(stated.offset, true) === end;
  if (!right) note(problems, 'meta-group-length-wrong', stated?.start ?? 0, 'group length absent or wrong');
}

export type Syntax = { uid: string; guessed: boolean; encoding: DataSetEncoding };

/** The declared transfer syntax, or the one that the first element of the data set shows. */
export function transferSyntaxOf(meta: DataSet, bytes: Uint8Array, at: number, problems: Problem[]): Syntax {
  const declared = firstCode(meta, TRANSFER_SYNTAX_UID);
  if (declared) return { uid: declared, guessed: false, encoding: encodingOf(declared) };
  note(problems, 'transfer-syntax-missing', at, 'guessed from the first element');
  const explicit = startsExplicit(bytes, at) ? EXPLICIT_LITTLE_ENDIAN : IMPLICIT_LITTLE_ENDIAN;
  const uid = startsBigEndian(bytes, at) ? EXPLICIT_BIG_ENDIAN : explicit;
  return { uid, guessed: true, encoding: encodingOf(uid) };
}
