import { randomUUID } from 'node:crypto';
import { type Letter, type Outcome, ok, pauseFor, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { isOver } from '../authority/lack-letter.ts';
import { readLackFile } from '../authority/read-lack-file.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { transaction } from '../store/database.ts';
import { clarificationLetter } from './clarification-letter.ts';
import { isClosed, lockRequest } from './lock-request.ts';
import { raiseVersion } from './move-exam-item.ts';
import { readOpenQuestion } from './read-clarifications.ts';

type Wish = { requestId: string; question: string; veryLargeRecord?: boolean | undefined };
type Unwritten = { code: 'not-found' | 'letter-incomplete' };

/** The letter as it would go out, for whoever is about to ask. */
export async function previewClarification(
  app: App,
  _actor: StaffActor,
  wish: Wish,
): Promise<Outcome<Letter, Unwritten>> {
  const drafted = await draft(app, wish);
  return drafted.ok ? ok(drafted.value.letter) : drafted;
}

/**
 * Asks one question by letter and notes since when its answer is waited for. The work goes on meanwhile (OD-22), and
 * whether the wait stops a clock is the engine's answer: in the United States it never does (OD-5).
 */
export async function askClarification(
  app: App,
  actor: StaffActor,
  wish: Wish,
): Promise<Outcome<{ questionId: string }, Unwritten | { code: 'wrong-step' | 'question-open' | 'storage-full' }>> {
  const drafted = await draft(app, wish);
  if (!drafted.ok) return drafted;
  const { letter, ifNoAnswer, asks } = drafted.value;
  const drawn = await drawLetter(app, letter);
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, wish.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (await isClosed(tx, request.id)) return refuse({ code: 'wrong-step' });
    if (await readOpenQuestion(tx, request.id)) return refuse({ code: 'question-open' });
    const letterId = await sendLetter(tx, app, actor, request, drawn.value);
    const id = randomUUID();
    const at = app.now();
    const largeRecord = asks === 'very-large-record' ? { very_large_record: wish.veryLargeRecord === true } : {};
    await tx
      .insertInto('wait')
      .values({ id, access_request_id: request.id, kind: 'clarification', since: at, ended_at: null, ...largeRecord })
      .execute();
    await tx
      .insertInto('clarification')
      .values({
        wait_id: id,
        question: wish.question,
        if_no_answer: ifNoAnswer,
        letter_id: letterId,
        asked_by: actor.staffId,
        asked_at: at,
      })
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'clarification.asked',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { questionId: id, letterId, ...(asks && { veryLargeRecord: wish.veryLargeRecord === true }) },
    });
    return ok({ questionId: id });
  });
}

async function draft(app: App, { requestId, question, veryLargeRecord }: Wish) {
  const file = await readLackFile(app.db, app, requestId, await readLanguageReviews(app.db, app));
  if (!file) return refuse({ code: 'not-found' as const });
  // What is asked only when the period is over moves it no more.
  const pause = isOver(file) ? undefined : pauseFor('clarification', file.clock.pack);
  const written = clarificationLetter(app, file, question, veryLargeRecord ? pause : undefined);
  return written.ok ? ok({ ...written.value, asks: pause?.onlyIf }) : written;
}
