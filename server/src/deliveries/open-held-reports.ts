import { sql } from 'kysely';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { keepLetter } from '../letters/keep-letter.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { isTakenBack } from '../releases/standing-release.ts';
import { writeDelivery } from '../releases/write-delivery.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { HeldReport } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { completionLetter } from './completion-letter.ts';
import { finishRelease } from './finish-release.ts';
import { readHeldReports, withoutReports } from './held-reports.ts';
import { makePackage } from './make-package.ts';
import { readRelease } from './read-release.ts';
import { deliveryRevoked } from './revoked-delivery.ts';

const opener: ProgramActor = { kind: 'program', job: 'open-held-reports' };

/** Asks for the work at the instant at which the first of them opens. */
export async function openWhenFree(tx: Tx, app: App, releaseId: string, held: readonly HeldReport[]): Promise<void> {
  const [first] = held.map(({ opensAt }) => opensAt).sort();
  if (!first) return;
  const startAfter = new Date(first);
  await app.jobs.enqueue(tx, 'open-held-reports', { releaseId }, { singletonKey: `${releaseId} ${first}`, startAfter });
}

/** What went out on something that nobody can open again from here. */
const leftTheHouse: readonly DeliveryKind[] = ['cd', 'dvd', 'usb', 'email-unencrypted'];

/**
 * A hold on a report has ended: the package is made anew with it, and the person hears of it. A disc, stick or mail that
 * left without it is made and sent once more; until then the exam is not given (45 CFR 164.524(c)(1)).
 */
export async function openHeldReports(app: App, { releaseId }: { releaseId: string }): Promise<void> {
  const release = await readRelease(app, releaseId);
  if (!release || (await isTakenBack(app.db, releaseId))) return;
  const { accessRequestId } = release;
  const before = await closedBefore(app, releaseId);
  const held = await readHeldReports(app.db, app, accessRequestId);
  if (before <= held.length) return;
  const made = await makePackage(app, withoutReports(release, held));
  if (!made.ok) throw new NotOpened(made.refusal.code);
  const letter = await completionLetter(app, withoutReports(release, held), held);
  await transaction(app.db, async (tx) => {
    const request = await tx
      .selectFrom('access_request')
      .select(['reference', 'language', 'requester_email'])
      .where('id', '=', accessRequestId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const copies = await readMade(tx, releaseId);
    await tx
      .updateTable('delivery')
      .set({ package: JSON.stringify({ ...made.value, ...(held.length > 0 ? { heldReports: held } : {}) }) })
      .where('release_id', '=', releaseId)
      .where('package', 'is not', null)
      .execute();
    await makeAnew(tx, app, copies);
    await openWhenFree(tx, app, releaseId, held);
    await appendAudit(tx, app, {
      type: 'report.opened',
      outcome: 'success',
      actor: opener,
      accessRequestId,
      objects: { releaseId, count: before - held.length },
    });
    if (await sendAgain(tx, app, releaseId, copies)) return;
    await finishRelease(tx, app, opener, release);
    await tell(tx, app, accessRequestId, request, letter);
  });
}

type Copy = { id: string; kind: DeliveryKind; state: string; askedDeliveryId: string };

/** The copies of a release that are made, before what opened is put into them. */
async function readMade(tx: Tx, releaseId: string): Promise<Copy[]> {
  return tx
    .selectFrom('delivery')
    .select(['id', 'kind', 'state', 'asked_delivery_id as askedDeliveryId'])
    .where('release_id', '=', releaseId)
    .where('package', 'is not', null)
    .where('failure_code', 'is distinct from', deliveryRevoked)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** What lies ready to be burned is ready from now on: discs that were dealt out before lack the report. */
async function makeAnew(tx: Tx, app: App, copies: readonly Copy[]): Promise<void> {
  const lying = copies.filter(({ kind, state }) => leftTheHouse.includes(kind) && state === 'ready');
  if (lying.length === 0) return;
  const ids = lying.map(({ id }) => id);
  await tx.updateTable('delivery').set({ ready_at: app.now() }).where('id', 'in', ids).execute();
}

/** The same way once more, whole, so that the person has all of it in one place. Its own letter says what is in it. */
async function sendAgain(tx: Tx, app: App, releaseId: string, copies: readonly Copy[]): Promise<boolean> {
  const gone = copies.filter(({ kind, state }) => leftTheHouse.includes(kind) && state === 'delivered');
  const ways = new Map(gone.map(({ askedDeliveryId, kind }) => [askedDeliveryId, kind]));
  for (const [askedDeliveryId, kind] of ways) await writeDelivery(tx, releaseId, askedDeliveryId, kind);
  if (ways.size > 0) {
    const singletonKey = `${releaseId} with its report`;
    await app.jobs.enqueue(tx, 'prepare-release', { releaseId }, { singletonKey });
  }
  return ways.size > 0;
}

/** By mail that there is news; without a mailbox by a letter. */
async function tell(
  tx: Tx,
  app: App,
  accessRequestId: string,
  request: { reference: string; language: string; requester_email: string | null },
  letter: Awaited<ReturnType<typeof completionLetter>>,
): Promise<void> {
  const { requester_email: recipient, language, reference } = request;
  if (!recipient) {
    if (!letter.ok) throw new NotOpened(letter.refusal.code);
    await keepLetter(tx, app, opener, accessRequestId, letter.value);
    return;
  }
  const wish = { kind: 'news', reference, address: app.config.publicUrl } as const;
  await queueMail(tx, app, { channel: 'email', recipient, accessRequestId, language, wish });
}

/** What opened while the server was off, or on a clock that no queue sees. */
export async function openWhatIsFree(app: App): Promise<void> {
  const rows = await app.db
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .select('release.id')
    .distinct()
    .where('access_request.facility_id', '=', app.facilityId)
    .where(sql<boolean>`delivery.package ? 'heldReports'`)
    .execute();
  for (const { id } of rows) await openHeldReports(app, { releaseId: id });
}

/** How many reports the package that lies ready leaves out. */
async function closedBefore(app: App, releaseId: string): Promise<number> {
  const rows = await app.db
    .selectFrom('delivery')
    .select('package')
    .where('release_id', '=', releaseId)
    .where('package', 'is not', null)
    .execute();
  return Math.max(0, ...rows.map((row) => row.package?.heldReports?.length ?? 0));
}

/** Its name and message are codes only: it reaches the log. */
class NotOpened extends Error {
  override name = 'NotOpened';
}
