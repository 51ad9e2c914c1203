import type { CalendarDate } from './calendar.ts';

/** How far one exam item has come, in this order. What we need from the person stands beside it as a wait. */
export const stages = [
  'draft',
  'received',
  'searching',
  'matched',
  'granted',
  'retrieving',
  'checking',
  'released',
  'delivered',
  'closed',
] as const;

export type Stage = (typeof stages)[number];

/** What is missing from the person. It is shown with a date that does not move: no wait stops this clock. */
export type WaitKind = 'identity' | 'clarification' | 'payment' | 'signature';

export type ExamOutcome =
  | 'given'
  | 'given-in-part'
  | 'denied'
  | 'not-maintained'
  | 'none-found'
  /** Asked for by whoever acts for a minor: one answer, whether nothing was found or what was found is not theirs to have. */
  | 'none-to-give'
  | 'withdrawn'
  | 'duplicate'
  | 'identity-not-shown'
  /** Not theirs to have who asked, by themselves or of this exam: no denial. 45 CFR 164.502(g). */
  | 'not-theirs';

/** What stands beside the stage because of something that was recorded: a letter, a denial, a review, a recall. */
export type ExamFlag = 'extended' | 'overdue' | 'part-denied' | 'under-review' | 'recalled' | 'reopened';

/** One line of a request: what the person remembers. Only what its life depends on; its words are the caller's. */
export type ExamItem = {
  readonly stage: Stage;
  readonly waits: readonly WaitKind[];
  /** Set when, and only when, the stage is `closed`. */
  readonly outcome?: ExamOutcome;
  /** Each once; nothing stands for none. */
  readonly flags?: readonly ExamFlag[];
  /** The day that started the clock. It moves to an earlier day at most. */
  readonly receivedOn?: CalendarDate;
};

export function isFlagged(item: ExamItem, flag: ExamFlag): boolean {
  return item.flags?.includes(flag) ?? false;
}

export type RequestState = {
  /** That of the least advanced item: a request is never further than what is still owed. */
  readonly stage: Stage;
  readonly waits: readonly WaitKind[];
  readonly closed: boolean;
  /** Outcomes reached so far, each once. */
  readonly outcomes: readonly ExamOutcome[];
};

/** A request's state is derived from its items and never kept. */
export function requestState(items: readonly ExamItem[]): RequestState {
  if (items.length === 0) throw new RangeError('A request has at least one exam item');
  const least = Math.min(...items.map((item) => stages.indexOf(item.stage)));
  const stage = stages[least] as Stage;
  const waits = [...new Set(items.flatMap((item) => item.waits))];
  const outcomes = [...new Set(items.flatMap((item) => item.outcome ?? []))];
  return { stage, waits, closed: stage === 'closed', outcomes };
}
