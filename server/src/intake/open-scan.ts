import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { accountForView } from '../deliveries/account-for-view.ts';
import { storedFile } from '../deliveries/stored-file.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** The page that a request was typed from. */
export async function openScan(
  app: App,
  actor: StaffActor,
  { scanId }: { scanId: string },
): Promise<Outcome<FileAnswer, { code: 'not-found' }>> {
  const scan = await app.db
    .selectFrom('scan')
    .leftJoin('intake', 'intake.scan_id', 'scan.id')
    .select(['scan.sha256', 'scan.size_bytes', 'scan.media_type', 'intake.access_request_id'])
    .where('scan.id', '=', scanId)
    .where('scan.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!scan) return refuse({ code: 'not-found' });
  if (scan.access_request_id) await accountForView(app, actor, 'scan.viewed', scan.access_request_id, { scanId });
  const { sha256, size_bytes: sizeBytes, media_type: mediaType } = scan;
  const fileName = `scan.${endings[mediaType]}`;
  return ok(storedFile(app, { sha256, sizeBytes, mediaType, fileName, disposition: 'inline' }));
}
