import {
  calendarDate,
  dueDate,
  type FeeQuote,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  ok,
  type RefundCause,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { type DrawnLetter, drawLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject, letterWay } from '../letters/letter-subject.ts';
import type { PaidHow } from '../store/fee-tables.ts';
import type { FeeCase } from './fee-case.ts';

export type LetterRefused = { code: 'storage-full' | 'letter-incomplete' };

/** L-FEE, drawn: the whole fee by lines, the free ways beside it, and what was agreed before if it would rise. */
export async function drawFeeNotice(
  app: App,
  feeCase: FeeCase,
  quote: FeeQuote,
): Promise<Outcome<DrawnLetter, LetterRefused>> {
  const { request, facility, fee, deliveries, clock } = feeCase;
  const { receivedOn, pack, extension } = clock;
  const facts = (_language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    fee: quote,
    ways: deliveries.map(({ kind, recipient }) => letterWay(kind, recipient)),
    ...(fee.inForce ? { agreedCents: fee.inForce.quote.totalCents } : {}),
    due: dueDate(calendarDate(receivedOn), extension, pack, { ...clockFactsOf(receivedOn), ...clock.facts }),
  });
  const letter = letterContent('L-FEE', facts, request.language, await readLanguageReviews(app.db, app));
  return letter.ok ? draw(app, letter.value) : refuse({ code: 'letter-incomplete' });
}

const reasonOf = {
  'fee-fell': 'cost-fell',
  'above-rule': 'over-the-rule',
  withdrawn: 'withdrawn',
  waived: 'let-go',
  joined: 'paid-twice',
  'not-given': 'not-given',
} as const satisfies Record<RefundCause, string>;

/** L-REFUND, drawn: how much, why, how it comes and by when. */
export async function drawRefund(
  app: App,
  { request, facility }: FeeCase,
  refund: { cents: number; cause: RefundCause; how: PaidHow; by: string },
): Promise<Outcome<DrawnLetter, LetterRefused>> {
  const facts = {
    ...letterSubject(app, facility, request),
    amountCents: refund.cents,
    reason: reasonOf[refund.cause],
    how: refund.how,
    by: calendarDate(refund.by),
  };
  const letter = letterContent('L-REFUND', facts, request.language, await readLanguageReviews(app.db, app));
  return letter.ok ? draw(app, letter.value) : refuse({ code: 'letter-incomplete' });
}

async function draw(app: App, letter: Letter): Promise<Outcome<DrawnLetter, LetterRefused>> {
  const drawn = await drawLetter(app, letter);
  return drawn.ok ? ok(drawn.value) : drawn;
}
