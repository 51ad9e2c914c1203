import type { CalendarDate } from './calendar.ts';
import { type ExamItem, isFlagged, type WaitKind } from './exam-item.ts';
import { isBlank } from './lack.ts';
import type { Cited } from './law-sources.ts';
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

export type Guard = {
  readonly cited: readonly Cited[];
  readonly holds: (facts: TransitionFacts, item: ExamItem) => boolean;
};

/** Each guard by name, with where it comes from. */
export const guards = {
  'received-not-in-the-future': {
    cited: ['clock'],
    holds: ({ today, receivedOn }) => today !== undefined && receivedOn !== undefined && receivedOn <= today,
  },
  'earlier-receipt-shown': {
    cited: ['house rule: an earlier day of receipt needs a scan or a reason'],
    holds: ({ today, receivedOn, backdatingShown }) => receivedOn === today || backdatingShown === true,
  },
  'lack-named': { cited: ['house rule: say exactly what is needed'], holds: ({ wait }) => wait !== undefined },
  'wait-open': {
    cited: ['house rule: only an open wait can end'],
    holds: ({ wait }, item) => wait !== undefined && item.waits.includes(wait),
  },
  'two-identifiers-agree': {
    cited: ['identity', 'one-patient'],
    holds: ({ identifiersAgreeing = 0, nearMissReason = '' }) =>
      identifiersAgreeing >= 2 || nearMissReason.trim() !== '',
  },
  'one-patient': { cited: ['one-patient'], holds: ({ onePatient }) => onePatient === true },
  'every-source-searched': {
    cited: ['every-source'],
    holds: ({ everySourceSearched }) => everySourceSearched === true,
  },
  'every-name-tried': {
    cited: ['house rule: former names and spellings are tried before “none found”'],
    holds: ({ everyNameTried }) => everyNameTried === true,
  },
  'asked-for-a-minor': {
    cited: ['parent-by-exam'],
    holds: ({ askedForMinor }) => askedForMinor === true,
  },
  'imported-copies-checked': {
    cited: ['every-source'],
    holds: ({ importedCopiesChecked }) => importedCopiesChecked === true,
  },
  'identity-proved': { cited: ['identity'], holds: ({ identityProved }) => identityProved === true },
  'authority-shown': { cited: ['representative'], holds: ({ authorityShown }) => authorityShown === true },
  'no-open-wait': {
    cited: ['house rule: what is lacking is settled first'],
    holds: (_, item) => item.waits.length === 0,
  },
  'fee-lawful': { cited: ['fee'], holds: ({ feeLawful }) => feeLawful === true },
  'complete-or-missing-named': {
    cited: ['whole-record'],
    holds: ({ missing, missingNamed = 0 }) => missing !== undefined && missingNamed >= missing,
  },
  'every-delivery-done': {
    cited: ['told-and-given'],
    holds: ({ everyDeliveryDone }) => everyDeliveryDone === true,
  },
  'withdrawer-identified': {
    cited: ['house rule: only the person withdraws, never silence'],
    holds: ({ withdrawerIdentified }) => withdrawerIdentified === true,
  },
  'withdrawal-said': {
    cited: ['house rule: only the person withdraws, never silence'],
    holds: ({ withdrawalSaid }) => withdrawalSaid === true,
  },
  'receipt-moved-earlier': {
    cited: ['clock'],
    holds: ({ receivedOn }, item) =>
      receivedOn !== undefined && item.receivedOn !== undefined && receivedOn < item.receivedOn,
  },
  'reason-given': { cited: ['house rule: say why'], holds: ({ reason }) => !isBlank(reason) },
  'exam-allowed': {
    cited: ['parent'],
    holds: ({ examAllowed }) => examAllowed === true,
  },
  'instrument-valid': {
    cited: ['authorization-valid', 'directive'],
    holds: ({ instrument }) => instrument === 'not-needed' || instrument === 'valid',
  },
  'no-barring-hold': {
    cited: ['hold-before-grant'],
    holds: ({ barringHolds }) => barringHolds === 0,
  },
  'no-hold-open': { cited: ['hold'], holds: ({ openHolds }) => openHolds === 0 },
  'near-miss-seconded': {
    cited: ['one-patient', 'house rule: two people look at a near miss'],
    holds: ({ nearMisses }) => nearMisses?.every((one) => nearMissLacks(one).length === 0) === true,
  },
  'not-extended-before': {
    cited: ['one-extension'],
    holds: (_, item) => !isFlagged(item, 'extended'),
  },
  'extension-lawful': {
    cited: ['extension'],
    holds: ({ extensionLawful }) => extensionLawful === true,
  },
  'denial-grounded': {
    cited: ['denial'],
    holds: ({ denialGrounded }) => denialGrounded === true,
  },
  'part-denial-told': {
    cited: ['denial-letter'],
    holds: ({ denialLetterSent }, item) => !isFlagged(item, 'part-denied') || denialLetterSent === true,
  },
  'was-denied': {
    cited: ['review'],
    holds: (_, item) => item.outcome === 'denied' || isFlagged(item, 'part-denied'),
  },
  'ground-reviewable': {
    cited: ['reviewable'],
    holds: ({ groundReviewable }) => groundReviewable === true,
  },
  'review-open': { cited: ['review-outcome'], holds: (_, item) => isFlagged(item, 'under-review') },
  'reviewer-fit': {
    cited: ['review'],
    holds: ({ reviewerFit }) => reviewerFit === true,
  },
  'match-standing': {
    cited: ['house rule: without a chosen study the search begins again'],
    holds: ({ matchStanding }) => matchStanding === true,
  },
  'asked-before': {
    cited: ['whole-record'],
    holds: ({ askedBefore }) => askedBefore === true,
  },
  'deliveries-kept': {
    cited: ['house rule: no recipient and no form is lost in a joining'],
    holds: ({ deliveriesKept }) => deliveriesKept === true,
  },
  'identity-wait-open': {
    cited: ['identity'],
    holds: (_, item) => item.waits.includes('identity'),
  },
  'identity-never-shown': {
    cited: ['OD-21'],
    holds: ({ identityNeverShown }) => identityNeverShown === true,
  },
  'found-not-asked': {
    cited: ['clock'],
    holds: ({ foundNotAsked }) => foundNotAsked === true,
  },
  'no-right-of-access': {
    cited: ['representative', 'individual'],
    holds: ({ noRightOfAccess }) => noRightOfAccess === true,
  },
  'not-theirs': { cited: ['parent-limits'], holds: ({ notTheirs }) => notTheirs === true },
  'was-released': {
    cited: ['breach'],
    holds: (_, item) => item.stage !== 'closed' || item.outcome === 'given' || item.outcome === 'given-in-part',
  },
  'recall-by-privacy-officer': {
    cited: ['privacy-officer'],
    holds: ({ byPrivacyOfficer }) => byPrivacyOfficer === true,
  },
  'past-due': {
    cited: ['clock'],
    holds: ({ today, dueOn }) => today !== undefined && dueOn !== undefined && dueOn < today,
  },
  'not-yet-overdue': {
    cited: ['house rule: one letter for one lateness'],
    holds: (_, item) => !isFlagged(item, 'overdue'),
  },
  'may-reopen': {
    cited: ['house rule: what was taken back or joined begins as a request of its own'],
    holds: (_, item) => item.outcome !== 'withdrawn' && item.outcome !== 'duplicate',
  },
  'reopening-reason': {
    cited: ['whole-record', 'review-outcome'],
    holds: ({ reopenedFor }) => reopenedFor !== undefined,
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
