import { addCounts, compareWithListing, type MissingReason, noObjects, totalObjects } from '@echoback/right-of-access';
import type { ExamCounts, KindCounts, ListedInstance, ReleaseCounts } from '../store/records.ts';

/** An object that is held and would be given. */
type HeldObject = {
  sopInstanceUid: string;
  seriesInstanceUid: string;
  sopClassUid: string;
  seriesNumber: number | null;
  instanceNumber: number | null;
  numberOfFrames: number | null;
};

export type MatchedStudy = {
  examItemId: string;
  studyInstanceUid: string;
  /** The source's list from before retrieval, as it was frozen. */
  listed: readonly ListedInstance[];
  held: readonly HeldObject[];
  /** Why an object is not held, by SOP Instance UID. */
  reasons: ReadonlyMap<string, MissingReason>;
  /** Files of the whole study, where only certain pictures of it were asked for. */
  ofAll?: number | undefined;
};

/** The list before retrieval against what is held: what was made, what is given, and every gap by name. */
export function completenessOf(study: MatchedStudy): ExamCounts {
  const comparison = compareWithListing(study.listed, study.held);
  return {
    examItemId: study.examItemId,
    listed: comparison.listed,
    given: comparison.inCopy,
    ...(study.ofAll === undefined ? {} : { ofAll: study.ofAll }),
    missing: comparison.missing.map((object) => ({
      sopInstanceUid: object.sopInstanceUid,
      kind: object.kind,
      seriesNumber: object.seriesNumber,
      instanceNumber: object.instanceNumber,
      why: study.reasons.get(object.sopInstanceUid) ?? 'source-did-not-send',
    })),
  };
}

/** The counts of a release: an exam of several studies is summed, a study asked for twice is counted once. */
export function releaseCounts(studies: readonly MatchedStudy[]): ReleaseCounts {
  const each = studies.map((study) => ({ study, counts: completenessOf(study) }));
  const exams = Map.groupBy(each, ({ counts }) => counts.examItemId);
  const once = [...new Map(each.map((entry) => [entry.study.studyInstanceUid, entry.counts])).values()];
  return {
    exams: [...exams].map(([examItemId, entries]) => ({
      examItemId,
      ...sum(entries.map(({ counts }) => counts)),
      missing: entries.flatMap(({ counts }) => counts.missing),
      ...filesOfAll(entries),
    })),
    ...sum(once),
  };
}

/** Of several studies of one exam: all their files, once certain pictures of one of them were asked for. */
function filesOfAll(entries: readonly { counts: ExamCounts }[]): { ofAll?: number } {
  if (entries.every(({ counts }) => counts.ofAll === undefined)) return {};
  return { ofAll: entries.reduce((files, { counts }) => files + (counts.ofAll ?? totalObjects(counts.listed)), 0) };
}

function sum(all: readonly { listed: KindCounts; given: KindCounts }[]): { listed: KindCounts; given: KindCounts } {
  return {
    listed: all.reduce((counts, { listed }) => addCounts(counts, listed), noObjects),
    given: all.reduce((counts, { given }) => addCounts(counts, given), noObjects),
  };
}
