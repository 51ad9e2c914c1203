import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RecipientActor, RequesterActor } from '../identity/actor.ts';
import { accountForView } from './account-for-view.ts';
import {
  type RecipientRefusal,
  type RequesterRefusal,
  releaseOfRecipient,
  releaseOfRequester,
} from './given-release.ts';
import { recordDisclosure } from './record-disclosure.ts';
import { type ReleaseView, viewRelease } from './release-view.ts';

/** My pictures, clips and reports. */
export async function seeRelease(app: App, actor: RequesterActor): Promise<Outcome<ReleaseView, RequesterRefusal>> {
  const given = await releaseOfRequester(app, actor);
  if (!given.ok) return given;
  const { release, deliveryId } = given.value;
  await accountForView(app, actor, 'release.viewed', release.accessRequestId, {
    releaseId: release.releaseId,
    deliveryId,
  });
  return ok(await viewRelease(app, given.value));
}

/** The pictures that were shared with me. The first look is a disclosure (45 CFR 164.528). */
export async function seeSharedRelease(
  app: App,
  actor: RecipientActor,
): Promise<Outcome<ReleaseView, { code: 'not-found' }>> {
  const given = await releaseOfRecipient(app, actor);
  if (!given.ok) return notFound(given.refusal);
  const { release, deliveryId } = given.value;
  await accountForView(app, actor, 'release.viewed', release.accessRequestId, {
    releaseId: release.releaseId,
    deliveryId,
  });
  await recordDisclosure(app.db, app, { release, deliveryId });
  return ok(await viewRelease(app, given.value));
}

/** A link is mailed when the release is ready; before that there is nothing for anybody to find. */
export function notFound(_refusal: RecipientRefusal): Outcome<never, { code: 'not-found' }> {
  return { ok: false, refusal: { code: 'not-found' } };
}
