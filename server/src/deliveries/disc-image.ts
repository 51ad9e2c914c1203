import { type DiscLayout, discPieces, layoutDisc } from '@echoback/dicom-media';
import { calendarDateIn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForDownload } from './account-for-download.ts';
import { fileSetId } from './file-set-id.ts';
import { type GivenRelease, releaseOfRecipient } from './given-release.ts';
import { outgoing, type PackageLayout } from './package-layout.ts';
import { discImageName } from './release-view.ts';
import { layoutOf } from './remember-layout.ts';
import { endWithPermission } from './still-allowed.ts';
import { streamObjects } from './stream-objects.ts';

type DiscRefusal = { code: 'not-found' | 'still-preparing' | 'too-large-for-disc' } | ChargedWorkRefused;

/** Grows with every change of how discs are laid out, so that an old tag never stands for other bytes. */
const discEdition = 1;
const remembered = new WeakMap<PackageLayout, DiscLayout>();

/** The package as one image to burn (ISO 9660, Joliet, UDF). It is never stored: any range is made from the same objects. */
export async function downloadDiscImage(
  app: App,
  actor: StaffActor,
  { deliveryId }: { deliveryId: string },
): Promise<Outcome<FileAnswer, DiscRefusal>> {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok) return refuse(given.refusal);
  const { release, package: record } = given.value;
  const work = await mayWorkBegin(app.db, app, release.accessRequestId);
  if (!work.ok) return work;
  const layout = layoutOf(app, release.manifest, record);
  const createdOn = await approvalDay(app, given.value);
  const disc = discOf(layout, release.manifest.reference, createdOn);
  if (!disc) return refuse({ code: 'too-large-for-disc' });
  const file: FileAnswer = {
    mediaType: 'application/vnd.efi.iso',
    sizeBytes: disc.totalBytes,
    etag: `"${record.etag}-disc-${discEdition}-${createdOn}"`,
    fileName: discImageName(release.manifest.reference),
    disposition: 'attachment',
    stream: (start, end, write, signal) =>
      streamObjects(app.objects, outgoing(discPieces(disc, start, end), layout.files), write, signal),
  };
  return ok(accountForDownload(app, actor, given.value, endWithPermission(app, actor, file), async () => {}));
}

/** Undefined when a file has 4 GiB or more: plain ISO 9660 can not hold it, and then a ZIP on a stick can. */
function discOf(layout: PackageLayout, reference: string, createdOn: string): DiscLayout | undefined {
  const known = remembered.get(layout);
  if (known) return known;
  const laid = layoutDisc({ label: fileSetId(reference), createdOn }, layout.files);
  if (!laid.ok) {
    if (laid.refusal.code === 'file-too-large') return undefined;
    throw new Error(`the disc can not be laid out: ${laid.refusal.code}`);
  }
  remembered.set(layout, laid.value);
  return laid.value;
}

async function approvalDay(app: App, { release }: GivenRelease): Promise<string> {
  const { time_zone } = await app.db
    .selectFrom('facility')
    .select('time_zone')
    .where('id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  return calendarDateIn(time_zone, release.approvedAt.getTime());
}
