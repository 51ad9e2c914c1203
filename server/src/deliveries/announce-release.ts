import { calendarDateIn } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { decideMailedCopy, queueCopy } from '../forms/mailed-copy.ts';
import type { Actor } from '../identity/actor.ts';
import { type DrawnLetter, keepLetter } from '../letters/keep-letter.ts';
import { type Attachment, queueMail } from '../mail/queue-mail.ts';
import { readCopyDenied } from '../releases/copy-denied.ts';
import { mayStillLeave } from '../releases/standing-release.ts';
import type { Tx } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { finishRelease } from './finish-release.ts';
import type { ReleaseRecord } from './read-release.ts';
import { deliveryRevoked } from './revoked-delivery.ts';
import { makeShareLink } from './share-link.ts';

/** OD-8: online and by link a copy is given once it opens and the person was told; media when the carrier took them. */
const givenWhenOpen: readonly DeliveryKind[] = ['online', 'secure-link'];

type WaitingDelivery = { id: string; askedDeliveryId: string; kind: DeliveryKind; recipient: AskedRecipient };

type Prepared = {
  letter: DrawnLetter;
  /** What a copy by mail holds. */
  files: readonly Attachment[];
  /** Copies that the person has to say something to first. */
  waiting: ReadonlySet<string>;
};

/** Says "ready": states, links, letter, mail and account in one transaction; a second run finds nothing left to say. */
export async function announceRelease(
  tx: Tx,
  app: App,
  actor: Actor,
  release: ReleaseRecord,
  { letter, files, waiting }: Prepared,
): Promise<void> {
  const { releaseId, accessRequestId } = release;
  // The request's row first, as everywhere: the trail's lock comes later and is held to the end.
  const request = await tx
    .selectFrom('access_request')
    .select(['reference', 'language', 'requester_email'])
    .where('id', '=', accessRequestId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!(await mayStillLeave(tx, app, releaseId))) return;
  const unready = await tx
    .selectFrom('delivery')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
    .select(['delivery.id', 'asked_delivery.id as askedDeliveryId', 'delivery.kind', 'asked_delivery.recipient'])
    .where('delivery.release_id', '=', releaseId)
    .where('delivery.ready_at', 'is', null)
    .where('delivery.failure_code', 'is distinct from', deliveryRevoked)
    .orderBy('asked_delivery.ordinal')
    .forUpdate('delivery')
    .execute();
  const going = unready.filter(({ id }) => !waiting.has(id));
  if (going.length === 0) return;
  for (const delivery of going) await makeReady(tx, app, actor, release, delivery, { ...request, files });
  // What is only looked at here is no copy: the letter that offers times tells of it.
  const denied = await readCopyDenied(tx, accessRequestId);
  if (release.manifest.exams.some(({ examItemId }) => denied.has(examItemId))) return;
  if (request.requester_email) {
    const wish = { kind: 'copy-ready', reference: request.reference, address: app.config.publicUrl } as const;
    const { requester_email: recipient, language } = request;
    await queueMail(tx, app, { channel: 'email', recipient, accessRequestId, language, wish });
  }
  await keepLetter(tx, app, actor, accessRequestId, letter);
  await finishRelease(tx, app, actor, release);
}

async function makeReady(
  tx: Tx,
  app: App,
  actor: Actor,
  { releaseId, accessRequestId }: ReleaseRecord,
  { id, askedDeliveryId, kind, recipient }: WaitingDelivery,
  { language, reference, files }: { language: string; reference: string; files: readonly Attachment[] },
): Promise<void> {
  const now = app.now();
  const given = givenWhenOpen.includes(kind);
  await tx
    .updateTable('delivery')
    .set({ state: given ? 'delivered' : 'ready', failure_code: null, ready_at: now, delivered_at: given ? now : null })
    .where('id', '=', id)
    .execute();
  if (kind === 'email-unencrypted') {
    const decided = await decideMailedCopy(tx, app, askedDeliveryId, files);
    if (!decided.ok) throw new Error(`A mail that may not go: ${decided.refusal.refusal.code}`);
    await queueCopy(tx, app, actor, { ...decided.value, deliveryId: id, accessRequestId, reference, language });
  }
  if (kind === 'secure-link') await mailLink(tx, app, actor, { id, recipient, accessRequestId, language });
  await appendAudit(tx, app, {
    type: 'delivery.ready',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { releaseId, deliveryId: id, kind },
  });
}

/** The address goes to the recipient; the passcode went to the person who asked, who passes it on another way (S8.3). */
async function mailLink(
  tx: Tx,
  app: App,
  actor: Actor,
  {
    id,
    recipient,
    accessRequestId,
    language,
  }: { id: string; recipient: AskedRecipient; accessRequestId: string; language: string },
): Promise<void> {
  const link = await makeShareLink(tx, app, actor, { deliveryId: id, recipient, accessRequestId });
  if (!link || !recipient.email) return;
  const facility = await tx
    .selectFrom('facility')
    .select('time_zone')
    .where('id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const validUntil = calendarDateIn(facility.time_zone, link.expiresAt.getTime());
  const wish = { kind: 'link-shared', address: `${app.config.publicUrl}/link/${link.pathId}`, validUntil } as const;
  await queueMail(tx, app, { channel: 'email', recipient: recipient.email, accessRequestId, language, wish });
}
