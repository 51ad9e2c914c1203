import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';
import { yearsAfter } from './years-after.ts';

/** Years after a death from which a record is no longer protected health information: 45 CFR 160.103, 164.502(f). */
const PROTECTED_YEARS = 50;

/** Somebody who took part in a dead person's care or its payment, and holds no authority over the estate. */
export type FamilyInvolvement = {
  /** How somebody at the facility knows of the death; that a person asks as family shows nothing. */
  readonly deathShownBy: string;
  /** “drove her to every appointment”: what is disclosed must be relevant to it. */
  readonly involvement: string;
  /** Somebody at the facility looked for a contrary wish of the dead person and found none. */
  readonly contraryWish: 'none-known' | 'known' | 'not-looked-for';
  readonly recordedBy: string;
};

export type FamilyLack =
  | 'how the death is known'
  | 'how they were involved'
  | 'that no contrary wish is known'
  | 'who recorded it';

/** What a facility may choose to do. It is no access: no clock, no fee rule of access, and no denial when it is not done. */
export type FamilyDisclosure = {
  readonly kind: 'permitted-disclosure';
  readonly accessClock: false;
  readonly isDenial: false;
  readonly limitedTo: string;
  readonly why: Why;
};

export function decideFamilyDisclosure(
  facts: FamilyInvolvement,
  { family: cite }: LawSources,
): Outcome<
  FamilyDisclosure,
  | { readonly code: 'contrary-wish'; readonly cite: string }
  | { readonly code: 'involvement-lacks'; readonly lacks: readonly Lack<FamilyLack>[] }
> {
  if (facts.contraryWish === 'known') return refuse({ code: 'contrary-wish', cite });
  const lacks: FamilyLack[] = [];
  if (isBlank(facts.deathShownBy)) lacks.push('how the death is known');
  if (isBlank(facts.involvement)) lacks.push('how they were involved');
  if (facts.contraryWish === 'not-looked-for') lacks.push('that no contrary wish is known');
  if (isBlank(facts.recordedBy)) lacks.push('who recorded it');
  if (lacks.length > 0) return refuse({ code: 'involvement-lacks', lacks: lacks.map((name) => ({ name, cite })) });
  const { deathShownBy, involvement, recordedBy } = facts;
  const inputs = { deathShownBy, involvement, contraryWish: 'none known', recordedBy };
  const why = because('law/family-of-deceased', cite, inputs);
  return ok({ kind: 'permitted-disclosure', accessClock: false, isDenial: false, limitedTo: involvement, why });
}

/** Is the record of somebody who died still protected? Not once more than fifty years have passed. */
export function isProtectedAfterDeath(diedOn: CalendarDate, today: CalendarDate): boolean {
  return today <= yearsAfter(diedOn, PROTECTED_YEARS);
}
