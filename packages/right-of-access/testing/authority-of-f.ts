import type { AuthorityCase } from '../src/authority.ts';
import { calendarDate } from '../src/calendar.ts';
import type { MinorLaw } from '../src/minors.ts';
import { usSources } from '../src/testing/packs.ts';

/** The state of facility F: 18, and silent about parents of minors who consented to prenatal care themselves. */
export const stateOfF: MinorLaw = {
  jurisdiction: 'state-of-f',
  ageOfHealthConsent: 18,
  onParent: { prenatal: 'silent' },
  cite: 'invented for the scenario',
  confidence: 'medium',
  sources: usSources,
};

/** A parent whose link to the child already lies in the registration. */
export function parentCase(bornOn: string, today: string): AuthorityCase {
  const relationship = { what: 'parent link in the registration', judgedBy: 'kim', judgedOn: calendarDate(today) };
  return {
    authority: { kind: 'parent', relationship },
    patient: { bornOn: calendarDate(bornOn) },
    law: stateOfF,
    today: calendarDate(today),
  };
}

/** Somebody who asks for the pictures of a man born in 1940. */
export function askedFor(on: string, authority: AuthorityCase['authority'], diedOn?: string): AuthorityCase {
  const patient = { bornOn: calendarDate('1940-02-02'), ...(diedOn && { diedOn: calendarDate(diedOn) }) };
  return { authority, patient, law: stateOfF, today: calendarDate(on) };
}
