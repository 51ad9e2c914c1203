import { randomUUID } from 'node:crypto';
import { decideHoldForMoney, type MoneyHold, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';
import { endPaymentWait } from './end-payment-wait.ts';
import { readFeeCase } from './fee-case.ts';
import { byRule, type RuleRefusal } from './quote-again.ts';

type Refused = RuleRefusal<
  | 'copies-not-withheld-for-unpaid-care'
  | 'copies-not-withheld-for-earlier-fee'
  | 'fee-not-asked-first'
  | 'free-view-not-open'
  | 'cannot-pay'
>;

/**
 * May this copy wait for money? Never for a bill for care or an earlier copy; every attempt is on record. Where the pack lets
 * a facility ask for this copy's fee first (OD-9), the wait stands beside a clock that runs on.
 */
export function holdForMoney(
  app: App,
  actor: StaffActor,
  input: { requestId: string; for: MoneyHold['for'] },
): Promise<Outcome<null, { code: 'not-found' } | Refused>> {
  const { requestId } = input;
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, requestId);
    const feeCase = await readFeeCase(tx, app, requestId);
    if (!feeCase) return refuse({ code: 'not-found' });
    const open = await tx
      .selectFrom('delivery')
      .innerJoin('release', 'release.id', 'delivery.release_id')
      .select('delivery.id')
      .where('release.access_request_id', '=', requestId)
      .where('delivery.kind', '=', 'online')
      .where('delivery.state', 'in', ['ready', 'delivered'])
      .executeTakeFirst();
    const hold: MoneyHold =
      input.for === 'this-copy'
        ? { for: 'this-copy', freeViewOpen: open !== undefined, cannotPay: feeCase.said.has('cannot-pay') }
        : { for: input.for };
    const decision = decideHoldForMoney(hold, feeCase.fee.pack);
    const base = { actor, accessRequestId: requestId, objects: { kind: input.for } };
    if (!decision.ok) {
      await appendAudit(tx, app, { ...base, type: 'fee.refused', outcome: 'refused', reason: decision.refusal.code });
      return refuse(byRule('/for', decision.refusal));
    }
    await tx
      .insertInto('wait')
      .values({ id: randomUUID(), access_request_id: requestId, kind: 'payment', since: app.now(), ended_at: null })
      .execute();
    await appendAudit(tx, app, { ...base, type: 'fee.asked-first', outcome: 'success' });
    await endPaymentWait(tx, app, requestId);
    return ok(null);
  });
}
