import { stat } from 'node:fs/promises';
import {
  type FrameTimes,
  frameTimes,
  type Outcome,
  ok,
  type Picture,
  readAppearance,
  renderFrame,
} from '@echoback/dicom-media';
import { decodeFrame } from '../codecs/decode-frame.ts';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import type { DecoderSetting } from '../decoder-setting.ts';
import { frameNotes } from '../derive-still.ts';
import type { DerivedFile, DerivedObject } from '../derived-object.ts';
import type { FrameReader } from '../frame-reader.ts';
import type { ObjectFile } from '../object-file.ts';
import { derivedFile, derivedPath, writePicture } from '../write-derived.ts';
import { type ClipEncoder, openClipEncoder } from './encode-clip.ts';
import { readMp4Facts } from './mp4-facts.ts';
import { setClipDuration } from './set-clip-duration.ts';

/** A playable clip, its middle frame as poster, and a thumbnail. */
export async function deriveClip(
  object: ObjectFile,
  reader: FrameReader,
  outFolder: string,
  setting: DecoderSetting,
): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  if (!setting.ffmpeg) return failed('no-video-program', 'ffmpeg was not found');
  setting.begin('clip');
  const times = frameTimes(object.dataSet, reader.frames);
  const { ffmpeg } = setting;
  const files = {
    mp4: derivedPath(outFolder, 'clip'),
    webm: ffmpeg.canWebm ? derivedPath(outFolder, 'webm') : undefined,
  };
  const pass = await encodeFrames(
    object,
    reader,
    times,
    (size) => openClipEncoder(size, files, ffmpeg, setting),
    setting,
  );
  if (!pass.ok) return pass;
  setClipDuration(files.mp4, times.durationMs);
  const clip = await clipFile(outFolder, reader.frames);
  if (!clip.ok) return clip;
  setting.begin('frame');
  const pictures = await writePicture(outFolder, 'poster', pass.value);
  const notes = frameNotes(reader);
  if (times.source === 'assumed') notes.push('frame-times-assumed');
  return ok({ kind: 'clip', files: [clip.value, ...(await webmFile(outFolder, clip.value)), ...pictures], notes });
}

/** Every frame through the encoder; gives the middle one. */
async function encodeFrames(
  object: ObjectFile,
  reader: FrameReader,
  times: FrameTimes,
  open: (size: Picture) => ClipEncoder,
  setting: DecoderSetting,
): Promise<Outcome<Picture, DecodeRefusal>> {
  const appearance = readAppearance(object.dataSet, reader.description);
  const middle = Math.floor(reader.frames / 2);
  let poster: Picture | undefined;
  let first: Picture | undefined;
  let encoder: ClipEncoder | undefined;
  for (let frame = 0; frame < reader.frames; frame++) {
    setting.begin('frame');
    const source = reader.read(frame);
    const rendered = source.ok ? await renderFrame(source.value, reader.description, appearance, decodeFrame) : source;
    if (!rendered.ok) {
      await encoder?.finish();
      return failed(rendered.refusal.code, `frame ${frame + 1}: ${rendered.refusal.detail}`);
    }
    const picture = rendered.value;
    first ??= picture;
    if (picture.width !== first.width || picture.height !== first.height) {
      await encoder?.finish();
      return failed('decode-failed', `frame ${frame + 1} has another size`);
    }
    encoder ??= open(picture);
    const startMs = times.startsMs[frame] as number;
    await encoder.push(picture, startMs, (times.startsMs[frame + 1] ?? times.durationMs) - startMs);
    if (frame === middle) poster = picture;
  }
  setting.begin('clip-end');
  const written = await encoder?.finish();
  return written && poster ? ok(poster) : failed('video-failed', 'ffmpeg could not write the clip');
}

/** The written clip, counted again in its own tables: a clip that lacks frames is not given out. */
export async function clipFile(
  outFolder: string,
  expectedFrames: number | undefined,
): Promise<Outcome<DerivedFile, DecodeRefusal>> {
  const file = derivedPath(outFolder, 'clip');
  const facts = readMp4Facts(file);
  if (!facts || facts.frames === 0) return failed('video-failed', 'no frames in the written clip');
  if (expectedFrames !== undefined && facts.frames !== expectedFrames) {
    return failed('video-failed', `${facts.frames} of ${expectedFrames} frames in the written clip`);
  }
  return ok(derivedFile(outFolder, 'clip', (await stat(file)).size, facts));
}

/** The same clip for browsers without H.264, where this ffmpeg could make it. */
export async function webmFile(outFolder: string, clip: DerivedFile): Promise<DerivedFile[]> {
  const size = await stat(derivedPath(outFolder, 'webm')).then(
    (found) => found.size,
    () => 0,
  );
  return size > 0 ? [{ ...clip, ...derivedFile(outFolder, 'webm', size, {}) }] : [];
}
