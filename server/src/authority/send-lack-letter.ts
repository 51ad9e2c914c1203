import { randomUUID } from 'node:crypto';
import { authorityShown, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterHtml } from '../letters/letter-html.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem, raiseVersion } from '../requests/move-exam-item.ts';
import { openExamItems } from '../requests/open-exam-items.ts';
import { type Tx, transaction } from '../store/database.ts';
import { draftLackLetter, identityPause, type LackFile, type LackWish } from './lack-letter.ts';
import { readLackFile } from './read-lack-file.ts';

type Wish = LackWish & { requestId: string };

/** The letter as it would go out, for whoever is about to send it. */
export async function previewLackLetter(
  app: App,
  _actor: StaffActor,
  wish: Wish,
): Promise<Outcome<{ title: string; html: string }, { code: 'not-found' | 'nothing-lacks' }>> {
  const file = await readLackFile(app.db, app, wish.requestId, await readLanguageReviews(app.db, app));
  if (!file) return refuse({ code: 'not-found' });
  const letter = draftLackLetter(app, file, wish);
  return letter.ok ? ok({ title: letter.value.title, html: letterHtml(letter.value) }) : letter;
}

/** Asks for exactly what is missing. What we wait for stands beside a deadline that does not move (OD-5). */
export async function sendLackLetter(
  app: App,
  actor: StaffActor,
  wish: Wish,
): Promise<Outcome<{ letterId: string }, { code: 'not-found' | 'nothing-lacks' | 'storage-full' }>> {
  const file = await readLackFile(app.db, app, wish.requestId, await readLanguageReviews(app.db, app));
  if (!file) return refuse({ code: 'not-found' });
  const letter = draftLackLetter(app, file, wish);
  if (!letter.ok) return letter;
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, wish.requestId);
    if (!request) return refuse({ code: 'not-found' });
    const letterId = await keepLetter(tx, app, actor, request.id, drawn.value);
    if (wish.code === 'L-NPR') await answerNoRight(tx, app, actor, request.id);
    else await beginWait(tx, app, actor, request.id, file, wish);
    await raiseVersion(tx, request.id);
    if (request.requester_email) {
      const news = { kind: 'news', reference: request.reference, address: app.config.publicUrl } as const;
      const { requester_email: recipient, language } = request;
      await queueMail(tx, app, { channel: 'email', recipient, accessRequestId: request.id, language, wish: news });
    }
    return ok({ letterId });
  });
}

/** The letter is the whole answer to somebody without a right of access. Papers that come later open it again. */
async function answerNoRight(tx: Tx, app: App, actor: StaffActor, accessRequestId: string): Promise<void> {
  for (const id of await openExamItems(tx, accessRequestId))
    await moveExamItem(tx, app, actor, id, 'answer-no-right', { noRightOfAccess: true });
}

/** A directive and an authorization carry their own lack: the person's own copy does not wait for them. */
async function beginWait(
  tx: Tx,
  app: App,
  actor: StaffActor,
  accessRequestId: string,
  file: LackFile,
  { code, askedPromptly = false }: LackWish,
): Promise<void> {
  if (code !== 'L-VER') return;
  const asked = identityPause(file) ? { asked_promptly: askedPromptly } : {};
  const kind = 'identity';
  const shown = authorityShown(file.authority.facts);
  const authority = shown.ok || shown.refusal.code !== 'authority-lacking' ? [] : shown.refusal.lacks;
  const names = [...(file.identityProved ? [] : ['identity']), ...authority.map(({ name }) => name)];
  const lacks = JSON.stringify(names);
  if ('asked_promptly' in asked) {
    const objects = { askedPromptly };
    await appendAudit(tx, app, { type: 'identity.asked', outcome: 'success', actor, accessRequestId, objects });
  }
  const open = await tx
    .updateTable('wait')
    .set({ lacks, ...asked })
    .where('access_request_id', '=', accessRequestId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  if (open.length > 0) return;
  await tx
    .insertInto('wait')
    .values({
      id: randomUUID(),
      access_request_id: accessRequestId,
      kind,
      since: app.now(),
      ended_at: null,
      lacks,
      ...asked,
    })
    .execute();
}
