import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  brightestOutside,
  deidentifiedHead,
  FRAMES_END,
  findDicomLeaks,
  frameItem,
  frameTimes,
  keepsNearlyAll,
  maskPicture,
  type Outcome,
  ok,
  type Picture,
  pixelElementHead,
  type SharedObject,
} from '@echoback/dicom-media';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import { encodeFrame } from '../encode-picture.ts';
import { openObjectFile } from '../object-file.ts';
import { leakWords, whyNotSafe } from './share-picture.ts';
import { openSharedSource } from './shared-source.ts';
import type { ShareCopy, ShareCopyForm, SharingWork } from './sharing-work.ts';

type Form = Extract<ShareCopyForm, { as: 'dicom' }>;
type Made = Outcome<Pick<ShareCopy, 'path' | 'mediaType'>, DecodeRefusal>;

/** A DICOM object of masked pixels: one picture without loss, a clip as JPEG frames. */
export async function writeSharedObject(form: Form, work: SharingWork): Promise<Made> {
  const { source, boxes, setting } = work;
  // A box around everything masks nothing: whatever its header says, that is no share-safe object.
  if (keepsNearlyAll(boxes, source.size)) return failed('needs-box', 'whole-picture');
  const file = path.join(work.outFolder, 'copy.dcm');
  const written = source.frames === 1 ? await writeStill(file, form, work) : await writeClip(file, form, work);
  if (!written.ok) return written;
  setting.begin('clip-end');
  const fault = await whyNotSafeObject(file, form, work, source.frames === 1);
  return fault ? failed('not-share-safe', fault) : ok({ path: file, mediaType: 'application/dicom' });
}

async function writeStill(file: string, form: Form, work: SharingWork): Promise<Outcome<null, DecodeRefusal>> {
  const rendered = await work.source.one(0);
  if (!rendered.ok) return rendered;
  const picture = maskPicture(rendered.value, work.boxes);
  const { pixels } = picture;
  const head = deidentifiedHead(work.source.dataSet, {
    ...objectFacts(form, work, picture),
    ...{ frames: 1, times: undefined, coding: 'native', compressionRatio: undefined },
  });
  await withFile(file, async (out) => {
    const padding = new Uint8Array(pixels.length % 2);
    for (const part of [head, pixelElementHead('native', pixels.length), pixels, padding]) await out.write(part);
  });
  return ok(null);
}

/** Frame by frame into a file of its own, because the head tells how small all of them became. */
async function writeClip(file: string, form: Form, work: SharingWork): Promise<Outcome<null, DecodeRefusal>> {
  const { source, boxes, search } = work;
  const coded = `${file}.frames`;
  let first: Picture | undefined;
  let frames = 0;
  let codedBytes = 0;
  try {
    const fault = await withFile(coded, async (out): Promise<DecodeRefusal | undefined> => {
      for await (const rendered of source.all()) {
        if (!rendered.ok) return rendered.refusal;
        const picture = maskPicture(rendered.value, boxes);
        first ??= picture;
        if (picture.channels !== first.channels)
          return { code: 'decode-failed', detail: 'frames of two colour models' };
        const jpeg = await encodeFrame(picture);
        const why = await whyNotSafe(jpeg, 'jpeg', boxes, search);
        if (why) return { code: 'not-share-safe', detail: why };
        const { head, padding } = frameItem(jpeg);
        for (const part of [head, jpeg, padding]) await out.write(part);
        frames++;
        codedBytes += jpeg.length;
      }
      await out.write(FRAMES_END);
      return undefined;
    });
    if (fault) return { ok: false, refusal: fault };
    if (!first || frames < 2) return failed('no-pixels', 'no frames');
    const head = deidentifiedHead(source.dataSet, {
      ...objectFacts(form, work, first),
      ...{ frames, times: frameTimes(source.dataSet, frames), coding: 'jpeg' },
      compressionRatio: (first.pixels.length * frames) / codedBytes,
    });
    await withFile(file, async (out) => {
      for (const part of [head, pixelElementHead('jpeg', 0)]) await out.write(part);
    });
    await pipeline(createReadStream(coded), createWriteStream(file, { flags: 'a' }));
    return ok(null);
  } finally {
    await rm(coded, { force: true });
  }
}

function objectFacts(
  { uids, seriesNumber, instanceNumber }: Form,
  { source, pixelsAreClean }: SharingWork,
  picture: Picture,
) {
  const { width, height, channels } = picture;
  const facts = { uids, seriesNumber, instanceNumber, picture: { width, height, channels } };
  return {
    ...facts,
    pixelsAreClean,
    sourceWasLossy: source.isLossy,
    regionsAreRight: source.plan.kind === 'boxes',
  } satisfies Partial<SharedObject>;
}

/** Read again as any DICOM file is read. The frames of a clip were looked at one by one before they were written. */
async function whyNotSafeObject(
  file: string,
  { uids }: Form,
  { boxes, search, setting, outFolder }: SharingWork,
  isStill: boolean,
): Promise<string | undefined> {
  const opened = openObjectFile(file);
  if (!opened.ok) return 'it can not be read again';
  const { part10, dataSet, readAt, close } = opened.value;
  const pixels = dataSet.elements.get(0x7fe00010);
  const leaks = [
    ...findDicomLeaks(part10, statSync(file).size, uids, search),
    ...(isStill && pixels ? search(readAt(pixels.offset, pixels.length), 'coded') : []),
  ];
  close();
  if (leaks.length > 0 || !isStill) return leakWords(leaks);
  const again = openSharedSource(file, outFolder, setting);
  if (!again.ok) return 'it can not be read again';
  const picture = await again.value.one(0);
  again.value.close();
  if (!picture.ok) return 'it can not be read again';
  const brightest = brightestOutside(picture.value, boxes, 'exact');
  return brightest > 0 ? `level ${brightest} outside of what stays` : undefined;
}

async function withFile<T>(file: string, work: (out: FileHandle) => Promise<T>): Promise<T> {
  const out = await open(file, 'w');
  try {
    return await work(out);
  } finally {
    await out.close();
  }
}
