import type { Limit, RowHead } from './access-row.ts';

/** Why access may be refused; nothing else is a ground. Reviewable ones are decided by a licensed professional. */
export type DenialGround = RowHead & {
  readonly code: string;
  readonly ground: string;
  readonly reviewable: boolean;
  readonly decidedBy:
    | 'privacy-officer'
    | 'licensed-professional'
    | 'correctional-office'
    | 'research-office'
    | 'federal-unit';
  /** What the ground reaches; `copy`: looking is still owed. */
  readonly reaches: 'inspection-and-copy' | 'copy';
  /** Only when a personal representative asks. */
  readonly onlyForRepresentative?: true;
};

/** What must be on file before access may wait under a code. */
export type HoldDemand =
  | 'licensed-professional'
  | 'case-decision'
  | 'endangers-life-or-physical-safety'
  | 'unmet-precondition-or-unreviewable-ground'
  | 'written-policy'
  | 'policy-or-case-decision'
  | 'written-reason-in-time'
  | 'start-and-end'
  | 'not-electronic-access'
  | 'not-own-request'
  | 'statute'
  /** When the report was finished: the statute counts its hold from there. */
  | 'finished-report'
  | 'report-only';

/** A lawful reason for letting access wait that could be given. `noticeLimit`: the written reason is due in this time. */
export type HoldCode = RowHead & {
  readonly code: string;
  readonly title: string;
  readonly demands: readonly HoldDemand[];
  readonly noticeLimit?: Limit;
  /** While it stands over the pictures nobody may even decide that a copy is given; any other hold stops the release alone. */
  readonly barsGrant?: true;
};

/** A reason that people give and that holds nothing. */
export type UnlawfulHold = RowHead & { readonly code: string; readonly sentence: string };

/** State law that keeps some reports from opening electronically for a while. Pictures are never meant (OD-16). */
export type Embargo = RowHead & {
  readonly jurisdiction: string;
  readonly covers: string;
  readonly ends:
    | { readonly kind: 'day-after-final'; readonly days: number }
    | { readonly kind: 'hours-after-final'; readonly hours: number; readonly clinicianMayLift: true }
    /** No computed end: a clinician's talk ends it, and the due date of the request at the latest. */
    | { readonly kind: 'clinician-discussed' };
};

/** How long records are kept at least. `minors`: until this age, or so many years past majority, whichever is later. */
export type Retention = RowHead & {
  readonly jurisdiction: string;
  readonly covers: 'images' | 'mammograms' | 'records' | 'access-file' | 'authorizations' | 'disclosures';
  readonly years: number;
  readonly minors?: { readonly untilAge: number };
  /** The term when the trigger is known: no further mammogram here, litigation told. */
  readonly longer?: { readonly years: number; readonly when: 'no-further-mammogram' | 'litigation' };
};

/** A wait that moves the deadline. Packs of the United States have none. */
export type Pause = RowHead & {
  readonly cause: 'identity' | 'clarification' | 'fee';
  readonly effect: 'period-starts-when-answered' | 'period-stands-still';
  /** Asked at once and reasonable; the record set is very large. */
  readonly onlyIf: 'asked-promptly' | 'very-large-record';
};

/** A state that wants people told of a breach sooner than 45 CFR 164.404 does. */
export type BreachNotice = RowHead & { readonly jurisdiction: string; readonly businessDays: number };

/** The age at which somebody consents to health care and is the only one who may ask. */
export type AgeOfConsent = RowHead & { readonly jurisdiction: string; readonly age: number };

/** Something that the law of the place forbids to be told, so that reports and labels need a look before release. */
export type ForbiddenContent = RowHead & { readonly what: string };

/** What the house promises beside the law; never longer than the law. Zero calendar days is the same day. */
export type ServiceLimitName =
  | 'acknowledge-electronic'
  | 'acknowledge-paper'
  | 'defective-directive'
  | 'redirect'
  | 'offer-inspection'
  | 'authority-doubt'
  | 'give-after-overturned-denial'
  | 'review-denial'
  | 'flag-available'
  | 'supervisor-available'
  | 'report-breach';

/** Ways of running the office that shut people out or charge them for what is free. A facility cannot switch them on. */
export type Practice =
  | 'block-parents-by-age'
  | 'require-notary'
  | 'require-visit'
  | 'require-wet-ink'
  | 'require-own-form'
  | 'require-account'
  | 'require-reason'
  | 'single-way-to-ask'
  | 'single-way-to-prove-identity'
  | 'encrypted-only'
  | 'hard-copy-only'
  | 'hold-for-unpaid-care'
  | 'wait-for-clinician'
  | 'pause-while-waiting'
  | 'reset-clock-on-reminder'
  | 'charge-for-search'
  | 'charge-for-verification'
  | 'charge-for-viewing'
  | 'charge-per-image'
  | 'report-instead-of-images';

export type BarredPractice = RowHead & { readonly practice: Practice; readonly sentence: string };

/** How a request can end, in the eyes of the law. Whatever is not listed only looks like an end. */
export type ClockEndKind =
  | 'given-online'
  | 'given-by-post'
  | 'ready-for-pick-up'
  | 'inspected'
  | 'denied'
  | 'denied-in-part'
  | 'not-maintained'
  | 'none-found'
  | 'withdrawn'
  | 'identity-not-shown';

/** What must have happened, each on its day. */
export type EndCondition =
  | 'opens'
  | 'is-there'
  | 'notice-sent'
  | 'carrier-scan'
  | 'arrival-scan'
  | 'held-or-time-chosen'
  | 'letter-sent'
  | 'part-given'
  | 'every-source-searched'
  | 'asked-by-the-person';

export type ClockEnd = RowHead & { readonly end: ClockEndKind; readonly needs: readonly EndCondition[] };
