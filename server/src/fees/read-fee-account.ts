import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type FeeCase, readFeeCase, workOutQuote } from './fee-case.ts';
import { quoteView } from './quote-deliveries.ts';
import { readMoney } from './read-money.ts';

/** The fee panel of a request: what holds, what waits, what it would be today, minutes, money and every quote. */
export async function readFeeAccount(
  app: App,
  _actor: StaffActor,
  input: { requestId: string },
): Promise<Outcome<Awaited<ReturnType<typeof accountOf>>, { code: 'not-found' }>> {
  const feeCase = await readFeeCase(app.db, app, input.requestId);
  return feeCase ? ok(await accountOf(app, feeCase)) : refuse({ code: 'not-found' });
}

async function accountOf(app: App, feeCase: FeeCase) {
  const { fee, labour, counted, said } = feeCase;
  const actual = workOutQuote(feeCase, { basis: 'actual', reason: 'shown beside the quote' });
  return {
    inForceId: fee.inForce?.id ?? null,
    pending: fee.pending ? { quoteId: fee.pending.id, state: fee.pending.state } : null,
    copyComes: feeCase.copyComes,
    upToCents: !feeCase.copyComes ? 0 : fee.work.ok ? fee.work.value.upToCents : null,
    /** By the minutes that were logged; null where the ways can not be priced. */
    actual: actual.ok ? quoteView(actual.value) : null,
    labour: labour.map(({ task, minutes, logged_at, loggedBy }) => ({
      task,
      minutes,
      loggedBy,
      loggedAt: logged_at.toISOString(),
      notCountedBy: counted.notCounted.find((each) => each.task === task)?.cite ?? null,
    })),
    copyMinutes: counted.copyMinutes,
    circumstances: [...said],
    money: await readMoney(app.db, feeCase.request.id),
    quotes: fee.quotes.map((kept) => ({
      id: kept.id,
      fee: kept.quote,
      cause: kept.cause,
      reason: kept.reason,
      quotedBy: kept.quotedBy,
      quotedAt: kept.quoted_at.toISOString(),
      toldAt: kept.sent_at?.toISOString() ?? null,
      letterId: kept.letter_id,
      confirmed: kept.confirmed_at !== null,
      answers: kept.answers.map(({ answer, channel, answered_on }) => ({ answer, channel, on: answered_on })),
    })),
  };
}
