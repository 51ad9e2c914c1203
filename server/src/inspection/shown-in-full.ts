import type { Visit } from './read-looking.ts';
import type { ReadyToShow } from './read-ready.ts';
import { instantOf } from './wall-clock.ts';

/** Was every exam of a release looked at since it was ready? What was seen before was an earlier copy, or another's. */
export function shownInFull(
  { exams, readyAt }: Pick<ReadyToShow, 'readyAt'> & { exams: readonly { examItemId: string }[] },
  visits: readonly Pick<Visit, 'on' | 'at' | 'shown'>[],
  now: readonly string[],
  timeZone: string,
): boolean {
  const since = visits.filter((visit) => instantOf(visit, timeZone) >= readyAt);
  const shown = new Set([...since.flatMap((visit) => visit.shown), ...now]);
  return exams.every(({ examItemId }) => shown.has(examItemId));
}
