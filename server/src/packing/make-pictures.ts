import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StructuredReport } from '@echoback/dicom-media';
import type { DecoderPool } from '../decoder/decoder-pool.ts';
import type { FoundFile } from '../gathering/found-file.ts';
import type { CopiedObject } from './copy.ts';

export type Making = {
  pool: DecoderPool;
  scratch: string;
  signal: AbortSignal;
  onMade: (done: number) => void;
};

/** Of no use in a copy: the start page shows the picture itself, and the MP4 plays everywhere. */
const notCopied = new Set(['thumbnail', 'webm']);

/** Makes pictures, clips and reports of all objects in decoder processes, into `scratch`. What can not be shown says why. */
export async function makePictures(objects: readonly CopiedObject[], making: Making): Promise<void> {
  const pending = [...objects.entries()];
  let done = 0;
  const worker = async () => {
    for (let next = pending.shift(); next; next = pending.shift()) {
      making.signal.throwIfAborted();
      await makeOne(next[1], path.join(making.scratch, `made-${next[0] + 1}`), making);
      making.onMade(++done);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  making.signal.throwIfAborted();
}

async function makeOne(object: CopiedObject, outFolder: string, { pool, signal }: Making): Promise<void> {
  await mkdir(outFolder);
  const alone = path.join(outFolder, 'object');
  const file = await fileOf(object.found, alone, signal);
  const derived = await pool.derive({ file, outFolder });
  await rm(alone, { force: true });
  if (!derived.ok) {
    object.notShown = derived.refusal.code;
    return;
  }
  for (const made of derived.value.files) {
    if (notCopied.has(made.kind)) await rm(made.path, { force: true });
    else object.made.push({ ...made, name: '' });
  }
  const json = object.made.find(({ kind }) => kind === 'report-json');
  if (json) object.report = JSON.parse(await readFile(json.path, 'utf8')) as StructuredReport;
}

/** A decoder reads files: what lies within another one is copied for as long as it takes. */
async function fileOf({ file, offset, sizeBytes }: FoundFile, alone: string, signal: AbortSignal): Promise<string> {
  if (offset === 0) return file;
  const source = createReadStream(file, { start: offset, end: offset + sizeBytes - 1 });
  await pipeline(source, createWriteStream(alone), { signal });
  return alone;
}
