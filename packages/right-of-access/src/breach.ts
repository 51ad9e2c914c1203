import { addBusinessDays, addDays, type CalendarDate, calendarDate, type Holidays } from './calendar.ts';
import { isBlank } from './lack.ts';
import { citeOf, type LawSources } from './law-sources.ts';
import type { Pack } from './policy-pack.ts';
import { type ClockFacts, holidaysFor } from './rule-clock.ts';
import { serviceDue } from './service-limit.ts';
import { because, type Why } from './why.ts';

/** The four factors of 45 CFR 164.402(2): what somebody wrote about each. */
export type FourFactors = {
  readonly whatData: string;
  readonly whoGotIt: string;
  readonly acquiredOrViewed: string;
  readonly mitigated: string;
  readonly lowProbability: boolean;
  readonly assessedBy: string;
};

/** Presumed a breach, unless a complete assessment with a name under it shows a low probability of compromise. */
export function isBreach(factors: FourFactors | undefined): boolean {
  if (!factors?.lowProbability) return true;
  const { whatData, whoGotIt, acquiredOrViewed, mitigated, assessedBy } = factors;
  return [whatData, whoGotIt, acquiredOrViewed, mitigated, assessedBy].some(isBlank);
}

export type ShorterStateNotice = { readonly businessDays: number; readonly cite: string };

export type BreachDates = {
  readonly individualBy: CalendarDate;
  /** HHS, or the authority that the pack names. */
  readonly authorityBy: CalendarDate;
  readonly why: Why;
};

const NOTICE_DAYS = 60;
const MANY = 500;

/**
 * Last days of notice, counted from discovery: the individual within 60 calendar days (164.404), or sooner where the state
 * says so; HHS at the same time for 500 people or more, and otherwise within 60 days after the year's end (164.408). The press
 * (164.406) is told of incidents of another size than copies that went wrong: their dates are not worked out here.
 */
export function breachDates(
  discoveredOn: CalendarDate,
  affected: { readonly people: number },
  sources: LawSources,
  state?: ShorterStateNotice,
  holidays: Holidays = new Set(),
): BreachDates {
  const federal = addDays(discoveredOn, NOTICE_DAYS);
  const byState = state ? addBusinessDays(discoveredOn, state.businessDays, holidays) : federal;
  const individualBy = byState < federal ? byState : federal;
  const yearsEnd = calendarDate(`${discoveredOn.slice(0, 4)}-12-31`);
  const authorityBy = affected.people >= MANY ? federal : addDays(yearsEnd, NOTICE_DAYS);
  const cite = `${citeOf(sources, 'breach-told', 'breach-authority')}${byState < federal ? `; ${state?.cite}` : ''}`;
  const why = because('law/breach-notice', cite, { discoveredOn, people: affected.people, days: NOTICE_DAYS });
  return { individualBy, authorityBy, why };
}

/** The same under one pack: with what its state says, and with what the facility promises where that is sooner. */
export function breachDatesUnder(
  pack: Pack,
  discoveredOn: CalendarDate,
  affected: { readonly people: number },
  calendars: Pick<ClockFacts, 'holidays'>,
): BreachDates {
  const state = pack.breachNotices.find(({ conf }) => conf !== 'low');
  const dates = breachDates(discoveredOn, affected, pack.sources, state, holidaysFor({}, pack, calendars)());
  const promised = serviceDue('report-breach', discoveredOn, pack, calendars);
  // No yearly list: the authority hears within 72 hours, and the person without delay. GDPR Art. 33(1), 34(1).
  if (pack.complaintRoute.value === 'supervisory-authority') {
    return { individualBy: promised.on, authorityBy: promised.on, why: promised.why };
  }
  return promised.on < dates.individualBy ? { ...dates, individualBy: promised.on, why: promised.why } : dates;
}
