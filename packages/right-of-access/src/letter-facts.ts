import type { CalendarDate } from './calendar.ts';
import type { DueDate } from './clock.ts';
import type { Counts } from './counts.ts';
import type { FeeQuote } from './fee.ts';
import type { LetterCode } from './letter-code.ts';
import type { ObjectKind } from './object-kind.ts';

/** The letters that can be written: each has its wording and its list of mandatory contents. */
export type WritableLetter = Extract<LetterCode, 'L-ACK' | 'L-DONE' | 'L-NONE' | 'L-NOT'>;

/** Who writes, as it stands at the head of the letter. */
export type LetterFacility = {
  readonly name: string;
  readonly officeName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: readonly string[];
  readonly privacyOfficer: { readonly title: string; readonly phone: string };
};

/** What every letter is about. */
export type LetterSubject = {
  readonly facility: LetterFacility;
  readonly reference: string;
  readonly sentOn: CalendarDate;
  /** The confidential-communication address where one was asked for: 45 CFR 164.522(b). */
  readonly addressee: { readonly name: string; readonly address?: readonly string[] };
  readonly patient: { readonly name: string; readonly bornOn: CalendarDate };
  /** Where the request can be followed: an address without anything about the patient. */
  readonly trackAddress: string;
};

export type AskedExam = {
  /** In the person's words: “Pregnancy ultrasound”. */
  readonly label: string;
  readonly when: string;
  readonly place?: string;
  readonly certainImages?: string;
  readonly withReport: boolean;
};

export type LetterWay = {
  readonly kind: 'online' | 'secure-link' | 'cd' | 'dvd' | 'usb' | 'prints';
  /** Somebody other than the addressee. */
  readonly to?: string;
};

export type AcknowledgementFacts = LetterSubject & {
  readonly receivedOn: CalendarDate;
  readonly due: DueDate;
  readonly exams: readonly AskedExam[];
  readonly ways: readonly LetterWay[];
  readonly fee: FeeQuote;
};

/** Why an object that the source listed is not in the copy. */
export type MissingReason = 'gone-from-source' | 'source-did-not-send' | 'damaged';

export type MissingNamed = {
  readonly kind: ObjectKind;
  readonly seriesNumber: number | null;
  readonly instanceNumber: number | null;
  readonly why: MissingReason;
};

export type GivenExam = {
  readonly label: string;
  readonly performedOn: CalendarDate | null;
  /** What the source listed, and what is in the copy. */
  readonly listed: Counts;
  readonly given: Counts;
  /** The written report: in the copy, asked for but not held here, or not asked for. */
  readonly report: 'given' | 'not-held' | 'not-asked';
  readonly missing: readonly MissingNamed[];
};

export type CompletionFacts = LetterSubject & {
  readonly exams: readonly GivenExam[];
  readonly ways: readonly LetterWay[];
  /** Why something is missing and how it will follow, in the words of whoever approved the copy. */
  readonly officeOnMissing?: string;
  /** Last day on which the online copy opens; none when it has no end. */
  readonly openUntil?: CalendarDate;
};

export type NoneFoundFacts = LetterSubject & {
  readonly exams: readonly AskedExam[];
  readonly sources: readonly string[];
  readonly namesTried: readonly string[];
  readonly datesTried: string;
  /** Part of the record that was found: the report, another exam. */
  readonly survives?: string;
  readonly referringDoctor?: string;
};

export type NotMaintainedFacts = LetterSubject & {
  readonly exams: readonly AskedExam[];
  /** Who keeps them, where that is known. */
  readonly keeper?: { readonly name: string; readonly address: string; readonly phone: string };
  /** What is held here and is given. */
  readonly heldHere?: string;
};

export type LetterFacts = {
  readonly 'L-ACK': AcknowledgementFacts;
  readonly 'L-DONE': CompletionFacts;
  readonly 'L-NONE': NoneFoundFacts;
  readonly 'L-NOT': NotMaintainedFacts;
};
