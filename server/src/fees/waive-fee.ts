import { randomUUID } from 'node:crypto';
import { type FeeWaiver, type Outcome, ok, refuse, waiveFee as waive } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';
import { endPaymentWait } from './end-payment-wait.ts';
import { readFeeCase } from './fee-case.ts';
import { byRule, type RuleRefusal } from './quote-again.ts';
import { writeQuote } from './write-quote.ts';

/** Lets a fee go. Hardship is the person's word and needs no reason; what it would have been stays on record. */
export function waiveFee(
  app: App,
  actor: StaffActor,
  input: { requestId: string; kind: FeeWaiver['kind']; reason?: string | undefined },
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' } | RuleRefusal<'reason-missing' | 'who-missing'>>> {
  const { requestId, kind, reason = '' } = input;
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, requestId);
    const feeCase = await readFeeCase(tx, app, requestId);
    if (!feeCase) return refuse({ code: 'not-found' });
    const { fee, facility } = feeCase;
    const asked = fee.inForce ?? fee.pending;
    if (!asked || asked.quote.totalCents === 0) return refuse({ code: 'wrong-step' });
    const waived = waive(asked.quote, { kind, reason, by: actor.staffId, on: facility.today }, fee.pack);
    if (!waived.ok) return refuse(byRule('/reason', waived.refusal));
    const quoteId = await writeQuote(tx, app, {
      accessRequestId: requestId,
      quote: waived.value,
      cause: 'waived',
      reason: reason.trim() || kind,
      quotedBy: actor.staffId,
    });
    await tx
      .insertInto('fee_waiver')
      .values({
        id: randomUUID(),
        fee_quote_id: quoteId,
        kind,
        reason: reason.trim(),
        waived_by: actor.staffId,
        waived_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'fee.waived',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { kind, cents: asked.quote.totalCents },
    });
    await endPaymentWait(tx, app, requestId);
    return ok(null);
  });
}
