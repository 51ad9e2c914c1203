import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readMediaSettings } from '../facility/media-settings.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import type { MediaPiece, MediumKind } from '../store/media-tables.ts';
import { type Blank, blankOf } from './blanks.ts';
import { type GivenRelease, releaseOfRecipient } from './given-release.ts';
import { layOutDisc } from './lay-out-disc.ts';
import { makePackage } from './make-package.ts';
import type { CopyPart } from './package-facts.ts';
import { type PlanRefusal, partOfRelease, planPieces } from './plan-pieces.ts';
import { layoutOf } from './remember-layout.ts';

type GivenRefusal = { code: 'not-found' | 'still-preparing' };
type MakeRefusal = GivenRefusal | ChargedWorkRefused | PlanRefusal | { code: 'storage-full' };

const mediums: readonly MediumKind[] = ['cd', 'dvd', 'usb'];

/** How many discs or sticks a copy takes, before anything is made; and what was made last. */
export async function planMedia(
  app: App,
  _actor: StaffActor,
  { deliveryId, stickGigabytes }: { deliveryId: string; stickGigabytes: number },
) {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok) return refuse(given.refusal);
  const { release, package: record } = given.value;
  const layout = layoutOf(app, release.manifest, record);
  const plans = await Promise.all(
    mediums.map(async (medium) => {
      const blank = await blankOf(app, medium, stickGigabytes);
      const plan = planPieces(release.manifest, layout, blank);
      return {
        medium,
        capacityBytes: blank.capacityBytes,
        pieces: plan.ok ? plan.value.length : null,
        why: plan.ok ? null : plan.refusal.code,
      };
    }),
  );
  const { nameOnDisc } = await readMediaSettings(app.db, app);
  const made = await latestMediaSet(app, deliveryId);
  return ok({
    sizeBytes: layout.zip.totalBytes,
    plans,
    nameOnDisc,
    made: made
      ? {
          medium: made.medium,
          capacityBytes: made.capacity_bytes,
          pieces: made.pieces.map(({ fileIds, sizeBytes }, at) => ({
            number: at + 1,
            sizeBytes,
            files: fileIds.length,
            exams: partOfRelease(release, new Set(fileIds), at === 0).manifest.exams.map(({ label, studyDate }) => ({
              label,
              studyDate,
            })),
          })),
        }
      : null,
  });
}

/** Deals a copy out to as many discs or sticks as it takes, each with pages and a DICOMDIR of its own. */
export async function makeMediaSet(
  app: App,
  actor: StaffActor,
  { deliveryId, medium, stickGigabytes }: { deliveryId: string; medium: MediumKind; stickGigabytes: number },
): Promise<Outcome<null, MakeRefusal>> {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok) return refuse(given.refusal);
  const { release, package: record } = given.value;
  const work = await mayWorkBegin(app.db, app, release.accessRequestId);
  if (!work.ok) return work;
  const blank = await blankOf(app, medium, stickGigabytes);
  const plan = planPieces(release.manifest, layoutOf(app, release.manifest, record), blank);
  if (!plan.ok) return plan;
  const pieces: MediaPiece[] = [];
  for (const [at, fileIds] of plan.value.entries()) {
    const part = partOf(medium, at + 1, plan.value.length);
    const made = await makePiece(app, given.value, { fileIds, part, medium, blank });
    if (!made.ok) return made;
    pieces.push(made.value);
  }
  const id = randomUUID();
  await transaction(app.db, async (tx) => {
    await tx
      .insertInto('media_set')
      .values({
        id,
        delivery_id: deliveryId,
        medium,
        capacity_bytes: blank.capacityBytes,
        pieces: JSON.stringify(pieces),
        made_by: actor.staffId,
        made_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'media-set.made',
      outcome: 'success',
      actor,
      accessRequestId: release.accessRequestId,
      objects: { deliveryId, mediaSetId: id, medium, pieces: pieces.length },
    });
  });
  return ok(null);
}

/** A copy, or one disc or stick of it; `part` is null where everything lies on one. */
export type GivenPiece = GivenRelease & { part: CopyPart | null };

/** What staff make for one delivery: all of it, or one disc or stick of the set that was made last. */
export async function pieceOfDelivery(
  app: App,
  { deliveryId, piece }: { deliveryId: string; piece?: number | undefined },
): Promise<Outcome<GivenPiece, GivenRefusal>> {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok || piece === undefined) return given.ok ? ok({ ...given.value, part: null }) : given;
  const set = await latestMediaSet(app, deliveryId);
  const held = set?.pieces[piece - 1];
  if (!set || !held) return refuse({ code: 'not-found' });
  return ok({
    ...given.value,
    release: partOfRelease(given.value.release, new Set(held.fileIds), piece === 1),
    package: held.package,
    part: partOf(set.medium, piece, set.pieces.length),
  });
}

type PieceWish = { fileIds: ReadonlySet<string>; part: CopyPart | null; medium: MediumKind; blank: Blank };

async function makePiece(
  app: App,
  { release, package: record }: GivenRelease,
  { fileIds, part, medium, blank }: PieceWish,
): Promise<Outcome<MediaPiece, { code: 'storage-full' }>> {
  const own = partOfRelease(release, fileIds, part === null || part.number === 1);
  const made = part === null ? ok(record) : await makePackage(app, own, part);
  if (!made.ok) return made;
  const layout = layoutOf(app, own.manifest, made.value);
  const sizeBytes =
    medium === 'usb'
      ? layout.files.reduce((sum, file) => sum + blank.roomFor(file.sizeBytes), 0)
      : (await layOutDisc(app, layout, own, part))?.disc.totalBytes;
  if (sizeBytes === undefined || sizeBytes > blank.capacityBytes)
    throw new Error('a disc came out larger than it was planned');
  return ok({ fileIds: [...fileIds], package: made.value, sizeBytes });
}

/** Null where everything lies on one: then it is the package itself, and says nothing of parts. */
function partOf(medium: MediumKind, number: number, of: number): CopyPart | null {
  return of === 1 ? null : { kind: medium === 'usb' ? 'stick' : 'disc', number, of };
}

function latestMediaSet(app: App, deliveryId: string) {
  return app.db
    .selectFrom('media_set')
    .innerJoin('staff', 'staff.id', 'media_set.made_by')
    .innerJoin('delivery', 'delivery.id', 'media_set.delivery_id')
    .select(['medium', 'capacity_bytes', 'pieces'])
    .where('delivery_id', '=', deliveryId)
    .whereRef('media_set.made_at', '>=', 'delivery.ready_at')
    .where('staff.facility_id', '=', app.facilityId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
