import {
  calendarDateIn,
  decideIdentityNotShown,
  type NotShownRefusal,
  type Outcome,
  ok,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem, raiseVersion } from '../requests/move-exam-item.ts';
import { openExamItems } from '../requests/open-exam-items.ts';
import { type Db, type Tx, transaction } from '../store/database.ts';
import { draftLackLetter, dueOf, type LackFile, lettersDue, waysOf } from './lack-letter.ts';
import { readLackFile } from './read-lack-file.ts';

const refusals = {
  'never-asked': 'proof-never-asked',
  'too-few-ways': 'proof-never-asked',
  'still-time': 'still-time-for-proof',
} as const satisfies Record<NotShownRefusal['code'], string>;

type AnswerRefusal = {
  code: (typeof refusals)[keyof typeof refusals] | 'not-found' | 'nothing-lacks' | 'storage-full' | 'wrong-step';
};

/**
 * Nobody showed who they are, or by what right they ask: L-VER goes out again as the written answer, with where to complain.
 * Whether that ends the request is the facility's choice (OD-21).
 */
export async function answerUnidentified(
  app: App,
  actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<{ closed: boolean }, AnswerRefusal>> {
  const file = await readLackFile(app.db, app, requestId, await readLanguageReviews(app.db, app));
  if (!file) return refuse({ code: 'not-found' });
  const decision = await decideUnidentified(app.db, file);
  if (!decision) return refuse({ code: 'nothing-lacks' });
  if (!decision.ok) return refuse({ code: refusals[decision.refusal.code] });
  const { closes, why } = decision.value;
  const letter = draftLackLetter(app, file, { code: 'L-VER', finalAnswer: closes ? 'closes' : 'stays-open' });
  if (!letter.ok) return letter;
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const open = await openExamItems(tx, requestId);
    if (!request || open.length === 0) return refuse({ code: 'wrong-step' });
    const letterId = await sendLetter(tx, app, actor, request, drawn.value);
    if (closes) await close(tx, app, actor, open);
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'identity.not-shown',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { letterId, rule: why.rule, closed: closes },
    });
    return ok({ closed: closes });
  });
}

/** May it be answered so today? Nothing where nothing lacks. */
export async function decideUnidentified(db: Db, file: LackFile & { request: { id: string } }) {
  if (!lettersDue(file).some(({ code }) => code === 'L-VER')) return undefined;
  const { clock, facility } = file;
  const due = dueOf(clock).on;
  const asked = await db
    .selectFrom('letter')
    .select('sent_at')
    .where('access_request_id', '=', file.request.id)
    .where('code', '=', 'L-VER')
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .execute();
  const askedOn = asked.flatMap(({ sent_at }) =>
    sent_at ? [calendarDateIn(facility.timeZone, sent_at.getTime())] : [],
  );
  const sought = { due, askedOn, waysOffered: waysOf(file).length };
  return decideIdentityNotShown(sought, facility.today, clock.pack, clockFactsOf(clock.receivedOn));
}

async function close(tx: Tx, app: App, actor: StaffActor, open: readonly string[]): Promise<void> {
  for (const id of open) {
    const moved = await moveExamItem(tx, app, actor, id, 'close-unidentified', { identityNeverShown: true });
    if (!moved.ok) throw new Error(`an exam whose asker is unknown could not be closed: ${moved.refusal.code}`);
  }
}
