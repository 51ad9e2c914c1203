import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { readFeeCase } from './fee-case.ts';

/** A supervisor looked at an all-electronic copy over 15 dollars and lets it stand; not unlawful, but it smells of search time. */
export async function confirmFee(
  app: App,
  actor: StaffActor,
  input: { requestId: string; quoteId: string },
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  const feeCase = await readFeeCase(app.db, app, input.requestId);
  const kept = feeCase?.fee.quotes.find(({ id }) => id === input.quoteId);
  if (!kept) return refuse({ code: 'not-found' });
  if (!kept.quote.needsSupervisor || kept.confirmed_at) return refuse({ code: 'wrong-step' });
  return transaction(app.db, async (tx) => {
    await tx
      .insertInto('fee_confirmation')
      .values({ fee_quote_id: kept.id, confirmed_by: actor.staffId, confirmed_at: app.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await appendAudit(tx, app, {
      type: 'fee.confirmed',
      outcome: 'success',
      actor,
      accessRequestId: input.requestId,
      objects: { quoteId: kept.id, cents: kept.quote.totalCents },
    });
    return ok(null);
  });
}
