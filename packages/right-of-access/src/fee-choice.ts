import type { Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

export type Medium = 'cd' | 'dvd' | 'usb';
export type Handover = 'post' | 'pick-up';

/** Minutes of copying alone; searching and checking are never in them. Absent: not known yet, so the average is the estimate. */
type Work = { readonly copyMinutes?: number };
type Copies = Work & { readonly by: Handover; readonly copies?: number };

/** Minutes only where somebody has to do it by hand: what runs by itself is free to everyone (45 CFR 171.302). */
export type RemoteChoice = { readonly kind: 'secure-link' | 'email' | 'push' } & Work;
export type FreeChoice = { readonly kind: 'online' | 'download' | 'inspection' | 'own-photographs' };

/** One way to receive the copy. */
export type FeeChoice =
  | FreeChoice
  | RemoteChoice
  | ({ readonly kind: Medium } & Copies)
  | ({ readonly kind: 'prints'; readonly sheets: number; readonly on?: 'paper' | 'film' } & Copies)
  /** Pages of a record that is kept on paper. */
  | ({ readonly kind: 'paper-pages'; readonly pages: number } & Copies)
  /** A summary or explanation that the person agreed to in advance, with its price. */
  | { readonly kind: 'summary'; readonly agreedCents?: number };

export type ChargedChoice = Exclude<FeeChoice, FreeChoice>;

export type FeeRoute = 'individual' | 'directive' | 'authorization' | 'other-provider';

/** What is known about the request that can change its price. Whatever is absent is not assumed against the patient. */
export type FeeFacts = {
  /** By which right the copy goes out: the person's own, a directive, an authorization, treatment. Default: the person's own. */
  readonly route?: FeeRoute;
  /** How many studies are copied; the average labour counts once for each. Default 1. */
  readonly exams?: number;
  readonly modality?: 'mammography';
  /** Copies of these records that the person had before. Default 0. */
  readonly copiesBefore?: number;
  /** A claim or appeal for public benefits that the copy is for. */
  readonly benefitClaim?: 'proof-shown' | 'said';
  readonly cannotPay?: boolean;
  /** Ids of the rules by which this person has already had the one free copy. */
  readonly freeRulesUsed?: readonly string[];
  /** An average or flat facility may go to the actual cost for an unusual request, if it said so before. */
  readonly unusual?: { readonly reason: string; readonly saidBefore: boolean };
};

export type WholeNumbersRefusal = { readonly code: 'not-whole-cents-or-minutes'; readonly why: Why };

export const wholeNumbers: WholeNumbersRefusal = {
  code: 'not-whole-cents-or-minutes',
  why: because('house/whole-numbers', 'house rule: whole cents and whole minutes, none below zero', {}),
};

export type ChoiceRefusal =
  | WholeNumbersRefusal
  | { readonly code: 'sheets-missing'; readonly why: Why }
  | { readonly code: 'summary-not-agreed'; readonly why: Why };

/** Far more than any request has; a slip of the keyboard is refused instead of billed. */
const most = { minutes: 6_000, sheets: 10_000, copies: 100, exams: 1_000, cents: 10_000_000 };

/** What is wrong with the numbers of a choice, or nothing. */
export function choiceRefusal(choice: FeeChoice, pack: Pack): ChoiceRefusal | undefined {
  if (isFreeChoice(choice)) return undefined;
  if (choice.kind === 'summary') {
    if (choice.agreedCents === undefined) return { code: 'summary-not-agreed', why: summaryWhy(pack) };
    return isCount(choice.agreedCents, 0, most.cents) ? undefined : wholeNumbers;
  }
  if (!isCount(choice.copyMinutes ?? 0, 0, most.minutes)) return wholeNumbers;
  if ('copies' in choice && !isCount(copiesOf(choice), 1, most.copies)) return wholeNumbers;
  if (choice.kind === 'prints' && !isCount(choice.sheets, 1, most.sheets))
    return { ...wholeNumbers, code: 'sheets-missing' };
  if (choice.kind === 'paper-pages' && !isCount(choice.pages, 1, most.sheets))
    return { ...wholeNumbers, code: 'sheets-missing' };
  return undefined;
}

/** What is wrong with the numbers among the facts, or nothing. */
export function factsRefusal(facts: FeeFacts): ChoiceRefusal | undefined {
  const sound = isCount(facts.exams ?? 1, 1, most.exams) && isCount(facts.copiesBefore ?? 0, 0, most.copies);
  return sound ? undefined : wholeNumbers;
}

/** A summary or explanation, and its price, are agreed in advance. */
function summaryWhy(pack: Pack): Why {
  return because(`${pack.chargeable.id}/summary`, pack.sources.summary, {});
}

export function isFreeChoice(choice: FeeChoice): choice is FreeChoice {
  return ['online', 'download', 'inspection', 'own-photographs'].includes(choice.kind);
}

/** Looking, and whatever electronic access does without hands; 45 CFR 171.302. */
export function needsNoHands(choice: FeeChoice): boolean {
  if (isFreeChoice(choice)) return true;
  return isRemote(choice) && (choice.copyMinutes ?? 0) === 0;
}

export function isRemote(choice: FeeChoice): choice is RemoteChoice {
  return choice.kind === 'secure-link' || choice.kind === 'email' || choice.kind === 'push';
}

export function copiesOf(choice: FeeChoice): number {
  return 'copies' in choice ? (choice.copies ?? 1) : 1;
}

function isCount(value: number, least: number, greatest: number): boolean {
  return Number.isInteger(value) && value >= least && value <= greatest;
}
