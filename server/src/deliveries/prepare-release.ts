import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { mailFiles } from '../forms/mailed-copy.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { mayStillLeave } from '../releases/standing-release.ts';
import { transaction } from '../store/database.ts';
import { announceRelease } from './announce-release.ts';
import { completionLetter } from './completion-letter.ts';
import { readHeldReports, withoutReports } from './held-reports.ts';
import { makePackage } from './make-package.ts';
import { openFirstPicture } from './open-first-picture.ts';
import { openWhenFree } from './open-held-reports.ts';
import { type ReleaseRecord, readRelease } from './read-release.ts';
import { deliveryRevoked } from './revoked-delivery.ts';
import { waitsForPerson } from './waits-for-person.ts';

const preparer: ProgramActor = { kind: 'program', job: 'prepare-release' };

/**
 * Makes what a package needs besides the pictures, opens the first picture as the person will, and only then says
 * "ready". Each step finds its own result when it runs again, so a kill in between costs nothing but time.
 */
export async function prepareRelease(app: App, { releaseId }: { releaseId: string }): Promise<void> {
  const release = await readRelease(app, releaseId);
  if (!release || !(await isWaiting(app, releaseId)) || !(await mayStillLeave(app.db, app, releaseId))) return;
  const held = await readHeldReports(app.db, app, release.accessRequestId);
  const open = withoutReports(release, held);
  const made = await makePackage(app, open);
  if (!made.ok) return fail(app, release, made.refusal.code);
  await app.db
    .updateTable('delivery')
    .set({ package: JSON.stringify({ ...made.value, ...(held.length > 0 ? { heldReports: held } : {}) }) })
    .where('release_id', '=', releaseId)
    .where('ready_at', 'is', null)
    .execute();
  const opened = await openFirstPicture(app, open);
  if (!opened.ok) return fail(app, release, opened.refusal.code);
  // What a statute keeps closed electronically goes by no mail either.
  const files = mailFiles(open.manifest, made.value);
  const waiting = await waitsForPerson(app, release, files);
  const letter = await completionLetter(app, open, held);
  if (!letter.ok) return fail(app, release, letter.refusal.code);
  await transaction(app.db, async (tx) => {
    await announceRelease(tx, app, preparer, release, { letter: letter.value, files, waiting });
    await openWhenFree(tx, app, releaseId, held);
  });
}

async function isWaiting(app: App, releaseId: string): Promise<boolean> {
  const waiting = await app.db
    .selectFrom('delivery')
    .select('id')
    .where('release_id', '=', releaseId)
    .where('ready_at', 'is', null)
    .where('failure_code', 'is distinct from', deliveryRevoked)
    .executeTakeFirst();
  return waiting !== undefined;
}

/** The file says what is wrong, and the queue tries again. */
async function fail(app: App, release: ReleaseRecord, code: string): Promise<never> {
  const { releaseId, accessRequestId } = release;
  await transaction(app.db, async (tx) => {
    await tx
      .updateTable('delivery')
      .set({ state: 'failed', failure_code: code })
      .where('release_id', '=', releaseId)
      .where('ready_at', 'is', null)
      .where('failure_code', 'is distinct from', deliveryRevoked)
      .execute();
    await appendAudit(tx, app, {
      type: 'delivery.failed',
      outcome: 'failure',
      actor: preparer,
      accessRequestId,
      objects: { releaseId },
      reason: code,
    });
  });
  throw new PreparationFailed(code);
}

/** Its name and message are codes only: it reaches the log. */
class PreparationFailed extends Error {
  override name = 'PreparationFailed';
}
