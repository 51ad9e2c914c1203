import { calendarDate, calendarDateIn, type ServiceLimitName, serviceDue } from '@echoback/right-of-access';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { AuthorityDoubt } from './authority-doubt.ts';

type ServicePromise = { name: PromiseName; by: string; keptOn: string | null; late: boolean };
type PromiseName = 'acknowledge-electronic' | 'acknowledge-paper' | 'authority-doubt';

type Sent = { code: string; madeAt: string };

/** The house's own targets for one request, counted from the day that caused each. They move no due date. OD-25. */
export function servicePromises(
  clock: ClockInput,
  facility: FacilityFacts,
  letters: readonly Sent[],
  { channel, doubt }: { channel: string; doubt: AuthorityDoubt },
): ServicePromise[] {
  const dayOf = (at: Date | string) => calendarDateIn(facility.timeZone, new Date(at).getTime());
  const promise = (name: PromiseName & ServiceLimitName, from: string, kept: Date | string | null | undefined) => {
    const { on } = serviceDue(name, calendarDate(from), clock.pack, clockFactsOf(clock.receivedOn));
    const keptOn = kept ? dayOf(kept) : null;
    return { name, by: on, keptOn, late: (keptOn ?? facility.today) > on };
  };
  const acknowledged = letters.find(({ code }) => code === 'L-ACK')?.madeAt;
  return [
    promise(channel === 'portal' ? 'acknowledge-electronic' : 'acknowledge-paper', clock.receivedOn, acknowledged),
    ...(doubt ? [promise('authority-doubt', dayOf(doubt.since), doubt.settledAt)] : []),
  ];
}
