import { acceptFee, calendarDate, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';
import { endPaymentWait } from './end-payment-wait.ts';
import { readFeeCase } from './fee-case.ts';
import { writeCircumstance } from './note-circumstance.ts';
import { byRule, type RuleRefusal } from './quote-again.ts';
import type { AnswerToWrite } from './write-quote.ts';
import { writeAnswer } from './write-quote.ts';

type Answered = Outcome<
  null,
  { code: 'not-found' | 'wrong-step' } | RuleRefusal<'other-amount' | 'accepted-before-notice'>
>;

/** The person's own yes or no to the amount that they see. Who can not pay says so, and the office lets the fee go. */
export function answerFee(
  app: App,
  actor: RequesterActor,
  input: { quoteId: string; totalCents: number; answer: 'yes' | 'no'; cannotPay: boolean },
): Promise<Answered> {
  const { accessRequestId } = actor;
  return keepAnswer(app, actor, { ...input, accessRequestId, channel: 'portal' });
}

/** A yes or no that was told to staff, with the day on which it was said. */
export function recordFeeAnswer(
  app: App,
  actor: StaffActor,
  input: {
    requestId: string;
    quoteId: string;
    totalCents: number;
    answer: 'yes' | 'no';
    channel: 'phone' | 'paper' | 'in-person';
    on: string;
  },
): Promise<Answered> {
  return keepAnswer(app, actor, { ...input, accessRequestId: input.requestId, cannotPay: false });
}

type Answer = {
  accessRequestId: string;
  quoteId: string;
  totalCents: number;
  answer: 'yes' | 'no';
  channel: AnswerToWrite['channel'];
  cannotPay: boolean;
  on?: string;
};

function keepAnswer(app: App, actor: RequesterActor | StaffActor, input: Answer): Promise<Answered> {
  const { accessRequestId, quoteId, totalCents, answer, channel } = input;
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, accessRequestId);
    const feeCase = await readFeeCase(tx, app, accessRequestId);
    const pending = feeCase?.fee.pending;
    const noticeId = feeCase?.fee.quotes.find(({ id }) => id === quoteId)?.noticeId;
    if (!feeCase || !pending || pending.id !== quoteId || !pending.notice || !noticeId) {
      return refuse({ code: feeCase ? 'wrong-step' : 'not-found' });
    }
    const { request, facility, fee } = feeCase;
    const by = request.requester_is === 'self' ? 'patient' : 'representative';
    const on = calendarDate(input.on ?? facility.today);
    const accepted = acceptFee(pending.notice, { totalCents, on, by, channel }, fee.pack);
    if (!accepted.ok) return refuse(byRule('/totalCents', accepted.refusal));
    if (on > facility.today) return refuse({ code: 'wrong-step' });
    const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
    await writeAnswer(tx, app, { noticeId, answer, totalCents, by, channel, recordedBy, on });
    if (input.cannotPay) await writeCircumstance(tx, app, { accessRequestId, kind: 'cannot-pay', recordedBy });
    await appendAudit(tx, app, {
      type: 'fee.answered',
      outcome: 'success',
      actor,
      accessRequestId,
      objects: { quoteId, outcome: answer, channel, cents: totalCents, cannotPay: input.cannotPay },
    });
    await endPaymentWait(tx, app, accessRequestId);
    return ok(null);
  });
}
