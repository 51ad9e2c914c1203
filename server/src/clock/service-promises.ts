import { calendarDate, calendarDateIn, type ServiceLimitName, serviceDue } from '@echoback/right-of-access';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';

type ServicePromise = { name: string; by: string; keptOn: string | null; late: boolean };

type Sent = { code: string; madeAt: string };

/** The house's own targets for one request, counted from the day that caused each. They move no due date. OD-25. */
export function servicePromises(
  clock: ClockInput,
  facility: FacilityFacts,
  letters: readonly Sent[],
  { channel }: { channel: string },
): ServicePromise[] {
  const name: ServiceLimitName = channel === 'portal' ? 'acknowledge-electronic' : 'acknowledge-paper';
  const { on } = serviceDue(name, calendarDate(clock.receivedOn), clock.pack, clockFactsOf(clock.receivedOn));
  const acknowledged = letters.find(({ code }) => code === 'L-ACK');
  const keptOn = acknowledged ? calendarDateIn(facility.timeZone, acknowledged.madeAt) : null;
  return [{ name, by: on, keptOn, late: (keptOn ?? facility.today) > on }];
}
