import {
  decideTypedPrice,
  type FeeQuote,
  type Outcome,
  ok,
  refuse,
  type TypedPrice,
  type Why,
  withFeeLine,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type DrawnLetter, keepLetter } from '../letters/keep-letter.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { FeeQuoteCause } from '../store/fee-tables.ts';
import { endPaymentWait } from './end-payment-wait.ts';
import { type FeeCase, readFeeCase, workOutQuote } from './fee-case.ts';
import { drawFeeNotice, type LetterRefused } from './fee-letters.ts';
import { feeStanding } from './fee-standing.ts';
import { writeNotice, writeQuote } from './write-quote.ts';

/** A refusal of the fee rules with the clause that says so, beside the field that it is about. */
export type RuleRefusal<Code extends string> = { code: Code; fields?: { pointer: string; message: string }[] };

export function byRule<Code extends string>(pointer: string, refusal: { code: Code; why: Why }): RuleRefusal<Code> {
  return { code: refusal.code, fields: [{ pointer, message: refusal.why.cite }] };
}

type Quoted = { quoteId: string; totalCents: number; holds: boolean };
type Wish = { requestId: string; basis: 'schedule' | 'actual'; reason?: string | undefined; tell: boolean };

/**
 * Works the fee out anew, from the schedule or from the minutes that were logged. It may fall at once. It rises only when the
 * person is told (`tell`: letter L-FEE) and says yes; without that it is refused, and the work goes on at the agreed fee.
 */
export async function quoteAgain(app: App, actor: StaffActor, input: Wish) {
  const feeCase = await readFeeCase(app.db, app, input.requestId);
  if (!feeCase) return refuse({ code: 'not-found' as const });
  if (input.basis === 'actual' && !input.reason?.trim()) return refuse({ code: 'reason-missing' as const });
  const quote = workOutQuote(feeCase, { basis: input.basis, reason: input.reason ?? '' });
  if (!quote.ok) return refuse(byRule('/basis', quote.refusal));
  const reason = input.reason?.trim() || null;
  return proposeQuote(app, actor, feeCase, { quote: quote.value, cause: 'worked-out-again', reason, tell: input.tell });
}

/** A line that somebody types. What is never charged is refused with its clause, and the attempt is on record. */
export async function addFeeLine(
  app: App,
  actor: StaffActor,
  input: { requestId: string; label: TypedPrice['label']; cents: number; per: TypedPrice['per']; tell: boolean },
) {
  const feeCase = await readFeeCase(app.db, app, input.requestId);
  if (!feeCase) return refuse({ code: 'not-found' as const });
  const { fee } = feeCase;
  const base = fee.inForce ?? fee.pending;
  if (!base) return refuse({ code: 'wrong-step' as const });
  const price = decideTypedPrice({ ...input, heldAs: 'electronic' }, fee.pack);
  const quote = price.ok ? withFeeLine(base.quote, input, fee.pack) : price;
  if (!quote.ok) {
    await noteRefusal(app, actor, input.requestId, { code: quote.refusal.code, label: input.label });
    return refuse(byRule('/label', quote.refusal));
  }
  return proposeQuote(app, actor, feeCase, { quote: quote.value, cause: 'line-added', reason: null, tell: input.tell });
}

type Proposal = { quote: FeeQuote; cause: FeeQuoteCause; reason: string | null; tell: boolean };
type ProposalRefusal =
  | LetterRefused
  | { code: 'not-found' }
  | RuleRefusal<'rise-needs-notice-and-agreement' | 'fee-needs-supervisor'>;

/** Keeps a quote if it may hold, or tells the person of it; a rise that nobody is told of is not kept. */
export async function proposeQuote(
  app: App,
  actor: StaffActor,
  feeCase: FeeCase,
  { quote, cause, reason, tell }: Proposal,
): Promise<Outcome<Quoted, ProposalRefusal>> {
  const { fee, request } = feeCase;
  const before = fee.inForce ? [fee.inForce] : [];
  const holds = feeStanding([...before, { id: 'wanted', quote }], fee.pack).inForce?.id === 'wanted';
  if (!holds && !tell) {
    await noteRefusal(app, actor, request.id, { code: 'rise-needs-notice-and-agreement', label: cause });
    const message = fee.pack.chargeable.cite;
    return refuse({ code: 'rise-needs-notice-and-agreement', fields: [{ pointer: '/tell', message }] });
  }
  if (!holds && quote.needsSupervisor && actor.role !== 'supervisor') return refuse({ code: 'fee-needs-supervisor' });
  const letter = holds ? undefined : await drawFeeNotice(app, feeCase, quote);
  if (letter && !letter.ok) return letter;
  return transaction(app.db, async (tx) => {
    if (!(await lockRequest(tx, app, request.id))) return refuse({ code: 'not-found' });
    const quoteId = await writeQuote(tx, app, {
      accessRequestId: request.id,
      quote,
      cause,
      reason,
      quotedBy: actor.staffId,
    });
    await note(tx, app, actor, request.id, 'fee.quoted', { quoteId, cause, cents: quote.totalCents });
    if (letter) await tellPerson(tx, app, actor, { feeCase, quoteId, quote, letter: letter.value });
    await endPaymentWait(tx, app, request.id);
    return ok({ quoteId, totalCents: quote.totalCents, holds });
  });
}

/** Tells the person of a quote that nobody told them of yet: asked on paper, or after somebody confirmed it. */
export async function sendFeeNotice(
  app: App,
  actor: StaffActor,
  input: { requestId: string; quoteId: string },
): Promise<Outcome<null, LetterRefused | { code: 'not-found' | 'wrong-step' | 'fee-needs-supervisor' }>> {
  const feeCase = await readFeeCase(app.db, app, input.requestId);
  const pending = feeCase?.fee.pending;
  if (!feeCase || pending?.id !== input.quoteId) return refuse({ code: 'not-found' });
  if (pending.state !== 'not-told') return refuse({ code: 'wrong-step' });
  if (pending.quote.needsSupervisor && actor.role !== 'supervisor') return refuse({ code: 'fee-needs-supervisor' });
  const letter = await drawFeeNotice(app, feeCase, pending.quote);
  if (!letter.ok) return letter;
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, input.requestId);
    const { id: quoteId, quote } = pending;
    await tellPerson(tx, app, actor, { feeCase, quoteId, quote, letter: letter.value });
    return ok(null);
  });
}

type Telling = { feeCase: FeeCase; quoteId: string; quote: FeeQuote; letter: DrawnLetter };

/** Letter, notice and "there is news"; a supervisor who sends it has looked at it. */
async function tellPerson(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { feeCase, quoteId, quote, letter }: Telling,
): Promise<void> {
  const { request } = feeCase;
  const letterId = await keepLetter(tx, app, actor, request.id, letter);
  await writeNotice(tx, app, { quoteId, letterId, sentBy: actor.staffId });
  if (quote.needsSupervisor) {
    await tx
      .insertInto('fee_confirmation')
      .values({ fee_quote_id: quoteId, confirmed_by: actor.staffId, confirmed_at: app.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (request.requester_email) {
    await queueMail(tx, app, {
      channel: 'email',
      recipient: request.requester_email,
      accessRequestId: request.id,
      language: request.language,
      wish: { kind: 'news', reference: request.reference, address: app.config.publicUrl },
    });
  }
  await note(tx, app, actor, request.id, 'fee.told', { quoteId, cents: quote.totalCents });
}

async function noteRefusal(
  app: App,
  actor: StaffActor,
  accessRequestId: string,
  { code, label }: { code: string; label: string },
): Promise<void> {
  await transaction(app.db, (tx) =>
    appendAudit(tx, app, {
      type: 'fee.refused',
      outcome: 'refused',
      actor,
      accessRequestId,
      objects: { kind: label },
      reason: code,
    }),
  );
}

async function note(
  tx: Tx,
  app: App,
  actor: StaffActor,
  accessRequestId: string,
  type: 'fee.quoted' | 'fee.told',
  objects: Record<string, string | number>,
): Promise<void> {
  await appendAudit(tx, app, { type, outcome: 'success', actor, accessRequestId, objects });
}
