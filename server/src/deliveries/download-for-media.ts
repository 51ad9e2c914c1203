import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForDownload } from './account-for-download.ts';
import { pieceOfDelivery } from './media-set.ts';
import { packageAnswer } from './package-layout.ts';
import { packageName } from './release-view.ts';
import { layoutOf } from './remember-layout.ts';
import { endWithPermission } from './still-allowed.ts';

/** The package that staff burn or copy, or one stick's of the set that was made last. What it discloses is told when it is handed over. */
export async function downloadForMedia(
  app: App,
  actor: StaffActor,
  asked: { deliveryId: string; piece?: number | undefined },
): Promise<Outcome<FileAnswer, { code: 'not-found' | 'still-preparing' } | ChargedWorkRefused>> {
  const given = await pieceOfDelivery(app, asked);
  if (!given.ok) return refuse(given.refusal);
  const { release, package: record, part } = given.value;
  const work = await mayWorkBegin(app.db, app, release.accessRequestId);
  if (!work.ok) return work;
  const layout = layoutOf(app, release.manifest, record);
  const file = packageAnswer(app, layout, record.etag, packageName(release.manifest.reference, part));
  return ok(accountForDownload(app, actor, given.value, endWithPermission(app, actor, file), async () => {}));
}
