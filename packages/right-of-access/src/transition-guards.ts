import type { CalendarDate } from './calendar.ts';
import type { ExamItem, WaitKind } from './exam-item.ts';

/** What is known when a step is asked for. A fact that was not given counts as not so: guards fail closed. */
export type TransitionFacts = {
  readonly today?: CalendarDate;
  readonly receivedOn?: CalendarDate;
  /** A scan or a written reason for a day of receipt in the past. */
  readonly backdatingShown?: boolean;
  /** What exactly is lacking, for a wait. */
  readonly wait?: WaitKind;
  readonly identifiersAgreeing?: number;
  /** A near miss (one identifier differs slightly) with the reason that a person gave. */
  readonly nearMissReason?: string;
  readonly onePatient?: boolean;
  readonly everySourceSearched?: boolean;
  readonly everyNameTried?: boolean;
  /** Copies imported from elsewhere are part of the record too. */
  readonly importedCopiesChecked?: boolean;
  readonly identityProved?: boolean;
  readonly authorityShown?: boolean;
  readonly feeLawful?: boolean;
  /** Objects that the source listed and that are not held. */
  readonly missing?: number;
  /** Those of them that are named with a reason, after the source was asked again. */
  readonly missingNamed?: number;
  readonly everyDeliveryDone?: boolean;
  readonly withdrawerIdentified?: boolean;
};

export type Guard = { readonly cite: string; readonly holds: (facts: TransitionFacts, item: ExamItem) => boolean };

/** Each guard by name, with where it comes from. */
export const guards = {
  'received-not-in-the-future': {
    cite: '45 CFR 164.524(b)(2): the clock starts at receipt',
    holds: ({ today, receivedOn }) => today !== undefined && receivedOn !== undefined && receivedOn <= today,
  },
  'earlier-receipt-shown': {
    cite: 'house rule: an earlier day of receipt needs a scan or a reason',
    holds: ({ today, receivedOn, backdatingShown }) => receivedOn === today || backdatingShown === true,
  },
  'lack-named': { cite: 'house rule: say exactly what is needed', holds: ({ wait }) => wait !== undefined },
  'wait-open': {
    cite: 'house rule: only an open wait can end',
    holds: ({ wait }, item) => wait !== undefined && item.waits.includes(wait),
  },
  'two-identifiers-agree': {
    cite: '45 CFR 164.514(h); 164.502(a)',
    holds: ({ identifiersAgreeing = 0, nearMissReason = '' }) =>
      identifiersAgreeing >= 2 || nearMissReason.trim() !== '',
  },
  'one-patient': { cite: '45 CFR 164.502(a)', holds: ({ onePatient }) => onePatient === true },
  'every-source-searched': {
    cite: '45 CFR 164.501: the record is wherever it is kept',
    holds: ({ everySourceSearched }) => everySourceSearched === true,
  },
  'every-name-tried': {
    cite: 'house rule: former names and spellings are tried before “none found”',
    holds: ({ everyNameTried }) => everyNameTried === true,
  },
  'imported-copies-checked': {
    cite: '45 CFR 164.501: copies from elsewhere are part of the record',
    holds: ({ importedCopiesChecked }) => importedCopiesChecked === true,
  },
  'identity-proved': { cite: '45 CFR 164.514(h)(1)', holds: ({ identityProved }) => identityProved === true },
  'authority-shown': { cite: '45 CFR 164.502(g)', holds: ({ authorityShown }) => authorityShown === true },
  'no-open-wait': { cite: 'house rule: what is lacking is settled first', holds: (_, item) => item.waits.length === 0 },
  'fee-lawful': { cite: '45 CFR 164.524(c)(4)', holds: ({ feeLawful }) => feeLawful === true },
  'complete-or-missing-named': {
    cite: '45 CFR 164.524(c)(1): part of the record is not the record',
    holds: ({ missing, missingNamed = 0 }) => missing !== undefined && missingNamed >= missing,
  },
  'every-delivery-done': {
    cite: '45 CFR 164.524(b)(2)(i)(A): told, and given',
    holds: ({ everyDeliveryDone }) => everyDeliveryDone === true,
  },
  'withdrawer-identified': {
    cite: 'house rule: only the person withdraws, never silence',
    holds: ({ withdrawerIdentified }) => withdrawerIdentified === true,
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
