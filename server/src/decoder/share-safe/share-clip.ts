import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { brightestOutside, findMp4Leaks, frameTimes, maskPicture, type Outcome, ok } from '@echoback/dicom-media';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import { type ClipEncoder, openClipEncoder } from '../video/encode-clip.ts';
import { readMp4Facts } from '../video/mp4-facts.ts';
import { decodedFrames } from '../video/run-ffmpeg.ts';
import { setClipDuration } from '../video/set-clip-duration.ts';
import { CODEC_TOLERANCE, leakWords } from './share-picture.ts';
import type { ShareCopy, SharingWork } from './sharing-work.ts';

/** A clip whose frames are masked before they reach the encoder; every frame of the written file is looked at again. */
export async function writeSharedClip(
  work: SharingWork,
): Promise<Outcome<Pick<ShareCopy, 'path' | 'mediaType'>, DecodeRefusal>> {
  const { source, setting, outFolder } = work;
  if (source.frames < 2) return failed('unsupported-pixels', 'one frame is no clip');
  if (!setting.ffmpeg) return failed('no-video-program', 'ffmpeg was not found');
  const mp4 = path.join(outFolder, 'copy.mp4');
  const frames = await encodeMasked(work, mp4);
  if (!frames.ok) return frames;
  if (readMp4Facts(mp4)?.frames !== frames.value)
    return failed('video-failed', 'frames are missing in the written clip');
  const fault = clipLeaks(mp4, work) ?? (await brightOutside(mp4, work));
  return fault ? failed('not-share-safe', fault) : ok({ path: mp4, mediaType: 'video/mp4' });
}

/** Gives the number of frames that were written, each at its own time. */
async function encodeMasked(work: SharingWork, mp4: string): Promise<Outcome<number, DecodeRefusal>> {
  const { source, boxes, setting } = work;
  const { ffmpeg } = setting;
  if (!ffmpeg) return failed('no-video-program', 'ffmpeg was not found');
  const times = frameTimes(source.dataSet, source.frames);
  const startOf = (frame: number) => times.startsMs[frame] ?? (times.durationMs / source.frames) * frame;
  let encoder: ClipEncoder | undefined;
  let frame = 0;
  for await (const picture of source.all()) {
    if (!picture.ok) {
      await encoder?.finish();
      return picture;
    }
    const masked = maskPicture(picture.value, boxes);
    encoder ??= openClipEncoder(masked, { mp4, webm: undefined, traceless: true }, ffmpeg, setting);
    const isLast = frame + 1 >= source.frames;
    const endMs = isLast ? startOf(frame) + times.durationMs / source.frames : startOf(frame + 1);
    await encoder.push(masked, startOf(frame), endMs - startOf(frame));
    frame++;
  }
  setting.begin('clip-end');
  if (!(await encoder?.finish())) return failed('video-failed', 'ffmpeg could not write the clip');
  setClipDuration(mp4, frame === source.frames ? times.durationMs : startOf(frame));
  return ok(frame);
}

function clipLeaks(mp4: string, { search, overlap }: SharingWork): string | undefined {
  const handle = openSync(mp4, 'r');
  const readAt = (offset: number, length: number) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
  };
  try {
    return leakWords(findMp4Leaks({ readAt, sizeBytes: statSync(mp4).size }, search, overlap));
  } finally {
    closeSync(handle);
  }
}

/** What a player would show outside of what stays, frame by frame. */
async function brightOutside(mp4: string, { boxes, setting }: SharingWork): Promise<string | undefined> {
  if (!setting.ffmpeg) return 'it can not be looked at again';
  for await (const picture of decodedFrames(setting.ffmpeg, setting, { file: mp4, kind: 'mp4' })) {
    const brightest = brightestOutside(picture, boxes, 'lossy');
    if (brightest > CODEC_TOLERANCE) return `level ${brightest} outside of what stays`;
  }
  return undefined;
}
