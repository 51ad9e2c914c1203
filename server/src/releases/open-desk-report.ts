import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { accountForView } from '../deliveries/account-for-view.ts';
import { storedFile } from '../deliveries/stored-file.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';

/** A report that staff attached. */
export async function openDeskReport(
  app: App,
  actor: StaffActor,
  { reportId }: { reportId: string },
): Promise<Outcome<FileAnswer, { code: 'not-found' }>> {
  const report = await app.db
    .selectFrom('attached_report')
    .innerJoin('exam_item', 'exam_item.id', 'attached_report.exam_item_id')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select(['attached_report.sha256', 'attached_report.size_bytes', 'exam_item.access_request_id'])
    .where('attached_report.id', '=', reportId)
    .where('attached_report.removed_at', 'is', null)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!report) return refuse({ code: 'not-found' });
  await accountForView(app, actor, 'pictures.checked', report.access_request_id, { reportId });
  const { sha256, size_bytes: sizeBytes } = report;
  const mediaType = 'application/pdf';
  return ok(storedFile(app, { sha256, sizeBytes, mediaType, fileName: 'report.pdf', disposition: 'inline' }));
}
