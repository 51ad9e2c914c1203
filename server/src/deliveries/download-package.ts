import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RecipientActor, RequesterActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForDownload } from './account-for-download.ts';
import {
  type GivenRelease,
  type RecipientRefusal,
  type RequesterRefusal,
  releaseOfRecipient,
  releaseOfRequester,
} from './given-release.ts';
import { packageAnswer } from './package-layout.ts';
import { recordDisclosure } from './record-disclosure.ts';
import { packageName } from './release-view.ts';
import { layoutOf } from './remember-layout.ts';
import { endWithPermission } from './still-allowed.ts';

/** Everything as one ZIP. It starts at once: its length and every byte's place are known before a file is read. */
export async function downloadPackage(app: App, actor: RequesterActor): Promise<Outcome<FileAnswer, RequesterRefusal>> {
  const given = await releaseOfRequester(app, actor);
  return given.ok ? ok(packageFor(app, actor, given.value)) : given;
}

/** The shared release as one ZIP. */
export async function downloadSharedPackage(
  app: App,
  actor: RecipientActor,
): Promise<Outcome<FileAnswer, RecipientRefusal>> {
  const given = await releaseOfRecipient(app, actor);
  return given.ok ? ok(packageFor(app, actor, given.value)) : given;
}

function packageFor(app: App, actor: RequesterActor | RecipientActor, given: GivenRelease): FileAnswer {
  const { release, deliveryId, package: record } = given;
  const layout = layoutOf(app, release.manifest, record);
  const file = packageAnswer(app, layout, record.etag, packageName(release.manifest.reference));
  const disclose = () => recordDisclosure(app.db, app, { release, deliveryId });
  return accountForDownload(app, actor, given, endWithPermission(app, actor, file), disclose);
}
