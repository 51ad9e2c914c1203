import { createHash } from 'node:crypto';
import type { KeptBox, MaskPlan } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { ShareSafePicture } from '../decoder/share-safe-picture.ts';
import type { RequesterActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForView } from './account-for-view.ts';
import { type GivenRelease, releaseOfRequester } from './given-release.ts';
import { madeFile } from './stored-file.ts';

type ShareRefusal = { code: 'identity-not-proved' | 'not-found' | 'not-playable' | 'not-share-safe' };
type Mask = { width: number; height: number; frames: number; plan: MaskPlan };

/** What of a picture may stay when it is shared. */
export async function readShareMask(
  app: App,
  actor: RequesterActor,
  { ordinal }: { ordinal: number },
): Promise<Outcome<Mask, ShareRefusal>> {
  const given = await openGiven(app, actor);
  if (!given.ok) return given;
  const made = await make(app, given.value, ordinal, undefined);
  if (!made.ok) return made;
  const { width, height, frames, plan } = made.value;
  return ok({ width, height, frames, plan });
}

type Asked = {
  ordinal: number;
  left?: number | undefined;
  top?: number | undefined;
  right?: number | undefined;
  bottom?: number | undefined;
  save: 'yes' | 'no';
};

/**
 * A picture for family and friends. It can promise that nothing of the person is in the file around the pixels and
 * outside of what stays; never what somebody typed inside the scan: that is for the person to look at.
 */
export async function openShareSafePicture(
  app: App,
  actor: RequesterActor,
  asked: Asked,
): Promise<Outcome<FileAnswer, ShareRefusal | { code: 'needs-box' }>> {
  const given = await openGiven(app, actor);
  if (!given.ok) return given;
  const made = await make(app, given.value, asked.ordinal, boxOf(asked));
  if (!made.ok) return made;
  const { bytes } = made.value;
  if (!bytes) return refuse({ code: 'needs-box' });
  const { release, deliveryId } = given.value;
  const { releaseId, accessRequestId } = release;
  const type = asked.save === 'yes' ? 'share-safe.made' : 'release.viewed';
  await accountForView(app, actor, type, accessRequestId, { releaseId, deliveryId, ordinal: asked.ordinal });
  return ok(
    madeFile(bytes, {
      mediaType: 'image/jpeg',
      // Neither day nor exam nor number: a name is shared with the picture.
      fileName: 'ultrasound picture.jpg',
      disposition: asked.save === 'yes' ? 'attachment' : 'inline',
      etag: createHash('sha256').update(bytes).digest('hex'),
    }),
  );
}

/** All four sides or none. */
function boxOf({ left, top, right, bottom }: Asked): KeptBox | undefined {
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined;
  return { left, top, right, bottom };
}

async function openGiven(app: App, actor: RequesterActor): Promise<Outcome<GivenRelease, ShareRefusal>> {
  const given = await releaseOfRequester(app, actor);
  if (given.ok) return given;
  return refuse({ code: given.refusal.code === 'still-preparing' ? 'not-found' : given.refusal.code });
}

async function make(
  app: App,
  { release }: GivenRelease,
  ordinal: number,
  box: KeptBox | undefined,
): Promise<Outcome<ShareSafePicture, ShareRefusal>> {
  const item = release.items[ordinal];
  if (!item) return refuse({ code: 'not-found' });
  const file = app.objects.path(item.original.sha256);
  if (file === undefined || (item.kind !== 'still' && item.kind !== 'clip')) return refuse({ code: 'not-playable' });
  const made = await app.decoder.shareSafe({ file, box, known: await knownOf(app, release.accessRequestId) });
  if (made.ok) return made;
  return refuse({ code: made.refusal.code === 'not-share-safe' ? 'not-share-safe' : 'not-playable' });
}

/** What the facility's own directory says of the person: the header may spell it otherwise. */
async function knownOf(app: App, accessRequestId: string) {
  const row = await app.db
    .selectFrom('access_request')
    .leftJoin('patient', 'patient.id', 'access_request.patient_id')
    .select(['patient.given_name', 'patient.family_name', 'patient.birth_date', 'access_request.reference'])
    .where('access_request.id', '=', accessRequestId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const { given_name, family_name, birth_date, reference } = row;
  return {
    names: [given_name, family_name].filter((name) => name !== null),
    numbers: [reference],
    days: birth_date ? [birth_date.replaceAll('-', '')] : [],
  };
}
