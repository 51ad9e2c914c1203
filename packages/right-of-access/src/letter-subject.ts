import type { Limit } from './access-row.ts';
import type { CalendarDate } from './calendar.ts';
import type { ChargeableLine } from './fee-line.ts';
import type { LawSources } from './law-sources.ts';
import type { YoungAges } from './neutral-sentence.ts';
import type { Pause } from './pack-rows.ts';
import type { ComplaintRoute, Currency, FeeMethod } from './policy-pack.ts';

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
  /** As `neutralSentenceOwed` answers for this patient on this day: OD-13. */
  readonly youngAges: YoungAges | null;
  /** Of every amount in the letter. */
  readonly currency: Currency;
  /** Where else to complain. */
  readonly complaintRoute: ComplaintRoute;
  /** Where the law of the request has what the letter must say. */
  readonly law: LawSources;
  /** Where the request can be followed: an address without anything about the patient. */
  readonly trackAddress: string;
  /** No e-mail of theirs is known, so that page does not open for them: paper and telephone take its place. */
  readonly byPost?: true;
  /** One plain paragraph that staff add; `letterContent` says what it may not hold. */
  readonly note?: string;
};

export type AskedExam = {
  /** In the person's words: “Pregnancy ultrasound”. */
  readonly label: string;
  readonly when: string;
  readonly place?: string;
  readonly certainImages?: string;
  readonly withReport: boolean;
};

type NamedWay =
  | 'online'
  | 'download'
  | 'secure-link'
  | 'email'
  | 'email-unencrypted'
  | 'cd'
  | 'dvd'
  | 'usb'
  | 'prints'
  | 'push'
  | 'own-app'
  | 'inspect';

export type LetterWay = (
  | { readonly kind: NamedWay }
  /** A form that is still to be agreed on, in the words of who asked: “VHS tape”. */
  | { readonly kind: 'other-form'; readonly form: string }
) & {
  /** Somebody other than the addressee. */
  readonly to?: string;
};

/** The last day to act and how it was counted; a due date of the clock fits. */
export type LetterDue = {
  readonly on: CalendarDate;
  readonly working:
    | {
        readonly kind: 'period';
        readonly received: CalendarDate;
        readonly startedOn: CalendarDate;
        readonly limit: Limit;
        readonly cite: string;
      }
    | {
        readonly kind: 'extension';
        readonly received: CalendarDate;
        readonly extension: { readonly sentOn: CalendarDate; readonly promisedOn: CalendarDate };
        readonly cite: string;
      };
};

/** What the wait for an answer does to the last day, under packs that list it as a pause; a row of the pack fits. */
export type LetterPause = Pick<Pause, 'effect' | 'cite'>;

/** A fee as the letter shows it; a quote of the fee rules fits. */
export type LetterFee = {
  readonly totalCents: number;
  readonly method: FeeMethod | 'free';
  readonly lines: readonly { readonly label: ChargeableLine; readonly cents: number; readonly cite: string }[];
  readonly approximate: boolean;
  /** The rule behind the method. */
  readonly cite: string;
};
