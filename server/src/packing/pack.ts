import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Outcome, ok, refuse } from '@echoback/dicom-media';
import { openDecoderPool } from '../decoder/decoder-pool.ts';
import { readBuiltViewer } from '../deliveries/built-viewer.ts';
import { countKinds } from '../deliveries/count-kinds.ts';
import type { BadFile } from '../gathering/found-file.ts';
import { gatherObjects } from '../gathering/gather-objects.ts';
import { type CopiedPatient, nameMadeFiles, objectsOf } from './copy.ts';
import { makePictures } from './make-pictures.ts';
import { checkFilePlace, checkFolderPlace, makeScratch } from './output-place.ts';
import { patientKey, planCopy } from './plan-copy.ts';
import { type WriteRefusal, type WriteWish, type WrittenCopy, writeCopy } from './write-copy.ts';

export type PackWish = Omit<WriteWish, 'viewer'> & {
  inputs: readonly string[];
  /** Makes pictures, clips and reports for people to look at. */
  pictures: boolean;
  severalPatients: boolean;
  /** SHA-256 of what was written: each output is read once more. */
  hashOutputs: boolean;
  ffmpegPath: string | undefined;
};

export type PackStage = 'reading' | 'pictures' | 'writing';

export type PackHooks = {
  signal: AbortSignal;
  /** `total` is undefined as long as nobody knows it. */
  onProgress: (stage: PackStage, done: number, total: number | undefined) => void;
};

/** What was read, whether or not something came of it. */
export type ReadSummary = { bad: BadFile[]; passedOver: number; repeated: number };

export type PackReport = ReadSummary & {
  patients: number;
  exams: number;
  series: number;
  files: number;
  bytes: number;
  kinds: ReturnType<typeof countKinds>;
  made: { pictures: number; clips: number; reports: number };
  notShown: { shownAs: string; reason: string }[];
  /** Objects of which only a part is there; they are shown as far as they go. */
  cutOff: string[];
  /** Objects of which another program might read another patient or object. */
  doubtful: string[];
  /** Of the DICOMDIR. */
  notes: string[];
  outputs: { path: string; sizeBytes: number; sha256?: string }[];
};

export type PackRefusal = ReadSummary &
  (
    | WriteRefusal
    | { code: 'nothing-to-pack' }
    /** `examples` has a file of each of the first patients. */
    | { code: 'several-patients'; patients: number; examples: string[] }
  );

const nothingRead: ReadSummary = { bad: [], passedOver: 0, repeated: 0 };
const examplesShown = 3;

/**
 * Folders, ZIPs and discs of DICOM to one copy that opens everywhere. Good files are packed and bad ones named; the
 * output has its name only when all of it is on the disk, and what is made on the way is removed however this ends.
 */
export async function pack(wish: PackWish, hooks: PackHooks): Promise<Outcome<PackReport, PackRefusal>> {
  const place = await (wish.form === 'folder' ? checkFolderPlace : checkFilePlace)(wish.output, wish.force);
  if (!place.ok) return refuse({ ...place.refusal, ...nothingRead });
  const scratch = await makeScratch(wish.output);
  try {
    const ignore = new Set([scratch, path.resolve(wish.output)]);
    const { objects, ...read } = await gatherObjects(wish.inputs, {
      scratch,
      ignore,
      signal: hooks.signal,
      onRead: (files) => hooks.onProgress('reading', files, undefined),
    });
    if (objects.length === 0) return refuse({ code: 'nothing-to-pack', ...read });
    const people = new Map(objects.map(({ found, index }) => [patientKey(index), found.shownAs]));
    if (people.size > 1 && !wish.severalPatients) {
      const examples = [...people.values()].slice(0, examplesShown);
      return refuse({ code: 'several-patients', patients: people.size, examples, ...read });
    }
    const patients = planCopy(objects, wish.language);
    if (wish.pictures) await makeAll(patients, wish, scratch, hooks);
    const written = await writeCopy(
      patients,
      { ...wish, viewer: await readBuiltViewer() },
      { signal: hooks.signal, onProgress: (done, total) => hooks.onProgress('writing', done, total) },
    );
    if (!written.ok) return refuse({ ...written.refusal, ...read });
    return ok(await reportOf(patients, read, written.value, wish.hashOutputs));
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function makeAll(patients: readonly CopiedPatient[], wish: PackWish, scratch: string, hooks: PackHooks) {
  const pool = openDecoderPool({ ffmpegPath: wish.ffmpegPath, writableFolder: scratch });
  const stop = () => pool.close();
  hooks.signal.addEventListener('abort', stop);
  try {
    const objects = objectsOf(patients);
    const onMade = (done: number) => hooks.onProgress('pictures', done, objects.length);
    await makePictures(objects, { pool, scratch, signal: hooks.signal, onMade });
  } finally {
    hooks.signal.removeEventListener('abort', stop);
    pool.close();
  }
  nameMadeFiles(patients, wish.language);
}

async function reportOf(
  patients: readonly CopiedPatient[],
  read: ReadSummary,
  { outputs, notes }: WrittenCopy,
  hashOutputs: boolean,
): Promise<PackReport> {
  const objects = objectsOf(patients);
  const made = objects.flatMap((object) => object.made);
  const count = (...kinds: string[]) => made.filter(({ kind }) => kinds.includes(kind)).length;
  const hashed: PackReport['outputs'] = [];
  for (const output of outputs) {
    const isFile = hashOutputs && /\.(zip|iso)$/i.test(output.path);
    hashed.push(isFile ? { ...output, sha256: await sha256Of(output.path) } : output);
  }
  return {
    ...read,
    patients: patients.length,
    exams: patients.reduce((sum, { exams }) => sum + exams.length, 0),
    series: new Set(objects.map(({ index }) => index.seriesInstanceUid)).size,
    files: objects.length,
    bytes: objects.reduce((sum, { index }) => sum + index.exportForm.endOfDataSet, 0),
    kinds: countKinds(objects.map(({ index }) => index)),
    made: { pictures: count('picture'), clips: count('clip'), reports: count('report-pdf', 'report-json') },
    notShown: objects.flatMap(({ found, notShown }) =>
      notShown === null ? [] : [{ shownAs: found.shownAs, reason: notShown }],
    ),
    cutOff: objects.filter(({ index }) => index.pixels?.cutOff).map(({ found }) => found.shownAs),
    doubtful: objects.filter(({ index }) => index.doubtfulIdentity.length > 0).map(({ found }) => found.shownAs),
    notes,
    outputs: hashed,
  };
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
