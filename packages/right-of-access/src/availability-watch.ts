import { type CalendarDate, calendarDateIn } from './calendar.ts';
import type { Pack } from './policy-pack.ts';
import type { ClockFacts } from './rule-clock.ts';
import { serviceDue } from './service-limit.ts';
import type { Why } from './why.ts';

/** When each thing that giving needs became true; instants in milliseconds since 1970. Absent: not yet. */
export type AvailabilityFacts = {
  readonly identityProvedAt?: number;
  readonly authorityProvedAt?: number;
  readonly matchedAt?: number;
  readonly retrievableAt?: number;
  /** Lawful holds (`decideHold`); one without an end is still on. */
  readonly holds: readonly { readonly from: number; readonly until?: number }[];
};

export type AvailabilityWatch = {
  /** First moment at which the request could have been met and nothing lawful held it. */
  readonly couldBeMetSince: number | undefined;
  readonly level: 'nothing' | 'flag' | 'supervisor';
  /** Last day without a flag, and without the supervisor. */
  readonly flagAfter?: CalendarDate;
  readonly supervisorAfter?: CalendarDate;
  readonly why: readonly Why[];
};

/** A request that could be met at once and waits may be interference with access, however many days the law still gives. */
export function watchAvailability(
  facts: AvailabilityFacts,
  now: number,
  timeZone: string,
  pack: Pack,
  calendars: Pick<ClockFacts, 'holidays'>,
): AvailabilityWatch {
  const couldBeMetSince = sinceWhen(facts, now);
  if (couldBeMetSince === undefined) return { couldBeMetSince, level: 'nothing', why: [] };
  const since = calendarDateIn(timeZone, couldBeMetSince);
  const flag = serviceDue('flag-available', since, pack, calendars);
  const supervisor = serviceDue('supervisor-available', since, pack, calendars);
  const today = calendarDateIn(timeZone, now);
  const level = today > supervisor.on ? 'supervisor' : today > flag.on ? 'flag' : 'nothing';
  return {
    couldBeMetSince,
    level,
    flagAfter: flag.on,
    supervisorAfter: supervisor.on,
    why: [flag.why, supervisor.why],
  };
}

function sinceWhen(facts: AvailabilityFacts, now: number): number | undefined {
  const needed = [facts.identityProvedAt, facts.authorityProvedAt, facts.matchedAt, facts.retrievableAt];
  let since = Math.max(...needed.map((at = Number.POSITIVE_INFINITY) => at));
  const holds = facts.holds.filter(({ from }) => from <= now).sort((a, b) => a.from - b.from);
  for (const { from, until = Number.POSITIVE_INFINITY } of holds) {
    if (from <= since) since = Math.max(since, until);
    // A hold that began later does not excuse the time before it; an open one stops the watch.
    else if (until > now) return undefined;
  }
  return since <= now ? since : undefined;
}
