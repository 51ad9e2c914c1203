import { randomUUID } from 'node:crypto';
import { calendarDate, denialGround, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import type { SaidBy } from '../store/determination-tables.ts';
import { type DenialCase, readDenialCase } from './denial-record.ts';

type ReviewRefusal = { code: 'not-found' | 'wrong-step' | 'not-reviewable' };

/** “Please have somebody else look at this”: from the person’s own page. 45 CFR 164.524(a)(4). */
export async function askReview(
  app: App,
  actor: RequesterActor,
  { denialId }: { denialId: string },
): Promise<Outcome<null, ReviewRefusal>> {
  const found = await readDenialCase(app.db, app, denialId);
  if (!found || found.request.id !== actor.accessRequestId) return refuse({ code: 'not-found' });
  return openReview(app, actor, found, { channel: 'portal', askedOn: found.facility.today });
}

/** Staff write down that the person asked, by whatever way: it may be asked for at any time. */
export async function recordReview(
  app: App,
  actor: StaffActor,
  input: { denialId: string; channel: Exclude<SaidBy, 'portal'>; askedOn: string },
): Promise<Outcome<null, ReviewRefusal>> {
  const found = await readDenialCase(app.db, app, input.denialId);
  if (!found) return refuse({ code: 'not-found' });
  if (input.askedOn > found.facility.today) return refuse({ code: 'wrong-step' });
  return openReview(app, actor, found, { channel: input.channel, askedOn: calendarDate(input.askedOn) });
}

function openReview(
  app: App,
  actor: RequesterActor | StaffActor,
  { request, item, denial, pack }: DenialCase,
  { channel, askedOn }: { channel: SaidBy; askedOn: string },
): Promise<Outcome<null, ReviewRefusal>> {
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, request.id);
    const before = await tx
      .selectFrom('denial_review')
      .select('id')
      .where('denial_id', '=', denial.id)
      .executeTakeFirst();
    if (before || !denial.decision || denial.decision === 'not-denied') return refuse({ code: 'wrong-step' });
    const groundReviewable = denialGround(pack, denial.ground)?.reviewable === true;
    if (!groundReviewable) return refuse({ code: 'not-reviewable' });
    const moved = await moveExamItem(tx, app, actor, item.id, 'ask-review', { groundReviewable });
    if (!moved.ok) return refuse({ code: moved.refusal.code });
    const reviewId = randomUUID();
    await tx
      .insertInto('denial_review')
      .values({
        id: reviewId,
        denial_id: denial.id,
        channel,
        asked_on: askedOn,
        recorded_by: actor.kind === 'staff' ? actor.staffId : null,
        recorded_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'review.asked',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { reviewId, denialId: denial.id, examItemId: item.id, channel },
    });
    return ok(null);
  });
}
