import { type CalendarDate, calendarDate, type LetterVisit, latest, serviceDue } from '@echoback/right-of-access';
import type { ClockInput } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { InspectionTime } from '../store/inspection-tables.ts';
import type { Looking, OfferedTimes } from './read-looking.ts';

/** By which day the house has promised to offer times, counted from the day that asks for them (OD-25). */
export function offerBy(
  { receivedOn, pack }: Pick<ClockInput, 'receivedOn' | 'pack'>,
  from: CalendarDate = calendarDate(receivedOn),
): CalendarDate {
  return serviceDue('offer-inspection', from, pack, clockFactsOf(receivedOn)).on;
}

/** The visit as letters tell of it; nothing once everything was shown. */
export function letterVisit(
  { standing, lastEventOn }: Pick<Looking, 'standing' | 'lastEventOn'>,
  clock: Pick<ClockInput, 'receivedOn' | 'pack'>,
  today: CalendarDate,
): LetterVisit {
  switch (standing.is) {
    case 'offered':
      return onOffer('offered', standing.offer, standing.offer.times);
    case 'chosen':
      return onOffer('chosen', standing.offer, [standing.time]);
    default:
      return { is: 'to-offer', by: latest([today, offerBy(clock, lastEventOn ?? undefined)]) };
  }
}

export function onOffer(
  is: 'offered' | 'chosen',
  { place, askFor }: Pick<OfferedTimes, 'place' | 'askFor'>,
  times: readonly InspectionTime[],
): LetterVisit {
  return { is, times: times.map(({ on, at }) => ({ on: calendarDate(on), at })), place, askFor };
}
