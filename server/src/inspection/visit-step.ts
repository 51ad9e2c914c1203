import type { CalendarDate } from '@echoback/right-of-access';
import type { Looking } from './read-looking.ts';

/** What is to be done about an appointment: times to offer, somebody to wait for, or a visit to write down. */
export function visitStep(
  { looking, deliveries }: { looking: Looking | null; deliveries: readonly { kind: string; state: string }[] },
  today: CalendarDate,
): 'offer' | 'await' | 'record' | null {
  const mine = deliveries.filter(({ kind }) => kind === 'inspection');
  if (!looking || mine.every(({ state }) => state === 'delivered')) return null;
  const { standing } = looking;
  const isReady = mine.some(({ state }) => state === 'ready');
  switch (standing.is) {
    case 'to-offer':
      return 'offer';
    case 'offered':
      return standing.offer.times.every(({ on }) => on < today) ? 'offer' : 'await';
    case 'chosen':
      if (standing.time.on > today) return 'await';
      // The day came and there was nothing to show: that time was never possible.
      return isReady ? 'record' : 'offer';
    case 'held':
      // What became ready after the visit is to be shown too.
      return isReady ? 'offer' : null;
  }
}
