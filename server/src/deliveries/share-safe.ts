import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type KeptBox, layoutZip, zipPieces } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { SharePlan } from '../decoder/share-safe/share-plan.ts';
import type { RequesterActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForView } from './account-for-view.ts';
import { type GivenRelease, releaseOfRequester } from './given-release.ts';
import type { MadeCopy } from './made-copies.ts';
import { type AskedCopy, type CopyRefusal, makeCopy, pixelFileOf, readSharingPerson } from './make-share-copy.ts';
import { shareNames } from './share-names.ts';
import { endWithPermission } from './still-allowed.ts';
import { type OutgoingPiece, streamPieces } from './stream-pieces.ts';

type NotGiven = { code: 'identity-not-proved' | 'not-found' };

/** What of a picture or clip may stay when it is shared, and what of it has to be looked at. */
export async function readSharePlan(
  app: App,
  actor: RequesterActor,
  { ordinal }: { ordinal: number },
): Promise<Outcome<SharePlan, NotGiven | { code: 'not-playable' }>> {
  const given = await openGiven(app, actor);
  if (!given.ok) return given;
  const item = given.value.release.items[ordinal];
  if (!item) return refuse({ code: 'not-found' });
  const file = pixelFileOf(app, item);
  if (!file) return refuse({ code: 'not-playable' });
  const outFolder = await mkdtemp(path.join(tmpdir(), 'echoback-share-'));
  try {
    const plan = await app.decoder.planShare({ file, outFolder });
    return plan.ok ? plan : refuse({ code: 'not-playable' });
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}

type Sides = Partial<Record<keyof KeptBox, number | undefined>>;
type Asked = Sides & Pick<AskedCopy, 'ordinal' | 'as' | 'frame'> & { save: 'yes' | 'no' };

/**
 * A picture, clip or DICOM object for family and friends. It can promise that nothing of the person is in the file around
 * the pixels and outside of what stays; never what somebody typed inside the scan: that is for the person to look at.
 */
export async function openShareCopy(
  app: App,
  actor: RequesterActor,
  asked: Asked,
): Promise<Outcome<FileAnswer, NotGiven | CopyRefusal>> {
  const given = await openGiven(app, actor);
  if (!given.ok) return given;
  const { release } = given.value;
  const person = await readSharingPerson(app, release.accessRequestId);
  const copy: AskedCopy = { ordinal: asked.ordinal, as: asked.as, frame: asked.frame, box: boxOf(asked) };
  const made = await makeCopy(app, release, person, copy);
  if (!made.ok) return accountForRefusal(app, actor, given.value, [copy], made.refusal);
  await accountForCopies(app, actor, given.value, [copy], asked.save);
  const [fileName = ''] = shareNames(person.language).files([copy]);
  return ok(
    endWithPermission(app, actor, {
      mediaType: made.value.mediaType,
      sizeBytes: made.value.sizeBytes,
      etag: `"${made.value.sha256}"`,
      fileName,
      disposition: asked.save === 'yes' ? 'attachment' : 'inline',
      stream: (start, end, write, signal) =>
        whileHeld([made.value], () =>
          streamPieces([{ file: made.value.file, start, end, zeroUntil: 0 }], write, signal),
        ),
    }),
  );
}

/** Several of them in one ZIP, numbered in the order they were asked for; one that fails its check lets all of it fail. */
export async function downloadShareCopies(
  app: App,
  actor: RequesterActor,
  { of, as }: { of: string; as: 'jpeg' | 'png' | 'dicom' },
): Promise<Outcome<FileAnswer, NotGiven | CopyRefusal>> {
  const given = await openGiven(app, actor);
  if (!given.ok) return given;
  const { release } = given.value;
  const person = await readSharingPerson(app, release.accessRequestId);
  const copies = of.split(',').map((one): AskedCopy => {
    const [ordinal = 0, left, top, right, bottom] = one.split('.').map(Number);
    const isClip = release.items[ordinal]?.kind === 'clip';
    return { ordinal, as: isClip && as !== 'dicom' ? 'mp4' : as, box: boxOf({ left, top, right, bottom }) };
  });
  const made: MadeCopy[] = [];
  for (const copy of copies) {
    const one = await makeCopy(app, release, person, copy);
    if (!one.ok) return accountForRefusal(app, actor, given.value, [copy], one.refusal);
    made.push(one.value);
  }
  await accountForCopies(app, actor, given.value, copies, 'yes');
  const names = shareNames(person.language);
  const files = names.files(copies);
  return ok(endWithPermission(app, actor, zipOf(made, files, names.zip)));
}

function zipOf(copies: readonly MadeCopy[], names: readonly string[], fileName: string): FileAnswer {
  const layout = layoutZip(copies.map(({ sizeBytes, crc32 }, at) => ({ name: names[at] ?? '', sizeBytes, crc32 })));
  // Names and sizes are our own: a refusal here is a fault of ours.
  if (!layout.ok) throw new Error(`the copies can not be laid out: ${layout.refusal.code}`);
  const zip = layout.value;
  const tag = createHash('sha256').update(JSON.stringify([names, copies.map(({ sha256 }) => sha256)]));
  return {
    mediaType: 'application/zip',
    sizeBytes: zip.totalBytes,
    etag: `"${tag.digest('hex')}"`,
    fileName,
    disposition: 'attachment',
    stream: (start, end, write, signal) =>
      whileHeld(copies, () => streamPieces(outgoing(zipPieces(zip, start, end), copies), write, signal)),
  };
}

function* outgoing(
  pieces: ReturnType<typeof zipPieces>,
  copies: readonly MadeCopy[],
): Generator<OutgoingPiece, void, undefined> {
  for (const piece of pieces) {
    if (piece.kind === 'bytes') yield { bytes: piece.bytes };
    else yield { file: copies[piece.entryIndex]?.file ?? '', start: piece.start, end: piece.end, zeroUntil: 0 };
  }
}

async function whileHeld(copies: readonly MadeCopy[], work: () => Promise<void>): Promise<void> {
  const letGo = copies.map(({ hold }) => hold());
  try {
    await work();
  } finally {
    for (const one of letGo) one();
  }
}

/** All four sides or none. */
function boxOf({ left, top, right, bottom }: Sides): KeptBox | undefined {
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined;
  return { left, top, right, bottom };
}

async function openGiven(app: App, actor: RequesterActor): Promise<Outcome<GivenRelease, NotGiven>> {
  const given = await releaseOfRequester(app, actor);
  if (given.ok) return given;
  return refuse({ code: given.refusal.code === 'still-preparing' ? 'not-found' : given.refusal.code });
}

/** Before any byte leaves: each copy that is kept is told once an hour, a look like every look at the release. */
async function accountForCopies(
  app: App,
  actor: RequesterActor,
  { release, deliveryId }: GivenRelease,
  copies: readonly AskedCopy[],
  save: 'yes' | 'no',
): Promise<void> {
  const { releaseId, accessRequestId } = release;
  if (save === 'no') return accountForView(app, actor, 'release.viewed', accessRequestId, { releaseId, deliveryId });
  const made = madeOf(copies);
  const facts = { releaseId, deliveryId, copies: made };
  await accountForView(app, actor, 'share-safe.made', accessRequestId, facts, [releaseId, ...made].join(' '));
}

async function accountForRefusal<R extends CopyRefusal>(
  app: App,
  actor: RequesterActor,
  { release, deliveryId }: GivenRelease,
  copies: readonly AskedCopy[],
  refusal: R,
): Promise<Outcome<never, R>> {
  if (refusal.code !== 'not-share-safe') return refuse(refusal);
  const { releaseId, accessRequestId } = release;
  const objects = { releaseId, deliveryId, copies: madeOf(copies) };
  const told = { type: 'share-safe.made', outcome: 'refused', reason: refusal.code } as const;
  await transaction(app.db, (tx) => appendAudit(tx, app, { ...told, actor, accessRequestId, objects }));
  return refuse(refusal);
}

/** `7 mp4`: which object became what. */
function madeOf(copies: readonly AskedCopy[]): string[] {
  return copies.map(({ ordinal, as }) => `${ordinal} ${as}`);
}
