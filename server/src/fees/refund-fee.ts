import { randomUUID } from 'node:crypto';
import { addDays, type Outcome, ok, type Refund, type RefundCause, refundOf, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor, StaffActor } from '../identity/actor.ts';
import { type DrawnLetter, keepLetter } from '../letters/keep-letter.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { type Db, type Tx, transaction } from '../store/database.ts';
import type { PaidHow } from '../store/fee-tables.ts';
import { endPaymentWait } from './end-payment-wait.ts';
import { type FeeCase, readFeeCase } from './fee-case.ts';
import { drawRefund, type LetterRefused } from './fee-letters.ts';
import { readMoney } from './read-money.ts';

/** Money that came in for this copy, as the office's books have it. Echoback collects none. */
export function recordPayment(
  app: App,
  actor: StaffActor,
  input: { requestId: string; cents: number; how: PaidHow },
): Promise<Outcome<null, { code: 'not-found' }>> {
  const { requestId, cents, how } = input;
  return transaction(app.db, async (tx) => {
    if (!(await lockRequest(tx, app, requestId))) return refuse({ code: 'not-found' });
    await tx
      .insertInto('fee_payment')
      .values({
        id: randomUUID(),
        access_request_id: requestId,
        cents,
        how,
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute();
    const objects = { cents, method: how };
    await appendAudit(tx, app, { type: 'fee.paid', outcome: 'success', actor, accessRequestId: requestId, objects });
    await endPaymentWait(tx, app, requestId);
    return ok(null);
  });
}

/** A refund reaches people within this many days; house rule. */
const refundWithinDays = 14;

type Back = { refundCents: number; voidedCents: number };

/** Gives back what was paid above what is owed, with letter L-REFUND; what was billed and not paid is asked for no more. */
export async function refundFee(
  app: App,
  actor: StaffActor,
  input: { requestId: string; cause: RefundCause; how: PaidHow },
): Promise<Outcome<Back, LetterRefused | { code: 'not-found' | 'nothing-to-refund' }>> {
  const { requestId, cause, how } = input;
  const feeCase = await readFeeCase(app.db, app, requestId);
  if (!feeCase) return refuse({ code: 'not-found' });
  const due = await refundDue(app.db, feeCase, cause);
  if (!due) return refuse({ code: 'nothing-to-refund' });
  const by = addDays(feeCase.facility.today, refundWithinDays);
  const letter =
    due.refundCents > 0 ? await drawRefund(app, feeCase, { cents: due.refundCents, cause, how, by }) : null;
  if (letter && !letter.ok) return letter;
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    // Two hands at once: whoever comes second finds nothing left to give back.
    const still = request && (await refundDue(tx, feeCase, cause));
    if (!still || still.refundCents !== due.refundCents) return refuse({ code: 'nothing-to-refund' });
    const letterId = letter ? await keepLetter(tx, app, actor, requestId, letter.value) : null;
    await writeRefund(tx, app, actor, requestId, { ...due, how: letter ? how : null, letterId });
    if (letter && request.requester_email) {
      await queueMail(tx, app, {
        channel: 'email',
        recipient: request.requester_email,
        accessRequestId: requestId,
        language: request.language,
        wish: { kind: 'news', reference: request.reference, address: app.config.publicUrl },
      });
    }
    return ok({ refundCents: due.refundCents, voidedCents: due.voidedCents });
  });
}

/**
 * The fee of a request that was joined to an earlier one: what nobody paid is void at once. What was paid is answered, and
 * goes back by `refundFee`, where somebody says how.
 */
export async function voidFee(tx: Tx, app: App, actor: Actor, requestId: string): Promise<Back> {
  const feeCase = await readFeeCase(tx, app, requestId);
  const due = feeCase && (await refundDue(tx, feeCase, 'joined'));
  if (!due) return { refundCents: 0, voidedCents: 0 };
  if (due.voidedCents > 0) {
    await writeRefund(tx, app, actor, requestId, { ...due, refundCents: 0, how: null, letterId: null });
  }
  return { refundCents: due.refundCents, voidedCents: due.voidedCents };
}

/** What goes back with a request that was taken back, with its letter drawn; money goes the way that it came. */
export type GivingBack = Back & { requestId: string; how: PaidHow | null; letter: DrawnLetter | null };

/** Null where nobody owes anything. Read and drawn before the transaction of the withdrawal; `giveBack` looks again. */
export async function planGivingBack(app: App, requestId: string): Promise<Outcome<GivingBack | null, LetterRefused>> {
  const feeCase = await readFeeCase(app.db, app, requestId);
  const due = feeCase && (await refundDue(app.db, feeCase, 'withdrawn'));
  if (!feeCase || !due) return ok(null);
  const back = { refundCents: due.refundCents, voidedCents: due.voidedCents, requestId };
  if (due.refundCents === 0) return ok({ ...back, how: null, letter: null });
  const how = await lastPaidHow(app.db, requestId);
  const by = addDays(feeCase.facility.today, refundWithinDays);
  const letter = await drawRefund(app, feeCase, { cents: due.refundCents, cause: 'withdrawn', how, by });
  return letter.ok ? ok({ ...back, how, letter: letter.value }) : letter;
}

/** False where money moved since the letter was drawn: nothing was written, and whoever asked asks again. */
export async function giveBack(tx: Tx, app: App, actor: Actor, plan: GivingBack): Promise<boolean> {
  const { requestId, refundCents, voidedCents, how, letter } = plan;
  const feeCase = await readFeeCase(tx, app, requestId);
  const due = feeCase && (await refundDue(tx, feeCase, 'withdrawn'));
  if (due?.refundCents !== refundCents || due.voidedCents !== voidedCents) return false;
  const letterId = letter && (await keepLetter(tx, app, actor, requestId, letter));
  await writeRefund(tx, app, actor, requestId, { refundCents, voidedCents, cause: 'withdrawn', how, letterId });
  return true;
}

async function lastPaidHow(db: Db, requestId: string): Promise<PaidHow> {
  const payment = await db
    .selectFrom('fee_payment')
    .select('how')
    .where('access_request_id', '=', requestId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return payment.how;
}

/** Billed is the highest fee that ever held; what went back or was voided before counts as gone. */
async function refundDue(
  db: Db | Tx,
  { request, fee, copyComes }: FeeCase,
  cause: RefundCause,
): Promise<Refund | undefined> {
  if (cause === 'not-given' && copyComes) return undefined;
  const { paidCents, refundedCents, voidedCents } = await readMoney(db, request.id);
  const rightCents = copyComes ? (fee.inForce?.quote.totalCents ?? 0) : 0;
  const billedCents = Math.max(
    0,
    ...fee.quotes.filter(({ answers }) => answers.at(-1)?.answer === 'yes').map(({ quote }) => quote.totalCents),
  );
  return refundOf(
    cause,
    {
      billedCents: Math.max(0, billedCents - refundedCents - voidedCents),
      paidCents: paidCents - refundedCents,
      rightCents,
    },
    fee.pack,
  );
}

async function writeRefund(
  tx: Tx,
  app: App,
  actor: Actor,
  accessRequestId: string,
  refund: Back & { cause: RefundCause; how: PaidHow | null; letterId: string | null },
): Promise<void> {
  await tx
    .insertInto('fee_refund')
    .values({
      id: randomUUID(),
      access_request_id: accessRequestId,
      cause: refund.cause,
      refund_cents: refund.refundCents,
      voided_cents: refund.voidedCents,
      how: refund.how,
      letter_id: refund.letterId,
      decided_by: actor.kind === 'staff' ? actor.staffId : null,
      decided_at: app.now(),
    })
    .execute();
  await appendAudit(tx, app, {
    type: 'fee.refunded',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { kind: refund.cause, cents: refund.refundCents, voidedCents: refund.voidedCents },
  });
}
