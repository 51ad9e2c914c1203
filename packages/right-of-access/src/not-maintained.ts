import type { CalendarDate } from './calendar.ts';
import { citeOf } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import type { ClockFacts } from './rule-clock.ts';
import { serviceDue } from './service-limit.ts';
import { because, type Why } from './why.ts';

export type Keeper = { readonly name: string; readonly address: string; readonly phone: string };

export type HeldElsewhere = {
  readonly receivedOn: CalendarDate;
  readonly due: CalendarDate;
  /** Who keeps it, where that is known: the letter must then say so, 164.524(d)(3). */
  readonly keeper?: Keeper;
  /** Copies from elsewhere that lie in the facility's own archives. */
  readonly importedCopies: 'not-looked-for' | readonly { readonly exam: string; readonly askedFor: boolean }[];
};

export type NotMaintained = {
  readonly letter: 'L-NOT';
  readonly keeper?: Keeper;
  /** Copies held here that were asked for: given, wherever they came from. */
  readonly give: readonly string[];
  readonly sendBy: CalendarDate;
  readonly sendByLaw: CalendarDate;
  readonly why: Why;
};

/** “We do not keep it; ask there”: true only of what was not imported, and only once somebody looked. */
export function decideNotMaintained(
  facts: HeldElsewhere,
  pack: Pack,
  calendars: Pick<ClockFacts, 'holidays'>,
): Outcome<NotMaintained, { readonly code: 'imported-copies-not-checked'; readonly cite: string }> {
  const { importedCopies, keeper, receivedOn, due } = facts;
  const cite = citeOf(pack.sources, 'not-maintained', 'every-source');
  if (importedCopies === 'not-looked-for') return refuse({ code: 'imported-copies-not-checked', cite });
  const give = importedCopies.filter((copy) => copy.askedFor).map(({ exam }) => exam);
  const house = serviceDue('redirect', receivedOn, pack, calendars).on;
  const inputs = { keeper: keeper?.name ?? 'not known', importedCopies: importedCopies.length, given: give.join(', ') };
  return ok({
    letter: 'L-NOT',
    ...(keeper && { keeper }),
    give,
    sendBy: house < due ? house : due,
    sendByLaw: due,
    why: because('law/not-maintained', cite, inputs),
  });
}
