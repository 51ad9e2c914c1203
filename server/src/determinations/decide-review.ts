import {
  calendarDate,
  type Letter,
  letterContent,
  type Outcome,
  ok,
  type ReviewOutcome,
  refuse,
  reviewActions,
  decideReview as reviewOf,
  reviewOutcome,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isOwnFile } from '../imaging/is-own-file.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { fetchMatchesOf } from '../requests/grant-matched.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { type DenialCase, decidedDenial, readDenialCase } from './denial-record.ts';
import { lackNotes, type Refused } from './lack-notes.ts';

type DecisionInput = { reviewId: string; result: ReviewOutcome['result']; reasons: string };
type DecisionRefusal = Refused<
  'not-found' | 'wrong-step' | 'own-file' | 'not-reviewable' | 'reviewer-unfit' | 'storage-full'
>;

/**
 * Another licensed professional, who took no part in the denial, decides; the facility does what they say. Won: the exam
 * is granted again and given within the house's days. 45 CFR 164.524(a)(4), (d)(4).
 */
export async function decideReview(
  app: App,
  actor: StaffActor,
  input: DecisionInput,
): Promise<Outcome<null, DecisionRefusal>> {
  const asked = await app.db
    .selectFrom('denial_review')
    .selectAll()
    .where('id', '=', input.reviewId)
    .executeTakeFirst();
  const found = asked && (await readDenialCase(app.db, app, asked.denial_id));
  const denial = found && decidedDenial(found);
  if (!asked || !found || !denial) return refuse({ code: 'not-found' });
  if (isOwnFile(actor, found)) return refuse({ code: 'own-file' });
  const calendars = clockFactsOf(found.request.received_on);
  const reviewer = { name: actor.displayName, licensed: actor.licensedAs !== null };
  const wish = { denial, tookPart: [found.denial.proposer], askedOn: calendarDate(asked.asked_on), reviewer };
  const review = reviewOf(wish, found.pack, calendars);
  if (!review.ok) {
    if (review.refusal.code === 'not-reviewable') return refuse({ code: 'not-reviewable' });
    return refuse({ code: 'reviewer-unfit', fields: lackNotes(review.refusal.lacks) });
  }
  const outcome = reviewOutcome(review.value, input.result, found.facility.today, found.pack, calendars);
  const drawn = await drawLetter(app, reviewLetter(app, actor, found, outcome, input.reasons));
  if (!drawn.ok) return drawn;

  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, found.request.id);
    if (await isDecided(tx, input.reviewId)) return refuse({ code: 'wrong-step' });
    const moved = await move(tx, app, actor, found, outcome.result);
    if (!moved) return refuse({ code: 'wrong-step' });
    const letterId = await sendLetter(tx, app, actor, found.request, drawn.value);
    await tx
      .insertInto('review_decision')
      .values({
        review_id: input.reviewId,
        result: input.result,
        reasons: input.reasons,
        reviewer: actor.staffId,
        decided_on: found.facility.today,
        decided_at: app.now(),
        letter_id: letterId,
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'review.decided',
      outcome: 'success',
      actor,
      accessRequestId: found.request.id,
      objects: { reviewId: input.reviewId, examItemId: found.item.id, outcome: input.result },
    });
    return ok(null);
  });
}

/** A review that was won lets the exam go on from where it can: with its study it is fetched again, without it is looked for. */
async function move(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { request, item }: DenialCase,
  result: ReviewOutcome['result'],
): Promise<boolean> {
  const fit = { reviewerFit: true };
  if (result === 'upheld') return (await moveExamItem(tx, app, actor, item.id, 'uphold', fit)).ok;
  const now = await tx.selectFrom('exam_item').select('state').where('id', '=', item.id).executeTakeFirstOrThrow();
  if (now.state !== 'closed') return (await moveExamItem(tx, app, actor, item.id, 'overturn', fit)).ok;
  const standing = await standingOf(tx, app, request.id);
  const matched = await tx
    .selectFrom('match')
    .select('id')
    .where('exam_item_id', '=', item.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!matched || !standing.identityProved || !standing.authorityShown) {
    return (await moveExamItem(tx, app, actor, item.id, 'reopen', { reopenedFor: 'review-won' })).ok;
  }
  const facts = { ...fit, ...standing, examAllowed: standing.authorityShown, matchStanding: true };
  const overturned = await moveExamItem(tx, app, actor, item.id, 'overturn', facts);
  if (!overturned.ok) return false;
  await moveExamItem(tx, app, actor, item.id, 'retrieve', {});
  await fetchMatchesOf(tx, app, item.id);
  return true;
}

async function isDecided(tx: Tx, reviewId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('review_decision')
    .select('review_id')
    .where('review_id', '=', reviewId)
    .executeTakeFirst();
  return row !== undefined;
}

function reviewLetter(
  app: App,
  actor: StaffActor,
  { request, facility, reviews }: DenialCase,
  { result, giveBy }: ReviewOutcome,
  reasons: string,
): Letter {
  const letter = letterContent(
    'L-REV',
    (language) => ({
      ...letterSubject(app, facility, request),
      outcome: result,
      decidedOn: facility.today,
      reviewer: `${actor.displayName}, ${actor.licensedAs}`,
      reasons,
      action: reviewActions[language][result],
      actionOn: giveBy ?? facility.today,
    }),
    request.language,
    reviews,
  );
  if (!letter.ok) throw new Error(`The letter can not be written: ${letter.refusal.code}`);
  return letter.value;
}
