import type { CalendarDate } from '../../calendar.ts';
import type { Counts } from '../../counts.ts';
import type { LetterSubject, LetterWay } from '../../letter-subject.ts';
import type { ObjectKind } from '../../object-kind.ts';
import type { LetterVisit } from '../visit-passages.ts';

/** Why an object that the source listed is not in the copy. */
export type MissingReason = 'gone-from-source' | 'source-did-not-send' | 'damaged';

export type MissingNamed = {
  readonly kind: ObjectKind;
  readonly seriesNumber: number | null;
  readonly instanceNumber: number | null;
  readonly why: MissingReason;
};

export type GivenExam = {
  readonly label: string;
  readonly performedOn: CalendarDate | null;
  /** What the source listed, and what is in the copy. */
  readonly listed: Counts;
  readonly given: Counts;
  /** Where only certain pictures were asked for: files of the whole exam. */
  readonly ofAll?: number;
  /**
   * The written report: in the copy, closed for a while by state law, still to come, asked for but not held here, or not
   * asked for.
   */
  readonly report: 'given' | 'opens-later' | 'to-come' | 'not-held' | 'not-asked';
  readonly missing: readonly MissingNamed[];
};

export type ReportLater = {
  readonly performedOn: CalendarDate | null;
  readonly opensOn: CalendarDate;
  readonly cite: string;
};

export type CompletionFacts = LetterSubject & {
  readonly exams: readonly GivenExam[];
  readonly ways: readonly LetterWay[];
  /** Where they asked to look in person, and have not yet. */
  readonly visit?: LetterVisit;
  /** Why something is missing and how it will follow, in the words of whoever approved the copy. */
  readonly officeOnMissing?: string;
  /** Reports that state law keeps closed online for a while; on paper they are there now: OD-16. */
  readonly reportsLater?: readonly ReportLater[];
  /** Exams of this request that are not answered yet, and the last day for them: OD-17 gives the rest at once. */
  readonly stillToCome?: { readonly exams: readonly string[]; readonly dueOn: CalendarDate };
};
