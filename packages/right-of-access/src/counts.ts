import { type ObjectKind, objectKind } from './object-kind.ts';

/** One object as a source listed it, or as it is held. */
export type ListedInstance = {
  readonly sopInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopClassUid: string;
  /** Instance Number (0020,0013): what a person may see as “picture 7”. */
  readonly instanceNumber?: number | null | undefined;
  /** Series Number (0020,0011). */
  readonly seriesNumber?: number | null | undefined;
  readonly numberOfFrames?: number | null | undefined;
  readonly modality?: string | null | undefined;
};

/** The same four numbers stand on the desk, in the portal, in the letter and in the package. */
export type Counts = {
  readonly stills: number;
  readonly clips: number;
  readonly reports: number;
  readonly other: number;
};

export type MissingObject = {
  readonly sopInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly kind: ObjectKind;
  readonly seriesNumber: number | null;
  readonly instanceNumber: number | null;
};

export type ListingComparison = {
  /** What the source said it had before anything was retrieved. */
  readonly listed: Counts;
  /** Of what was listed: how much is held. */
  readonly held: Counts;
  /** Everything held, with what the source had not listed. */
  readonly inCopy: Counts;
  readonly missing: readonly MissingObject[];
  readonly unlisted: readonly ListedInstance[];
  readonly complete: boolean;
};

export const noObjects: Counts = { stills: 0, clips: 0, reports: 0, other: 0 };

export function countObjects(
  objects: Iterable<{ readonly sopClassUid: string; readonly numberOfFrames?: number | null | undefined }>,
): Counts {
  const counts = { stills: 0, clips: 0, reports: 0, other: 0 };
  for (const object of objects) counts[countOf[objectKind(object)]] += 1;
  return counts;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    stills: a.stills + b.stills,
    clips: a.clips + b.clips,
    reports: a.reports + b.reports,
    other: a.other + b.other,
  };
}

export function totalObjects(counts: Counts): number {
  return counts.stills + counts.clips + counts.reports + counts.other;
}

/**
 * Proof of completeness: the list that the source gave before retrieval against what is held, by SOP Instance UID. An
 * object counts once however often it was listed. Where both sides know it, the held header decides what kind it is.
 */
export function compareWithListing(
  listed: readonly ListedInstance[],
  held: readonly ListedInstance[],
): ListingComparison {
  const wanted = new Map(listed.map((object) => [object.sopInstanceUid, object]));
  const have = new Map(held.map((object) => [object.sopInstanceUid, object]));
  const absent = [...wanted.values()].filter((object) => !have.has(object.sopInstanceUid));
  const present = [...have.values()].filter((object) => wanted.has(object.sopInstanceUid));
  const unlisted = [...have.values()].filter((object) => !wanted.has(object.sopInstanceUid));
  const heldCounts = countObjects(present);
  return {
    listed: addCounts(heldCounts, countObjects(absent)),
    held: heldCounts,
    inCopy: addCounts(heldCounts, countObjects(unlisted)),
    missing: absent.map(asMissing).sort(byPlace),
    unlisted,
    complete: absent.length === 0,
  };
}

const countOf: Readonly<Record<ObjectKind, keyof Counts>> = {
  still: 'stills',
  clip: 'clips',
  report: 'reports',
  other: 'other',
};

function asMissing(object: ListedInstance): MissingObject {
  const { sopInstanceUid, seriesInstanceUid, seriesNumber = null, instanceNumber = null } = object;
  return { sopInstanceUid, seriesInstanceUid, kind: objectKind(object), seriesNumber, instanceNumber };
}

/** Series, then number, as a person would look for them; objects without a number last. */
function byPlace(a: MissingObject, b: MissingObject): number {
  const bySeries = (a.seriesNumber ?? Number.POSITIVE_INFINITY) - (b.seriesNumber ?? Number.POSITIVE_INFINITY);
  const byNumber = (a.instanceNumber ?? Number.POSITIVE_INFINITY) - (b.instanceNumber ?? Number.POSITIVE_INFINITY);
  return bySeries || byNumber || (a.sopInstanceUid < b.sopInstanceUid ? -1 : 1);
}
