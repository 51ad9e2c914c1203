import { type DiscLayout, layoutDisc } from '@echoback/dicom-media';
import { calendarDateIn } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { fileSetId } from './file-set-id.ts';
import type { CopyPart } from './package-facts.ts';
import type { PackageLayout } from './package-layout.ts';
import type { ReleaseRecord } from './read-release.ts';

const remembered = new WeakMap<PackageLayout, DiscLayout>();

/**
 * Where every byte of a disc lies, and the day that it says it was made. Undefined when a file has 4 GiB or more: plain
 * ISO 9660 can not hold it, and then a ZIP on a stick can.
 */
export async function layOutDisc(
  app: App,
  layout: PackageLayout,
  { manifest, approvedAt }: Pick<ReleaseRecord, 'manifest' | 'approvedAt'>,
  part: CopyPart | null,
): Promise<{ disc: DiscLayout; createdOn: string } | undefined> {
  const { time_zone } = await app.db
    .selectFrom('facility')
    .select('time_zone')
    .where('id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const createdOn = calendarDateIn(time_zone, approvedAt.getTime());
  const known = remembered.get(layout);
  if (known) return { disc: known, createdOn };
  const laid = layoutDisc({ label: fileSetId(manifest.reference, part), createdOn }, layout.files);
  if (!laid.ok) {
    if (laid.refusal.code === 'file-too-large') return undefined;
    throw new Error(`the disc can not be laid out: ${laid.refusal.code}`);
  }
  remembered.set(layout, laid.value);
  return { disc: laid.value, createdOn };
}
