import { type WholeNumbersRefusal, wholeNumbers } from './fee-choice.ts';
import { neverChargedCite } from './fee-citations.ts';
import type { ForbiddenLine } from './forbidden-line.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';

/** Work of copying: from the moment when the right pictures are found, fetched and ready. */
export type CopyingTask = 'exporting' | 'converting' | 'burning' | 'printing' | 'scanning' | 'uploading' | 'posting';
/** Work that is done for every request and never charged. It may be logged, so that the log is true. */
export type UncountedTask =
  | 'finding'
  | 'fetching'
  | 'verifying'
  | 'reviewing'
  | 'checking'
  | 'segregating'
  | 'documenting';

export type LabourEntry = { readonly task: CopyingTask | UncountedTask; readonly minutes: number };

export type CountedLabour = {
  /** Whole minutes that the actual cost may be made from. */
  readonly copyMinutes: number;
  readonly loggedMinutes: number;
  readonly notCounted: readonly { readonly task: UncountedTask; readonly minutes: number; readonly cite: string }[];
};

/** What of the minutes logged for a request may be charged. */
export function countLabour(log: readonly LabourEntry[], pack: Pack): Outcome<CountedLabour, WholeNumbersRefusal> {
  if (log.some(({ minutes }) => !Number.isInteger(minutes) || minutes < 0 || minutes > 6_000)) {
    return refuse(wholeNumbers);
  }
  const notCounted = log.flatMap(({ task, minutes }) =>
    isUncounted(task) ? [{ task, minutes, cite: neverChargedCite(lineOf[task], pack) }] : [],
  );
  const loggedMinutes = log.reduce((sum, entry) => sum + entry.minutes, 0);
  const uncounted = notCounted.reduce((sum, entry) => sum + entry.minutes, 0);
  return ok({ copyMinutes: loggedMinutes - uncounted, loggedMinutes, notCounted });
}

function isUncounted(task: LabourEntry['task']): task is UncountedTask {
  return Object.hasOwn(lineOf, task);
}

const lineOf: Readonly<Record<UncountedTask, ForbiddenLine>> = {
  finding: 'search',
  fetching: 'retrieval',
  verifying: 'verification',
  reviewing: 'review',
  checking: 'quality-check',
  segregating: 'segregating',
  documenting: 'record-keeping',
};
