import { calendarDate } from '../../calendar.ts';
import { consentAge, keptYears, statePack } from './state-law.ts';

/** States of which only the age of consent to care, or how long records are kept, is loaded. */
export const alabama = statePack('AL', 'Alabama', {
  agesOfConsent: [consentAge('AL', { age: 16, cite: 'Ala. Code 22-8-4', effectiveFrom: calendarDate('2025-10-01') })],
});

export const nebraska = statePack('NE', 'Nebraska', {
  agesOfConsent: [consentAge('NE', { age: 19, cite: 'Neb. Rev. Stat. 43-2101' })],
});

/** Medical-consent exceptions below 21 are for each exam to say. */
export const mississippi = statePack('MS', 'Mississippi', {
  agesOfConsent: [consentAge('MS', { age: 21, cite: 'Miss. Code 1-3-27; exceptions 41-41-3' })],
});

export const georgia = statePack('GA', 'Georgia', {
  retention: [keptYears('GA', { covers: 'records', years: 10, cite: 'O.C.G.A. 31-33-2' })],
});

export const michigan = statePack('MI', 'Michigan', {
  retention: [keptYears('MI', { covers: 'records', years: 7, cite: 'MCL 333.20175' })],
});

export const northCarolina = statePack('NC', 'North Carolina', {
  retention: [keptYears('NC', { covers: 'records', years: 11, minors: { untilAge: 30 }, cite: '10A NCAC 13B .3903' })],
});
