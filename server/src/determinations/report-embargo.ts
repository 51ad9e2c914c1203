import {
  calendarDate,
  calendarDateIn,
  type Embargo,
  embargoEnd,
  embargoReaches,
  type Pack,
} from '@echoback/right-of-access';
import { instantDuring } from '../inspection/wall-clock.ts';
import type { HoldInput } from './hold-input.ts';
import type { RequestCase } from './request-case.ts';

/** The hold code under which a statute keeps a report closed for a while. */
export const stateEmbargo = 'state-embargo';

export type ComputedHold = Omit<HoldInput, 'finalised'> & { opensAt?: Date; finalisedAt?: string };

/**
 * Nobody types how long a state's hold lasts: the statute says it, from the instant at which the report was finished. It
 * reaches what OD-16 says, and what it does not reach is not held. Without a statute of this pack, or a finished report,
 * nothing is computed, and the hold lacks it.
 */
export function asTheStatuteSays(
  { pack, facility, dueOn }: Pick<RequestCase, 'pack' | 'facility' | 'dueOn'>,
  { from: _, until: __, statute, finalised, ...input }: HoldInput,
  now: Date,
): ComputedHold {
  const reached = input.holds.filter(
    (one) => embargoReaches(pack, { what: one === 'images' ? 'pictures' : 'report', manner: 'electronic' }).reaches,
  );
  const holds = reached.length > 0 ? reached : input.holds;
  const embargo = embargoOf(pack, statute);
  const known = { ...input, holds, ...(embargo ? { statute } : {}) };
  const { timeZone } = facility;
  const finished = finalised && instantDuring(finalised, now, timeZone);
  if (!embargo || !finished || finished > now) return known;
  const finalisedAt = finished.getTime();
  const { opensAt } = embargoEnd(embargo, { finalisedAt, due: calendarDate(dueOn) }, timeZone, pack);
  return {
    ...known,
    finalisedAt: finished.toISOString(),
    from: calendarDateIn(timeZone, finalisedAt),
    until: calendarDateIn(timeZone, Math.max(opensAt - 1, finalisedAt)),
    opensAt: new Date(opensAt),
  };
}

export function embargoOf(pack: Pack, statute: string | undefined): Embargo | undefined {
  return pack.embargoes.find(({ id, conf }) => id === statute && conf !== 'low');
}
