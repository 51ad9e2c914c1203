import { isZipPassword, sealZip, zipPieces } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { Actor, RecipientActor, RequesterActor, StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForDownload } from './account-for-download.ts';
import {
  type GivenRelease,
  type RecipientRefusal,
  type RequesterRefusal,
  releaseOfRecipient,
  releaseOfRequester,
} from './given-release.ts';
import { pieceOfDelivery } from './media-set.ts';
import type { CopyPart } from './package-facts.ts';
import { outgoing } from './package-layout.ts';
import { recordDisclosure } from './record-disclosure.ts';
import { packageName } from './release-view.ts';
import { layoutOf } from './remember-layout.ts';
import { endWithPermission } from './still-allowed.ts';
import { streamObjects } from './stream-objects.ts';
import { zipCrypto } from './zip-crypto.ts';

/** The door has looked at it too, by the same rule. */
type WeakPassword = { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

const weakPassword: WeakPassword = {
  code: 'invalid-input',
  fields: [{ pointer: '/password', message: 'Not a password for a ZIP.' }],
};

/** Everything as one ZIP that opens with my password alone (WinZip's AES-256). Nothing of the password is kept. */
export async function downloadSealedPackage(
  app: App,
  actor: RequesterActor,
  { password }: { password: string },
): Promise<Outcome<FileAnswer, RequesterRefusal | WeakPassword>> {
  const given = await releaseOfRequester(app, actor);
  if (!given.ok) return given;
  return sealedFor(app, actor, given.value, password, () => disclose(app, given.value));
}

/** The shared release, the same way. */
export async function downloadSealedShare(
  app: App,
  actor: RecipientActor,
  { password }: { password: string },
): Promise<Outcome<FileAnswer, RecipientRefusal | WeakPassword>> {
  const given = await releaseOfRecipient(app, actor);
  if (!given.ok) return given;
  return sealedFor(app, actor, given.value, password, () => disclose(app, given.value));
}

/** For staff who put an encrypted copy on a stick; what it discloses is told when it is handed over. */
export async function downloadSealedForMedia(
  app: App,
  actor: StaffActor,
  { password, ...asked }: { deliveryId: string; piece?: number | undefined; password: string },
): Promise<Outcome<FileAnswer, RecipientRefusal | WeakPassword | ChargedWorkRefused>> {
  const given = await pieceOfDelivery(app, asked);
  if (!given.ok) return refuse(given.refusal);
  const work = await mayWorkBegin(app.db, app, given.value.release.accessRequestId);
  if (!work.ok) return work;
  return sealedFor(app, actor, given.value, password, async () => {});
}

function sealedFor(
  app: App,
  actor: Actor,
  given: GivenRelease & { part?: CopyPart | null },
  password: string,
  disclosed: () => Promise<void>,
): Outcome<FileAnswer, WeakPassword> {
  if (!isZipPassword(password)) return refuse(weakPassword);
  const { release, package: record, part } = given;
  const { zip, files } = layoutOf(app, release.manifest, record);
  const sealed = sealZip(zip.entries, { crypto: zipCrypto, password, randomBytes: app.random });
  if (!sealed.ok) throw new Error(`the package can not be sealed: ${sealed.refusal.code}`);
  const { layout, seal } = sealed.value;
  const file: FileAnswer = {
    mediaType: 'application/zip',
    sizeBytes: layout.totalBytes,
    // Salts are new each time: no two such files are alike, so nothing can be resumed.
    etag: `"${app.random(16).toString('hex')}"`,
    wholeOnly: true,
    fileName: packageName(release.manifest.reference, part),
    disposition: 'attachment',
    stream: (start, end, write, signal) =>
      streamObjects(
        app.objects,
        outgoing(zipPieces(layout, start, end), files),
        (chunk) => {
          seal(chunk);
          return write(chunk);
        },
        signal,
      ),
  };
  const accounted = accountForDownload(app, actor, given, endWithPermission(app, actor, file), disclosed);
  return ok(accounted);
}

function disclose(app: App, { release, deliveryId }: GivenRelease): Promise<void> {
  return recordDisclosure(app.db, app, { release, deliveryId });
}
