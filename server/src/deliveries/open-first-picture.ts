import { createHash } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import type { ManifestDerived } from '../store/records.ts';
import type { ReleaseRecord } from './read-release.ts';
import { type FileKind, releaseFile } from './release-file.ts';

type Refusal = { code: 'first-picture-unreadable' };

/** What each kind of file starts with. */
const beginnings: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'image/jpeg': (bytes) => bytes.readUInt16BE(0) === 0xffd8 && bytes.includes(Buffer.from([0xff, 0xd9])),
  'video/mp4': (bytes) => bytes.toString('latin1', 4, 8) === 'ftyp',
  'application/pdf': (bytes) => bytes.subarray(0, 1024).includes('%PDF-'),
};

/**
 * "Ready" is said only after this: the first thing to see is opened by the way that the person's browser takes, is whole
 * to the last byte, and (a picture) decodes. A release without anything to look at is ready as it is.
 */
export async function openFirstPicture(app: App, release: ReleaseRecord): Promise<Outcome<null, Refusal>> {
  const ordinal = release.items.findIndex(({ derived }) => derived.some(({ kind }) => kind in shownKinds));
  const item = release.items[ordinal];
  if (!item) return ok(null);
  for (const file of item.derived.filter(({ kind }) => kind in shownKinds)) {
    if (!(await opensWhole(app, release, ordinal, file))) return refuse({ code: 'first-picture-unreadable' });
  }
  // A clip's frames are proved by its poster; a still is decoded once more from the stored object.
  if (item.kind !== 'still') return ok(null);
  const png = await releaseFile(app, release, { ordinal, kind: 'png' });
  return png.ok ? ok(null) : refuse({ code: 'first-picture-unreadable' });
}

const shownKinds: Partial<Record<ManifestDerived['kind'], true>> = {
  picture: true,
  poster: true,
  clip: true,
  thumbnail: true,
  'report-pdf': true,
};

async function opensWhole(app: App, release: ReleaseRecord, ordinal: number, file: ManifestDerived): Promise<boolean> {
  const answer = await releaseFile(app, release, { ordinal, kind: file.kind as FileKind });
  if (!answer.ok || answer.value.sizeBytes !== file.sizeBytes) return false;
  const read = await readWhole(answer.value).catch(() => undefined);
  return read?.sha256 === file.sha256 && (beginnings[file.mediaType]?.(read.start) ?? true);
}

/** Enough to know a file by; a clip may be large. */
const startBytes = 4 * 1024 * 1024;

async function readWhole(answer: FileAnswer): Promise<{ sha256: string; start: Buffer }> {
  const hash = createHash('sha256');
  const start: Buffer[] = [];
  let read = 0;
  const take = async (chunk: Uint8Array) => {
    hash.update(chunk);
    if (read < startBytes) start.push(Buffer.from(chunk));
    read += chunk.byteLength;
  };
  await answer.stream(0, answer.sizeBytes, take, new AbortController().signal);
  return { sha256: hash.digest('hex'), start: Buffer.concat(start) };
}
