import type { Outcome } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RecipientActor, RequesterActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForView } from './account-for-view.ts';
import { type GivenRelease, releaseOfRecipient, releaseOfRequester } from './given-release.ts';
import { attachedReport, type FileKind, releaseFile } from './release-file.ts';
import { notFound } from './see-release.ts';

type Asked = { ordinal: number; kind: FileKind };
type FileRefusal = { code: 'identity-not-proved' | 'not-found' | 'not-playable' };

/** One picture, clip or report of my release. */
export async function openReleaseFile(
  app: App,
  actor: RequesterActor,
  asked: Asked,
): Promise<Outcome<FileAnswer, FileRefusal>> {
  const given = await releaseOfRequester(app, actor);
  if (!given.ok) return refusedYet(given.refusal);
  await accountFor(app, actor, given.value);
  return releaseFile(app, given.value.release, asked, given.value.package);
}

/** A report that the office attached. */
export async function openAttachedReport(
  app: App,
  actor: RequesterActor,
  { ordinal }: { ordinal: number },
): Promise<Outcome<FileAnswer, { code: 'identity-not-proved' | 'not-found' }>> {
  const given = await releaseOfRequester(app, actor);
  if (!given.ok) return refusedYet(given.refusal);
  await accountFor(app, actor, given.value);
  return attachedReport(app, given.value.release, ordinal);
}

/** One file of a shared release. */
export async function openSharedFile(
  app: App,
  actor: RecipientActor,
  asked: Asked,
): Promise<Outcome<FileAnswer, { code: 'not-found' | 'not-playable' }>> {
  const given = await releaseOfRecipient(app, actor);
  if (!given.ok) return notFound(given.refusal);
  await accountFor(app, actor, given.value);
  return releaseFile(app, given.value.release, asked, given.value.package);
}

/** An attached report of a shared release. */
export async function openSharedReport(
  app: App,
  actor: RecipientActor,
  { ordinal }: { ordinal: number },
): Promise<Outcome<FileAnswer, { code: 'not-found' }>> {
  const given = await releaseOfRecipient(app, actor);
  if (!given.ok) return notFound(given.refusal);
  await accountFor(app, actor, given.value);
  return attachedReport(app, given.value.release, ordinal);
}

function accountFor(app: App, actor: RequesterActor | RecipientActor, { release, deliveryId }: GivenRelease) {
  const { releaseId, accessRequestId } = release;
  return accountForView(app, actor, 'release.viewed', accessRequestId, { releaseId, deliveryId });
}

/** What is still being made has no files yet. */
function refusedYet(refusal: {
  code: 'identity-not-proved' | 'still-preparing' | 'not-found';
}): Outcome<never, { code: 'identity-not-proved' | 'not-found' }> {
  return { ok: false, refusal: { code: refusal.code === 'identity-not-proved' ? refusal.code : 'not-found' } };
}
