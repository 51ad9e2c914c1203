import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { frameTimes, type Outcome, ok, type Picture } from '@echoback/dicom-media';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import type { DecoderSetting, Ffmpeg } from '../decoder-setting.ts';
import type { DerivedFile, DerivedObject } from '../derived-object.ts';
import type { FrameReader } from '../frame-reader.ts';
import type { ObjectFile } from '../object-file.ts';
import { derivedPath, writePicture } from '../write-derived.ts';
import { clipFile, webmFile } from './derive-clip.ts';
import { colourTags, H264, MP4_OUTPUT, WEBM_OUTPUT } from './encode-clip.ts';
import { inputArguments, keepFrameTimes, runFfmpeg, startFfmpeg } from './run-ffmpeg.ts';
import { type VideoStream, videoStreamKind } from './video-stream.ts';

/** A stored video as a clip: H.264 in MP4 keeps every bit, other kinds are coded again. */
export async function deriveVideo(
  object: ObjectFile,
  reader: FrameReader,
  outFolder: string,
  setting: DecoderSetting,
): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  const { ffmpeg } = setting;
  if (!ffmpeg) return failed('no-video-program', 'ffmpeg was not found');
  setting.begin('clip');
  const stored = path.join(outFolder, 'stored-video');
  try {
    const kind = await writeStream(object, stored);
    if (!kind) return failed('video-failed', 'not a stream of its transfer syntax');
    const rate = 1000 / (frameTimes(object.dataSet, reader.description.frames).durationMs / reader.description.frames);
    const isMade = await makeClip({ stored, kind, rate, reader, outFolder }, ffmpeg, setting);
    if (!isMade) return failed('video-failed', 'ffmpeg could not read the stored video');
  } finally {
    await rm(stored, { force: true });
  }
  const clip = await clipFile(outFolder, undefined);
  if (!clip.ok) return clip;
  const poster = await middleFrame(clip.value, ffmpeg, setting);
  if (!poster) return failed('video-failed', 'no picture in the clip');
  const pictures = await writePicture(outFolder, 'poster', poster);
  const webm = await makeWebm(clip.value, ffmpeg, setting, outFolder);
  const isCounted = clip.value.frames === reader.description.frames;
  return ok({
    kind: 'clip',
    files: [clip.value, ...webm, ...pictures],
    notes: isCounted ? [] : ['frame-count-differs'],
  });
}

/** The fragments joined as one file; gives what kind of stream they hold. */
export async function writeStream(object: ObjectFile, file: string): Promise<VideoStream | undefined> {
  const [, ...fragments] = object.dataSet.elements.get(0x7fe00010)?.fragments ?? [];
  const first = fragments[0];
  if (!first) return undefined;
  const kind = videoStreamKind(object.readAt(first.offset, Math.min(first.length, 1024)));
  await pipeline(Readable.from(pieces(object, fragments)), createWriteStream(file));
  return kind;
}

const PIECE_BYTES = 1024 * 1024;

function* pieces(object: ObjectFile, fragments: readonly { offset: number; length: number }[]): Generator<Uint8Array> {
  for (const fragment of fragments) {
    for (let done = 0; done < fragment.length; done += PIECE_BYTES) {
      yield object.readAt(fragment.offset + done, Math.min(PIECE_BYTES, fragment.length - done));
    }
  }
}

type ClipJob = { stored: string; kind: VideoStream; rate: number; reader: FrameReader; outFolder: string };

async function makeClip(job: ClipJob, ffmpeg: Ffmpeg, setting: DecoderSetting): Promise<boolean> {
  const clip = derivedPath(job.outFolder, 'clip');
  const isBare = job.kind === 'h264' || job.kind === 'hevc';
  const input = [
    ...inputArguments('file'),
    ...['-nostdin', '-f', job.kind],
    ...(isBare ? ['-framerate', String(job.rate)] : []),
    ...['-i', `file:${job.stored}`, '-map', '0:v:0', '-map', '0:a:0?', '-c:a', 'aac', '-b:a', '128k'],
  ];
  if (job.reader.description.coding === 'h264' && !isBare) {
    const copied = await runFfmpeg(ffmpeg, setting, [...input, '-c:v', 'copy', ...MP4_OUTPUT, clip]);
    if (copied && (await clipFile(job.outFolder, undefined)).ok) return true;
  }
  return runFfmpeg(ffmpeg, setting, [...input, ...CODING_AGAIN, ...keepFrameTimes(ffmpeg), ...MP4_OUTPUT, clip]);
}

/** Interlaced pictures are woven, odd sides lose a line, and colours become BT.601 whatever they were. */
const CODING_AGAIN = [
  ...['-vf', 'yadif=deint=interlaced,scale=trunc(iw/2)*2:trunc(ih/2)*2:out_color_matrix=bt601:out_range=tv'],
  ...H264,
  ...colourTags({ tag: 'smpte170m' }),
];

/** From the clip, so that both play the same frames; sound is left to the clip. */
async function makeWebm(
  clip: DerivedFile,
  ffmpeg: Ffmpeg,
  setting: DecoderSetting,
  outFolder: string,
): Promise<DerivedFile[]> {
  if (!ffmpeg.canWebm) return [];
  const out = derivedPath(outFolder, 'webm');
  const input = [...inputArguments('file'), '-nostdin', '-f', 'mp4', '-i', `file:${clip.path}`, '-map', '0:v:0'];
  const isMade = await runFfmpeg(ffmpeg, setting, [...input, ...keepFrameTimes(ffmpeg), ...WEBM_OUTPUT, out]);
  return isMade ? webmFile(outFolder, clip) : [];
}

/** The poster comes out of the clip as raw pixels, so that one encoder makes all our pictures. */
async function middleFrame(clip: DerivedFile, ffmpeg: Ffmpeg, setting: DecoderSetting): Promise<Picture | undefined> {
  const { width = 0, height = 0, durationMs = 0 } = clip;
  const bytes = width * height * 3;
  const run = startFfmpeg(
    ffmpeg,
    setting,
    [
      ...inputArguments('file'),
      ...['-nostdin', '-f', 'mp4', '-ss', String(durationMs / 2000), '-i', `file:${clip.path}`, '-frames:v', '1'],
      ...['-s', `${width}x${height}`, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    ],
    bytes,
  );
  run.input.end();
  const isDone = await run.done;
  const pixels = run.output();
  return isDone && pixels.length === bytes && bytes > 0 ? { width, height, channels: 3, pixels } : undefined;
}
