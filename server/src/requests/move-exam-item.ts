import {
  calendarDate,
  decideTransition,
  type ExamItem,
  type ExamOutcome,
  type LetterCode,
  type Outcome,
  ok,
  refuse,
  type Stage,
  type TransitionActor,
  type TransitionFacts,
  type TransitionRefusal,
  type Trigger,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readSources } from '../facility/kept-pack.ts';
import type { Actor } from '../identity/actor.ts';
import type { Db, Tx } from '../store/database.ts';
import { examFlags } from './exam-flags.ts';

export type MoveRefusal = { code: 'not-found' } | { code: 'wrong-step'; why: TransitionRefusal };

export type Moved = {
  accessRequestId: string;
  from: Stage;
  to: Stage;
  outcome: ExamOutcome | null;
  /** The letter that this step owes the person, for the caller to make. */
  letter: LetterCode | null;
};

/**
 * The only writer of an exam item's stage. Asks the table of the life of a request, writes, accounts for it, and raises
 * the request's version so that a decision made on an older page is noticed. The request's row is locked first: two
 * steps on one request wait for one another.
 */
export async function moveExamItem(
  tx: Tx,
  app: App,
  actor: Actor,
  examItemId: string,
  trigger: Trigger,
  facts: TransitionFacts & { outcomeReason?: string },
): Promise<Outcome<Moved, MoveRefusal>> {
  const item = await tx
    .selectFrom('exam_item')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select(['exam_item.state', 'exam_item.outcome', 'exam_item.access_request_id', 'access_request.received_on'])
    .where('exam_item.id', '=', examItemId)
    .where('access_request.facility_id', '=', app.facilityId)
    .forUpdate()
    .executeTakeFirst();
  if (!item) return refuse({ code: 'not-found' });
  const accessRequestId = item.access_request_id;

  const before: ExamItem = {
    stage: item.state as Stage,
    waits: await openWaits(tx, accessRequestId),
    flags: await examFlags(tx, examItemId, accessRequestId),
    receivedOn: calendarDate(item.received_on),
    ...(item.outcome ? { outcome: item.outcome as ExamOutcome } : {}),
  };
  const decision = decideTransition(before, trigger, handOf(actor), facts, await readSources(tx, app, accessRequestId));
  if (!decision.ok) return refuse({ code: 'wrong-step', why: decision.refusal });
  const { stage, outcome = null } = decision.value.item;

  await tx
    .updateTable('exam_item')
    .set({ state: stage, outcome, ...(facts.outcomeReason ? { outcome_reason: facts.outcomeReason } : {}) })
    .where('id', '=', examItemId)
    .execute();
  await raiseVersion(tx, accessRequestId);
  await appendAudit(tx, app, {
    type: 'exam-item.moved',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { examItemId, trigger, from: before.stage, to: stage, ...(outcome ? { outcome } : {}) },
  });
  return ok({ accessRequestId, from: before.stage, to: stage, outcome, letter: decision.value.letter ?? null });
}

/** Called by every write that changes what the desk decides on. */
export async function raiseVersion(tx: Tx, accessRequestId: string): Promise<void> {
  await tx
    .updateTable('access_request')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', accessRequestId)
    .execute();
}

/** What the person still owes us. Waits belong to the request and hold for each of its items. */
async function openWaits(db: Db, accessRequestId: string): Promise<ExamItem['waits']> {
  const rows = await db
    .selectFrom('wait')
    .select('kind')
    .where('access_request_id', '=', accessRequestId)
    .where('ended_at', 'is', null)
    .execute();
  // Which form it takes is no step of an exam.
  return [...new Set(rows.flatMap(({ kind }) => (kind === 'format' ? [] : [kind])))];
}

function handOf(actor: Actor): TransitionActor {
  if (actor.kind === 'staff') return 'staff';
  return actor.kind === 'program' ? 'system' : 'requester';
}
