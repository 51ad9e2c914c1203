import { calendarDate, calendarDateIn, type Pack } from '@echoback/right-of-access';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { Db } from '../store/database.ts';
import type { QuoteRow } from '../store/records.ts';
import { type FeeStanding, feeStanding, type TracedQuote } from './fee-standing.ts';
import { quoteOf } from './quote-deliveries.ts';

/** The quotes of one request with what was told and said about each, first to last. */
async function readQuotes(db: Db, accessRequestId: string) {
  const [quotes, answers] = await Promise.all([
    db
      .selectFrom('fee_quote')
      .leftJoin('fee_notice', 'fee_notice.fee_quote_id', 'fee_quote.id')
      .leftJoin('fee_confirmation', 'fee_confirmation.fee_quote_id', 'fee_quote.id')
      .leftJoin('staff', 'staff.id', 'fee_quote.quoted_by')
      .select([
        'fee_quote.id',
        'fee_quote.quote',
        'fee_quote.cause',
        'fee_quote.reason',
        'fee_quote.quoted_at',
        'staff.display_name as quotedBy',
        'fee_notice.id as noticeId',
        'fee_notice.letter_id',
        'fee_notice.sent_at',
        'fee_confirmation.confirmed_at',
      ])
      .where('fee_quote.access_request_id', '=', accessRequestId)
      .orderBy('fee_quote.ordinal')
      .execute(),
    db
      .selectFrom('fee_answer')
      .innerJoin('fee_notice', 'fee_notice.id', 'fee_answer.fee_notice_id')
      .innerJoin('fee_quote', 'fee_quote.id', 'fee_notice.fee_quote_id')
      .select(['fee_quote_id', 'answer', 'total_cents', 'said_by', 'channel', 'answered_on', 'fee_answer.recorded_at'])
      .where('fee_quote.access_request_id', '=', accessRequestId)
      .orderBy('fee_answer.recorded_at')
      .execute(),
  ]);
  return quotes.map((quote) => ({ ...quote, answers: answers.filter((each) => each.fee_quote_id === quote.id) }));
}

type KeptQuote = Awaited<ReturnType<typeof readQuotes>>[number];

function traced(kept: KeptQuote, timeZone: string): TracedQuote {
  const quote = quoteOf(kept.quote);
  const sentOn = kept.sent_at && calendarDateIn(timeZone, kept.sent_at.getTime());
  const last = kept.answers.at(-1);
  return {
    id: kept.id,
    quote,
    ...(sentOn ? { notice: { quote, sentOn } } : {}),
    ...(last ? { answer: last.answer } : {}),
    ...(last?.answer === 'yes'
      ? {
          yes: {
            totalCents: last.total_cents,
            on: calendarDate(last.answered_on),
            by: last.said_by,
            channel: last.channel,
          },
        }
      : {}),
  };
}

export type FeeOfRequest = FeeStanding & { quotes: KeptQuote[]; pack: Pack };
export type RequestUnderRules = { id: string; received_on: string; pack_sha256: string | null };

/** How the fee of one request stands under the rules that govern it. */
export async function readFee(db: Db, facility: FacilityFacts, request: RequestUnderRules): Promise<FeeOfRequest> {
  const [pack, quotes] = await Promise.all([packOfRequest(db, facility, request), readQuotes(db, request.id)]);
  const history = quotes.map((each) => traced(each, facility.timeZone));
  return { ...feeStanding(history, pack), quotes, pack };
}

/** How it stood at an instant in the past: with what had been quoted, told and answered by then. */
export function feeStandingAt({ quotes, pack }: FeeOfRequest, at: Date, timeZone: string): FeeStanding {
  const by = (instant: Date | null) => instant !== null && instant <= at;
  const history = quotes
    .filter(({ quoted_at }) => by(quoted_at))
    .map((each) => ({
      ...each,
      sent_at: by(each.sent_at) ? each.sent_at : null,
      answers: each.answers.filter(({ recorded_at }) => by(recorded_at)),
    }));
  return feeStanding(
    history.map((each) => traced(each, timeZone)),
    pack,
  );
}

/** What the person is shown: the fee that holds, or the one that waits for their first yes; and a change that waits. */
export function shownFee(fee: FeeOfRequest): {
  fee: QuoteRow;
  feeChange: { quoteId: string; fee: QuoteRow; agreedCents: number | null } | null;
  work: 'may-begin' | 'not-told' | 'waiting' | 'declined';
} {
  const rowOf = (id: string | undefined) => fee.quotes.find((quote) => quote.id === id)?.quote;
  const shown = rowOf(fee.inForce?.id) ?? rowOf(fee.pending?.id);
  if (!shown) throw new Error('A request without a quote');
  const pending = fee.pending?.state === 'waiting' ? fee.pending : undefined;
  const change = rowOf(pending?.id);
  return {
    fee: shown,
    feeChange:
      pending && change
        ? { quoteId: pending.id, fee: change, agreedCents: fee.inForce ? fee.inForce.quote.totalCents : null }
        : null,
    work: fee.inForce ? 'may-begin' : (fee.pending?.state ?? 'may-begin'),
  };
}
