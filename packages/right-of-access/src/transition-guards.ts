import type { CalendarDate } from './calendar.ts';
import { type ExamItem, isFlagged, type WaitKind } from './exam-item.ts';
import { isBlank } from './lack.ts';
import { type NearMiss, nearMissLacks } from './near-miss.ts';

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
  /** Whoever asks acts for a living minor, so that each exam is tested by itself. */
  readonly askedForMinor?: boolean;
  readonly feeLawful?: boolean;
  /** Objects that the source listed and that are not held. */
  readonly missing?: number;
  /** Those of them that are named with a reason, after the source was asked again. */
  readonly missingNamed?: number;
  readonly everyDeliveryDone?: boolean;
  readonly withdrawerIdentified?: boolean;
  /** The person said so, in words: silence is no withdrawal. */
  readonly withdrawalSaid?: boolean;
  /** This exam may go to whoever asks: the test of a parent is made for each exam. */
  readonly examAllowed?: boolean;
  /** Under which paper a copy goes to somebody else, looked at this moment. */
  readonly instrument?: 'not-needed' | 'valid' | 'defective' | 'expired' | 'revoked';
  /** Lawful holds that have not ended. */
  readonly openHolds?: number;
  /** Those of them under which the law lets nobody decide that a copy is given. */
  readonly barringHolds?: number;
  /** Of what is released, each study that only nearly agrees: why it is this patient, who chose it, and who gives it. */
  readonly nearMisses?: readonly NearMiss[];
  /** The extension was decided and its letter is sent. */
  readonly extensionLawful?: boolean;
  /** A ground of the list, by the right hand, with all that it takes. */
  readonly denialGrounded?: boolean;
  readonly denialLetterSent?: boolean;
  readonly groundReviewable?: boolean;
  /** Licensed, designated, and not among those who denied. */
  readonly reviewerFit?: boolean;
  readonly matchStanding?: boolean;
  /** An earlier open request of the same patient asks for the same exams. */
  readonly askedBefore?: boolean;
  readonly deliveriesKept?: boolean;
  readonly identityNeverShown?: boolean;
  /** A study that was found for an asked exam and became an exam of its own. */
  readonly foundNotAsked?: boolean;
  /** Family alone, a parent of somebody of age, or somebody who is not treated as a representative. */
  readonly noRightOfAccess?: boolean;
  /** The test of each exam is settled against whoever asks. */
  readonly notTheirs?: boolean;
  readonly byPrivacyOfficer?: boolean;
  readonly reason?: string;
  readonly reopenedFor?: 'missing-images' | 'new-proof' | 'review-won';
  readonly dueOn?: CalendarDate;
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
  'asked-for-a-minor': {
    cite: '45 CFR 164.502(g)(3)(i): for each exam by itself',
    holds: ({ askedForMinor }) => askedForMinor === true,
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
  'withdrawal-said': {
    cite: 'house rule: only the person withdraws, never silence',
    holds: ({ withdrawalSaid }) => withdrawalSaid === true,
  },
  'receipt-moved-earlier': {
    cite: '45 CFR 164.524(b)(2): the day of receipt is a fact, and is never made later',
    holds: ({ receivedOn }, item) =>
      receivedOn !== undefined && item.receivedOn !== undefined && receivedOn < item.receivedOn,
  },
  'reason-given': { cite: 'house rule: say why', holds: ({ reason }) => !isBlank(reason) },
  'exam-allowed': {
    cite: '45 CFR 164.502(g)(3): for each exam by itself',
    holds: ({ examAllowed }) => examAllowed === true,
  },
  'instrument-valid': {
    cite: '45 CFR 164.508(b)(2), (b)(5); 164.524(c)(3)(ii): valid at the instant of release',
    holds: ({ instrument }) => instrument === 'not-needed' || instrument === 'valid',
  },
  'no-barring-hold': {
    cite: '45 CFR 171.201; 171.202: harm, or a precondition of law, is settled before a copy is granted',
    holds: ({ barringHolds }) => barringHolds === 0,
  },
  'no-hold-open': { cite: '45 CFR part 171: a lawful hold ends first', holds: ({ openHolds }) => openHolds === 0 },
  'near-miss-seconded': {
    cite: '45 CFR 164.502(a); house rule: two people look at a near miss',
    holds: ({ nearMisses }) => nearMisses?.every((one) => nearMissLacks(one).length === 0) === true,
  },
  'not-extended-before': {
    cite: '45 CFR 164.524(b)(2)(ii)(B): one extension',
    holds: (_, item) => !isFlagged(item, 'extended'),
  },
  'extension-lawful': {
    cite: '45 CFR 164.524(b)(2)(ii)',
    holds: ({ extensionLawful }) => extensionLawful === true,
  },
  'denial-grounded': {
    cite: '45 CFR 164.524(a)(2)–(3), (d)',
    holds: ({ denialGrounded }) => denialGrounded === true,
  },
  'part-denial-told': {
    cite: '45 CFR 164.524(d)(2): a denial in part is a letter',
    holds: ({ denialLetterSent }, item) => !isFlagged(item, 'part-denied') || denialLetterSent === true,
  },
  'was-denied': {
    cite: '45 CFR 164.524(a)(4)',
    holds: (_, item) => item.outcome === 'denied' || isFlagged(item, 'part-denied'),
  },
  'ground-reviewable': {
    cite: '45 CFR 164.524(a)(3), (a)(4)',
    holds: ({ groundReviewable }) => groundReviewable === true,
  },
  'review-open': { cite: '45 CFR 164.524(d)(4)', holds: (_, item) => isFlagged(item, 'under-review') },
  'reviewer-fit': {
    cite: '45 CFR 164.524(a)(4): a licensed professional who took no part in the denial',
    holds: ({ reviewerFit }) => reviewerFit === true,
  },
  'match-standing': {
    cite: 'house rule: without a chosen study the search begins again',
    holds: ({ matchStanding }) => matchStanding === true,
  },
  'asked-before': {
    cite: '45 CFR 164.524(c)(1): the same patient and exams, asked for before',
    holds: ({ askedBefore }) => askedBefore === true,
  },
  'deliveries-kept': {
    cite: 'house rule: no recipient and no form is lost in a joining',
    holds: ({ deliveriesKept }) => deliveriesKept === true,
  },
  'identity-wait-open': {
    cite: '45 CFR 164.514(h)(1)',
    holds: (_, item) => item.waits.includes('identity'),
  },
  'identity-never-shown': {
    cite: 'OD-21: asked in several ways, answered in writing by the due date',
    holds: ({ identityNeverShown }) => identityNeverShown === true,
  },
  'found-not-asked': {
    cite: '45 CFR 164.524(b)(2): what was asked for by itself is answered',
    holds: ({ foundNotAsked }) => foundNotAsked === true,
  },
  'no-right-of-access': {
    cite: '45 CFR 164.502(g); 164.524(a)(1)',
    holds: ({ noRightOfAccess }) => noRightOfAccess === true,
  },
  'not-theirs': { cite: '45 CFR 164.502(g)(3)(ii)', holds: ({ notTheirs }) => notTheirs === true },
  'was-released': {
    cite: '45 CFR 164.402: something left the facility',
    holds: (_, item) => item.stage !== 'closed' || item.outcome === 'given' || item.outcome === 'given-in-part',
  },
  'recall-by-privacy-officer': {
    cite: '45 CFR 164.530(a)(1)',
    holds: ({ byPrivacyOfficer }) => byPrivacyOfficer === true,
  },
  'past-due': {
    cite: '45 CFR 164.524(b)(2)',
    holds: ({ today, dueOn }) => today !== undefined && dueOn !== undefined && dueOn < today,
  },
  'not-yet-overdue': {
    cite: 'house rule: one letter for one lateness',
    holds: (_, item) => !isFlagged(item, 'overdue'),
  },
  'may-reopen': {
    cite: 'house rule: what was taken back or joined begins as a request of its own',
    holds: (_, item) => item.outcome !== 'withdrawn' && item.outcome !== 'duplicate',
  },
  'reopening-reason': {
    cite: '45 CFR 164.524(c)(1), (d)(4): missing pictures, new proof, or a review won',
    holds: ({ reopenedFor }) => reopenedFor !== undefined,
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
