import { sql } from 'kysely';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { mayStillLeave } from '../releases/standing-release.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { HeldReport } from '../store/records.ts';
import { readHeldReports, withoutReports } from './held-reports.ts';
import { makePackage } from './make-package.ts';
import { readRelease } from './read-release.ts';

const opener: ProgramActor = { kind: 'program', job: 'open-held-reports' };

/** Asks for the work at the instant at which the first of them opens. */
export async function openWhenFree(tx: Tx, app: App, releaseId: string, held: readonly HeldReport[]): Promise<void> {
  const [first] = held.map(({ opensAt }) => opensAt).sort();
  if (!first) return;
  const startAfter = new Date(first);
  await app.jobs.enqueue(tx, 'open-held-reports', { releaseId }, { singletonKey: `${releaseId} ${first}`, startAfter });
}

/** A hold on a report has ended: the package is made anew with it, and the person hears that there is news. */
export async function openHeldReports(app: App, { releaseId }: { releaseId: string }): Promise<void> {
  const release = await readRelease(app, releaseId);
  if (!release || !(await mayStillLeave(app.db, releaseId))) return;
  const { accessRequestId } = release;
  const before = await closedBefore(app, releaseId);
  const held = await readHeldReports(app.db, app, accessRequestId);
  if (before <= held.length) return;
  const made = await makePackage(app, withoutReports(release, held));
  if (!made.ok) throw new NotOpened(made.refusal.code);
  await transaction(app.db, async (tx) => {
    const request = await tx
      .selectFrom('access_request')
      .select(['reference', 'language', 'requester_email'])
      .where('id', '=', accessRequestId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('delivery')
      .set({ package: JSON.stringify({ ...made.value, ...(held.length > 0 ? { heldReports: held } : {}) }) })
      .where('release_id', '=', releaseId)
      .where('package', 'is not', null)
      .execute();
    await openWhenFree(tx, app, releaseId, held);
    await appendAudit(tx, app, {
      type: 'report.opened',
      outcome: 'success',
      actor: opener,
      accessRequestId,
      objects: { releaseId, count: before - held.length },
    });
    if (!request.requester_email) return;
    const wish = { kind: 'news', reference: request.reference, address: app.config.publicUrl } as const;
    const { requester_email: recipient, language } = request;
    await queueMail(tx, app, { channel: 'email', recipient, accessRequestId, language, wish });
  });
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
