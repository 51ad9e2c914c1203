import { randomUUID } from 'node:crypto';
import {
  calendarDate,
  decideWithdrawal,
  type Letter,
  letterContent,
  type Outcome,
  ok,
  refuse,
  type WithdrawalWish,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { giveBack, planGivingBack } from '../fees/refund-fee.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { examWords } from '../releases/exam-words.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { SaidBy } from '../store/determination-tables.ts';
import { type RequestCase, readRequestCase } from './request-case.ts';

type WithdrawalRefusal = {
  code:
    | 'not-found'
    | 'wrong-step'
    | 'silence-is-no-withdrawal'
    | 'withdrawer-not-identified'
    | 'storage-full'
    | 'letter-incomplete'
    | 'changed-meanwhile';
};

/** From the person’s own page: holding the request’s code, they take back what they asked for. */
export async function withdrawRequest(app: App, actor: RequesterActor): Promise<Outcome<null, WithdrawalRefusal>> {
  const found = await readRequestCase(app.db, app, actor.accessRequestId);
  if (!found) return refuse({ code: 'not-found' });
  return withdraw(app, actor, found, {
    channel: 'portal',
    said: 'withdraw',
    identityBy: 'signed in with a code to the confirmed address',
    on: found.facility.today,
  });
}

/** Staff write down what the person said, after they made sure that it is them. They never say it for anybody. */
export async function recordWithdrawal(
  app: App,
  actor: StaffActor,
  input: { requestId: string; channel: Exclude<SaidBy, 'portal'>; said: string; identityBy: string; on: string },
): Promise<Outcome<null, WithdrawalRefusal>> {
  const found = await readRequestCase(app.db, app, input.requestId);
  if (!found) return refuse({ code: 'not-found' });
  const { request, facility } = found;
  if (input.on > facility.today || input.on < request.received_on) return refuse({ code: 'wrong-step' });
  return withdraw(app, actor, found, { ...input, words: input.said, said: input.said.trim() ? 'withdraw' : 'nothing' });
}

/** Breaks the whole withdrawal off: a payment came in while its letter was drawn. */
class MoneyMoved extends Error {
  override name = 'MoneyMoved';
}

type Said = Pick<WithdrawalWish, 'said' | 'identityBy'> & { channel: SaidBy; on: string; words?: string };

async function withdraw(
  app: App,
  actor: RequesterActor | StaffActor,
  found: RequestCase,
  { channel, said, identityBy, on, words }: Said,
): Promise<Outcome<null, WithdrawalRefusal>> {
  const { request, items, pack } = found;
  const open = items.filter(({ state }) => state !== 'closed');
  if (open.length === 0) return refuse({ code: 'wrong-step' });
  const by = request.requester_is === 'self' ? 'individual' : 'personal-representative';
  const alreadyDelivered = givenWords(found, 'en');
  // What has reached them was worth its fee; only where nothing did, everything goes back.
  const plan = alreadyDelivered.length > 0 ? ok(null) : await planGivingBack(app, request.id);
  if (!plan.ok) return plan;
  const back = plan.value;
  const decision = decideWithdrawal(
    {
      ...{ by, said, channel, on: calendarDate(on), ...(identityBy ? { identityBy } : {}) },
      alreadyDelivered,
      fee: back
        ? { state: back.refundCents > 0 ? 'paid' : 'quoted', cents: back.refundCents || back.voidedCents }
        : { state: 'none', cents: 0 },
    },
    pack,
  );
  if (!decision.ok) {
    const { code } = decision.refusal;
    return refuse({ code: code === 'not-for-staff' ? 'silence-is-no-withdrawal' : code });
  }
  const drawn = await drawLetter(app, withdrawalLetter(app, found, channel, on));
  if (!drawn.ok) return drawn;
  const written = transaction(app.db, async (tx): Promise<Outcome<null, WithdrawalRefusal>> => {
    await lockRequest(tx, app, request.id);
    const facts = { withdrawerIdentified: true, withdrawalSaid: true };
    for (const item of open) {
      const moved = await moveExamItem(tx, app, actor, item.id, 'withdraw', facts);
      if (!moved.ok) return refuse({ code: moved.refusal.code });
    }
    await stopWork(tx, app, request.id);
    if (back && !(await giveBack(tx, app, actor, back))) throw new MoneyMoved();
    const withdrawalId = randomUUID();
    await tx
      .insertInto('withdrawal')
      .values({
        id: withdrawalId,
        access_request_id: request.id,
        withdrawn_by: by,
        channel,
        identity_by: identityBy ?? '',
        said: words ?? null,
        withdrawn_on: on,
        recorded_by: actor.kind === 'staff' ? actor.staffId : null,
        recorded_at: app.now(),
      })
      .execute();
    await sendLetter(tx, app, actor, request, drawn.value);
    await appendAudit(tx, app, {
      type: 'request.withdrawn',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { withdrawalId, channel, exams: open.length },
    });
    return ok(null);
  });
  return written.catch((fault: unknown) => {
    if (fault instanceof MoneyMoved) return refuse({ code: 'changed-meanwhile' as const });
    throw fault;
  });
}

/** A match that was taken back is fetched no further, and a copy that did not leave is not sent. */
async function stopWork(tx: Tx, app: App, requestId: string): Promise<void> {
  await tx
    .updateTable('match')
    .set({ withdrawn_at: app.now(), withdrawn_reason: 'request withdrawn' })
    .where('withdrawn_at', 'is', null)
    .where('exam_item_id', 'in', (query) =>
      query
        .selectFrom('exam_item')
        .select('id')
        .where('access_request_id', '=', requestId)
        .where('outcome', '=', 'withdrawn'),
    )
    .execute();
}

/** What had gone out before: it stays theirs. */
function givenWords({ items }: RequestCase, language: 'en' | 'es'): string[] {
  return items
    .filter(({ outcome, state }) => outcome === 'given' || outcome === 'given-in-part' || state === 'delivered')
    .map(({ exam_type }) => examWords(exam_type, language));
}

function withdrawalLetter(app: App, found: RequestCase, channel: SaidBy, on: string): Letter {
  const { request, facility, reviews } = found;
  const letter = letterContent(
    'L-WITH',
    (language) => {
      const sent = givenWords(found, language).join(', ');
      return {
        ...letterSubject(app, facility, request),
        withdrawnOn: calendarDate(on),
        channel,
        ...(sent ? { alreadySent: sent } : {}),
      };
    },
    request.language,
    reviews,
  );
  if (!letter.ok) throw new Error(`The letter can not be written: ${letter.refusal.code}`);
  return letter.value;
}
