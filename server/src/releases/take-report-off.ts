import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { takesReports } from './attach-report.ts';

type Refusal = { code: 'not-found' | 'report-was-given' | 'wrong-step' };

/**
 * A report that was attached to the wrong exam comes off before it is given: it is shown and counted no more, and the exam
 * waits for its own. The file and its hash stay. What has left is recalled instead.
 */
export function takeReportOff(
  app: App,
  actor: StaffActor,
  { reportId, reason }: { reportId: string; reason: string },
): Promise<Outcome<null, Refusal>> {
  return transaction(app.db, async (tx) => {
    const report = await findReport(tx, app, reportId);
    const request = report && (await lockRequest(tx, app, report.access_request_id));
    if (!request) return refuse({ code: 'not-found' });
    if (await wasGiven(tx, request.id, report)) return refuse({ code: 'report-was-given' });
    if (!takesReports(report.state)) return refuse({ code: 'wrong-step' });
    const taken = await tx
      .updateTable('attached_report')
      .set({ removed_at: app.now(), removed_by: actor.staffId, removed_reason: reason })
      .where('id', '=', reportId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) return refuse({ code: 'not-found' });
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'report.taken-off',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { examItemId: report.exam_item_id, reportId, sha256: report.sha256 },
    });
    return ok(null);
  });
}

type Report = { exam_item_id: string; sha256: string };

/** The state is read under the lock of the request, so that no release goes between. */
function findReport(tx: Tx, app: App, reportId: string) {
  return tx
    .selectFrom('attached_report')
    .innerJoin('exam_item', 'exam_item.id', 'attached_report.exam_item_id')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select(['attached_report.sha256', 'exam_item_id', 'exam_item.state', 'exam_item.access_request_id'])
    .where('attached_report.id', '=', reportId)
    .where('attached_report.removed_at', 'is', null)
    .where('access_request.facility_id', '=', app.facilityId)
    .forUpdate()
    .executeTakeFirst();
}

/** In a copy that stands; of one that was recalled nothing is given. */
async function wasGiven(tx: Tx, accessRequestId: string, { exam_item_id, sha256 }: Report): Promise<boolean> {
  const releases = await tx
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select('release.manifest')
    .where('release.access_request_id', '=', accessRequestId)
    .where('incident.id', 'is', null)
    .execute();
  return releases.some(({ manifest }) =>
    manifest.exams.some(
      (exam) => exam.examItemId === exam_item_id && exam.attachedReports.some((report) => report.sha256 === sha256),
    ),
  );
}
