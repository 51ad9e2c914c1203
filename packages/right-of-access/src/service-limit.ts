import type { CalendarDate } from './calendar.ts';
import type { ServiceLimitName } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { type ClockFacts, holidaysFor, plusLimit } from './rule-clock.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';

/** The day by which the house has promised something, counted from the day that caused it. OD-23, OD-25. */
export function serviceDue(
  name: ServiceLimitName,
  from: CalendarDate,
  pack: Pack,
  calendars: Pick<ClockFacts, 'holidays'> = {},
): { readonly on: CalendarDate; readonly why: Why } {
  const own = pack.serviceLimits.value[name];
  const limit = name === 'review-denial' ? { ...own, n: Math.min(own.n, reviewDays[pack.answers['OD-23']]) } : own;
  const on = plusLimit(from, limit, holidaysFor(limit, pack, calendars));
  const inputs = [
    { name: 'promise', value: name },
    { name: 'from', value: from },
    { name: 'limit', value: `${limit.n} ${limit.unit}` },
    { name: 'due', value: on },
  ];
  return { on, why: ruleWhy(pack.serviceLimits, pack, inputs) };
}

const reviewDays = { '15-days': 15, '10-days': 10, '5-days': 5 } as const;
