import { randomUUID } from 'node:crypto';
import type { FeeQuote } from '@echoback/right-of-access';
import { calendarDateIn } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import type { FeeQuoteCause } from '../store/fee-tables.ts';
import type { Schema } from '../store/schema.ts';
import { quoteView } from './quote-deliveries.ts';

type QuoteToWrite = {
  accessRequestId: string;
  quote: FeeQuote;
  cause: FeeQuoteCause;
  reason?: string | null;
  quotedBy: string | null;
};

/** Adds a quote to those that the request has; none is ever changed. */
export async function writeQuote(tx: Tx, app: App, wish: QuoteToWrite): Promise<string> {
  const id = randomUUID();
  const before = await tx
    .selectFrom('fee_quote')
    .select((row) => row.fn.max('ordinal').as('ordinal'))
    .where('access_request_id', '=', wish.accessRequestId)
    .executeTakeFirst();
  await tx
    .insertInto('fee_quote')
    .values({
      id,
      access_request_id: wish.accessRequestId,
      ordinal: (before?.ordinal ?? -1) + 1,
      quote: JSON.stringify(quoteView(wish.quote)),
      cause: wish.cause,
      reason: wish.reason ?? null,
      quoted_by: wish.quotedBy,
      quoted_at: app.now(),
    })
    .execute();
  return id;
}

/**
 * The quote that a request begins with. Where the person signed a page that showed it, with the free ways beside it, they
 * were told and said yes (HHS guidance: the fee is told in advance); asked any other way, the notice is still to be sent.
 */
export async function writeFirstQuote(
  tx: Tx,
  app: App,
  wish: {
    accessRequestId: string;
    quote: FeeQuote;
    signedBy?: Schema['access_request']['requester_is'] | undefined;
    quotedBy?: string | null;
  },
): Promise<void> {
  const { accessRequestId, quote, signedBy, quotedBy = null } = wish;
  const quoteId = await writeQuote(tx, app, { accessRequestId, quote, cause: 'asked', quotedBy });
  if (signedBy === undefined || quote.totalCents === 0) return;
  const noticeId = await writeNotice(tx, app, { quoteId, letterId: null, sentBy: null });
  const by = signedBy === 'self' ? 'patient' : 'representative';
  const { totalCents } = quote;
  await writeAnswer(tx, app, { noticeId, answer: 'yes', totalCents, by, channel: 'portal', recordedBy: null });
}

export async function writeNotice(
  tx: Tx,
  app: App,
  notice: { quoteId: string; letterId: string | null; sentBy: string | null },
): Promise<string> {
  const id = randomUUID();
  const { quoteId, letterId, sentBy } = notice;
  await tx
    .insertInto('fee_notice')
    .values({ id, fee_quote_id: quoteId, letter_id: letterId, sent_by: sentBy, sent_at: app.now() })
    .execute();
  return id;
}

export type AnswerToWrite = {
  noticeId: string;
  answer: 'yes' | 'no';
  totalCents: number;
  by: Schema['fee_answer']['said_by'];
  channel: Schema['fee_answer']['channel'];
  recordedBy: string | null;
  /** Today unless it was told earlier, for example by telephone. */
  on?: string;
};

export async function writeAnswer(tx: Tx, app: App, answer: AnswerToWrite): Promise<void> {
  const { time_zone } = await tx
    .selectFrom('facility')
    .select('time_zone')
    .where('id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('fee_answer')
    .values({
      id: randomUUID(),
      fee_notice_id: answer.noticeId,
      answer: answer.answer,
      total_cents: answer.totalCents,
      said_by: answer.by,
      channel: answer.channel,
      answered_on: answer.on ?? calendarDateIn(time_zone, app.now().getTime()),
      recorded_by: answer.recordedBy,
      recorded_at: app.now(),
    })
    .execute();
}
