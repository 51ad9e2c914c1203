import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { accountForView } from '../deliveries/account-for-view.ts';
import { pngOfObject } from '../deliveries/png-of-object.ts';
import { storedFile } from '../deliveries/stored-file.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import type { DerivedKind } from '../store/records.ts';

type Input = {
  matchId: string;
  instanceId: string;
  kind: 'thumbnail' | 'picture' | 'poster' | 'clip' | 'webm' | 'report-pdf' | 'png';
  frame?: number | undefined;
};

/** One picture, clip or report before release, for staff who check. */
export async function openInstanceFile(
  app: App,
  actor: StaffActor,
  { matchId, instanceId, kind, frame = 0 }: Input,
): Promise<Outcome<FileAnswer, { code: 'not-found' | 'not-playable' }>> {
  const held = await findHeld(app, matchId, instanceId);
  if (!held) return refuse({ code: 'not-found' });
  await accountForView(app, actor, 'pictures.checked', held.access_request_id, { matches: [matchId] });
  if (kind === 'png') return pngOfObject(app, held.sha256, frame);
  const derived = await findDerived(app, held.sha256, kind);
  if (!derived) return refuse({ code: 'not-playable' });
  return ok(
    storedFile(app, {
      sha256: derived.sha256,
      sizeBytes: derived.size_bytes,
      mediaType: derived.media_type,
      fileName: `${kind}.${extensionOf(derived.media_type)}`,
      disposition: 'inline',
    }),
  );
}

/** An object of that match, of a request of this facility; a withdrawn match shows nothing any more. */
function findHeld(app: App, matchId: string, instanceId: string) {
  return app.db
    .selectFrom('retrieved_instance')
    .innerJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
    .innerJoin('match', 'match.id', 'retrieved_instance.match_id')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select(['instance.sha256', 'exam_item.access_request_id'])
    .where('match.id', '=', matchId)
    .where('match.withdrawn_at', 'is', null)
    .where('instance.id', '=', instanceId)
    .where('retrieved_instance.state', '=', 'held')
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

function findDerived(app: App, sourceSha256: string, kind: DerivedKind) {
  return app.db
    .selectFrom('derived_file')
    .select(['sha256', 'size_bytes', 'media_type'])
    .where('facility_id', '=', app.facilityId)
    .where('source_sha256', '=', sourceSha256)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
};

function extensionOf(mediaType: string): string {
  return extensions[mediaType] ?? 'bin';
}
