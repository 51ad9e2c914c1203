import { characterSet } from '../charset/character-sets.ts';
import { firstCode, tagName, valueBytes } from './data-set.ts';
import type { DataSet, Tag } from './element.ts';
import { MAX_PROBLEMS } from './limits.ts';
import type { Part10 } from './read-part10.ts';
import { characterSetsOf, text } from './text.ts';

/** Why one parser may see another patient or object here than the next one does (S7.4): never released unseen. */
export type DoubtfulIdentity = { reason: DoubtReason; detail: string };

export type DoubtReason =
  | 'identity-tag-twice'
  | 'identity-tag-out-of-order'
  | 'meta-and-data-set-differ'
  | 'character-sets-exclude-each-other'
  | 'character-set-missing'
  | 'name-not-decodable'
  | 'unusable-uid'
  | 'more-problems-than-kept';

const PATIENT_NAME: Tag = 0x00100010;
const SPECIFIC_CHARACTER_SET: Tag = 0x00080005;
const ESCAPE = 0x1b;
const BACKSLASH = 0x5c;

/** What tells one patient, study and object from another, and the set that its text is read by. */
const IDENTITY_TAGS: readonly Tag[] = [
  0x00020002, 0x00020003, 0x00020010, 0x00080005, 0x00080016, 0x00080018, 0x00080050, 0x00100010, 0x00100020,
  0x00100021, 0x00100030, 0x00100040, 0x0020000d, 0x0020000e,
];
const IDENTITY_NAMES = new Set(IDENTITY_TAGS.map(tagName));

/** The data set's own, which whoever asks has read already: they are the longest of its values. */
export type OwnUids = {
  sopClassUid: string | undefined;
  sopInstanceUid: string | undefined;
  studyInstanceUid: string | undefined;
  seriesInstanceUid: string | undefined;
};

export function doubtfulIdentity({ meta, dataSet, problems }: Part10, own: OwnUids): DoubtfulIdentity[] {
  const doubts: DoubtfulIdentity[] = [];
  const doubt = (reason: DoubtReason, detail: string) => doubts.push({ reason, detail });
  for (const { code, detail } of problems) {
    if (!IDENTITY_NAMES.has(detail)) continue;
    if (code === 'duplicate-tag') doubt('identity-tag-twice', detail);
    if (code === 'out-of-order-tag') doubt('identity-tag-out-of-order', detail);
  }
  if (problems.length >= MAX_PROBLEMS) doubt('more-problems-than-kept', `${MAX_PROBLEMS}`);
  if (differ(firstCode(meta, 0x00020002), own.sopClassUid)) doubt('meta-and-data-set-differ', tagName(0x00080016));
  if (differ(firstCode(meta, 0x00020003), own.sopInstanceUid)) doubt('meta-and-data-set-differ', tagName(0x00080018));
  if (!isUsableUid(own.sopClassUid)) doubt('unusable-uid', tagName(0x00080016));
  if (!isUsableUid(own.sopInstanceUid)) doubt('unusable-uid', tagName(0x00080018));
  if (!isUsableUid(own.studyInstanceUid)) doubt('unusable-uid', tagName(0x0020000d));
  if (!isUsableUid(own.seriesInstanceUid)) doubt('unusable-uid', tagName(0x0020000e));
  for (const reason of nameDoubts(dataSet)) doubt(reason, tagName(PATIENT_NAME));
  return doubts;
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** S7.1: 1 to 64 digits and dots. */
export function isUsableUid(uid: string | undefined): boolean {
  return uid !== undefined && /^[0-9.]{1,64}$/.test(uid);
}

function isPlain(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return false;
  return true;
}

function nameDoubts(dataSet: DataSet): DoubtReason[] {
  const name = valueBytes(dataSet, PATIENT_NAME);
  const isAscii = name === undefined || isPlain(name);
  const needsNoSet = isAscii && !name?.includes(ESCAPE);
  // Most files: one set, or none, and a name that reads the same in each of them.
  if (needsNoSet && !valueBytes(dataSet, SPECIFIC_CHARACTER_SET)?.includes(BACKSLASH)) return [];
  const doubts: DoubtReason[] = [];
  const sets = characterSetsOf(dataSet).filter((term) => term !== '');
  if (sets.length > 1 && sets.some((term) => characterSet(term)?.whole))
    doubts.push('character-sets-exclude-each-other');
  if (needsNoSet) return doubts;
  if (!isAscii && !sets.some((term) => characterSet(term))) doubts.push('character-set-missing');
  if (text(dataSet, PATIENT_NAME)?.includes('\uFFFD')) doubts.push('name-not-decodable');
  return doubts;
}
