import { ageInYears, type CalendarDate } from './calendar.ts';
import { comingOfAge } from './minors.ts';
import { openAnswer } from './open-answer.ts';
import type { Pack } from './policy-pack.ts';

/** The youngest age from which somebody might have consented alone, as OD-13 takes it. */
const NEUTRAL_FROM = 12;
const NEUTRAL_UP_TO = 18;

/** Of which ages the neutral sentence speaks: the same words for everybody of that age. */
export type YoungAges = { readonly from: number; readonly below: number };

/**
 * Does a letter sent on this day carry the neutral sentence of `letters/passages.ts` (OD-13)? The age on the day of the
 * letter counts. It stands for every patient from 12 to 17, or for every minor where the facility chose that, and on to the
 * birthday that ends a parent's standing where the state's comes later, whether or not anything is withheld.
 */
export function neutralSentenceOwed(bornOn: CalendarDate, sentOn: CalendarDate, pack: Pack): YoungAges | null {
  const age = ageInYears(bornOn, sentOn);
  const from = openAnswer(pack, 'OD-13').setting === 'every-minor' ? 0 : NEUTRAL_FROM;
  const below = Math.max(NEUTRAL_UP_TO, comingOfAge(bornOn, pack)?.age ?? 0);
  return age >= from && age < below ? { from, below } : null;
}
