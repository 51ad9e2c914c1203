import { discPieces } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForDownload } from './account-for-download.ts';
import { layOutDisc } from './lay-out-disc.ts';
import { pieceOfDelivery } from './media-set.ts';
import { outgoing } from './package-layout.ts';
import { discImageName } from './release-view.ts';
import { layoutOf } from './remember-layout.ts';
import { endWithPermission } from './still-allowed.ts';
import { streamObjects } from './stream-objects.ts';

type DiscRefusal = { code: 'not-found' | 'still-preparing' | 'too-large-for-disc' } | ChargedWorkRefused;

/** Grows with every change of how discs are laid out, so that an old tag never stands for other bytes. */
const discEdition = 1;

/**
 * The package, or one disc of the set that was made last, as one image to burn (ISO 9660, Joliet, UDF). It is never
 * stored: any range is made from the same objects.
 */
export async function downloadDiscImage(
  app: App,
  actor: StaffActor,
  asked: { deliveryId: string; piece?: number | undefined },
): Promise<Outcome<FileAnswer, DiscRefusal>> {
  const given = await pieceOfDelivery(app, asked);
  if (!given.ok) return refuse(given.refusal);
  const { release, package: record, part } = given.value;
  const work = await mayWorkBegin(app.db, app, release.accessRequestId);
  if (!work.ok) return work;
  const layout = layoutOf(app, release.manifest, record);
  const laid = await layOutDisc(app, layout, release, part);
  if (!laid) return refuse({ code: 'too-large-for-disc' });
  const { disc, createdOn } = laid;
  const file: FileAnswer = {
    mediaType: 'application/vnd.efi.iso',
    sizeBytes: disc.totalBytes,
    etag: `"${record.etag}-disc-${discEdition}-${createdOn}"`,
    fileName: discImageName(release.manifest.reference, part),
    disposition: 'attachment',
    stream: (start, end, write, signal) =>
      streamObjects(app.objects, outgoing(discPieces(disc, start, end), layout.files), write, signal),
  };
  return ok(accountForDownload(app, actor, given.value, endWithPermission(app, actor, file), async () => {}));
}
