import { calendarDate, calendarDateIn, embargoEnd, embargoReaches } from '@echoback/right-of-access';
import type { HoldInput } from './hold-input.ts';
import type { RequestCase } from './request-case.ts';

/** The hold code under which a statute keeps a report closed for a while. */
export const stateEmbargo = 'state-embargo';

type Computed = HoldInput & { opensAt?: Date };

/**
 * Nobody types how long a state's hold lasts: the statute says it, from the instant at which the report was finished. It
 * reaches what OD-16 says, and what it does not reach is not held. Without a statute of this pack, or a finished report,
 * nothing is computed, and the hold lacks it.
 */
export function asTheStatuteSays(
  { pack, facility, dueOn }: Pick<RequestCase, 'pack' | 'facility' | 'dueOn'>,
  { from: _, until: __, ...input }: HoldInput,
  now: Date,
): Computed {
  const reached = input.holds.filter(
    (one) => embargoReaches(pack, { what: one === 'images' ? 'pictures' : 'report', manner: 'electronic' }).reaches,
  );
  const { statute: ___, ...bare } = input;
  const holds = reached.length > 0 ? reached : input.holds;
  const embargo = pack.embargoes.find(({ id, conf }) => id === input.statute && conf !== 'low');
  if (!embargo || !input.finalisedAt || Date.parse(input.finalisedAt) > now.getTime()) return { ...bare, holds };
  const { timeZone } = facility;
  const finalisedAt = Date.parse(input.finalisedAt);
  const { opensAt } = embargoEnd(embargo, { finalisedAt, due: calendarDate(dueOn) }, timeZone, pack);
  return {
    ...input,
    holds,
    from: calendarDateIn(timeZone, finalisedAt),
    until: calendarDateIn(timeZone, Math.max(opensAt - 1, finalisedAt)),
    opensAt: new Date(opensAt),
  };
}
