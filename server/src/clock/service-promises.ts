import { calendarDate, calendarDateIn, type ServiceLimitName, serviceDue } from '@echoback/right-of-access';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { Looking } from '../inspection/read-looking.ts';
import type { AuthorityDoubt } from './authority-doubt.ts';

type ServicePromise = { name: PromiseName; by: string; keptOn: string | null; late: boolean };
type PromiseName = 'acknowledge-electronic' | 'acknowledge-paper' | 'authority-doubt' | 'offer-inspection';

type Sent = { code: string; madeAt: string };

/** The house's own targets for one request, counted from the day that caused each. They move no due date. OD-25. */
export function servicePromises(
  clock: ClockInput,
  facility: FacilityFacts,
  letters: readonly Sent[],
  { channel, doubt, looking }: { channel: string; doubt: AuthorityDoubt; looking: Looking | null },
): ServicePromise[] {
  const dayOf = (at: Date | string) => calendarDateIn(facility.timeZone, new Date(at).getTime());
  const promise = (name: PromiseName & ServiceLimitName, from: string, keptOn: string | null): ServicePromise => {
    const { on } = serviceDue(name, calendarDate(from), clock.pack, clockFactsOf(clock.receivedOn));
    return { name, by: on, keptOn, late: (keptOn ?? facility.today) > on };
  };
  const keptAt = (at: Date | string | null | undefined) => (at ? dayOf(at) : null);
  const acknowledged = letters.find(({ code }) => code === 'L-ACK')?.madeAt;
  const acknowledge = channel === 'portal' ? 'acknowledge-electronic' : 'acknowledge-paper';
  return [
    promise(acknowledge, clock.receivedOn, keptAt(acknowledged)),
    ...(doubt ? [promise('authority-doubt', dayOf(doubt.since), keptAt(doubt.settledAt))] : []),
    ...(looking ? [promise('offer-inspection', clock.receivedOn, firstTimes(looking))] : []),
  ];
}

/** Whoever came unasked and was shown the pictures had a time. */
function firstTimes({ firstOfferedOn, visits }: Looking): string | null {
  return firstOfferedOn ?? visits.find(({ outcome }) => outcome === 'held')?.on ?? null;
}
