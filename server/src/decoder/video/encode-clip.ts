import type { Picture } from '@echoback/dicom-media';
import type { DecoderSetting, Ffmpeg } from '../decoder-setting.ts';
import { matroskaFrameStart, matroskaStart, TICKS_PER_SECOND } from './matroska.ts';
import { inputArguments, keepFrameTimes, startFfmpeg } from './run-ffmpeg.ts';
import { type ColourMatrix, even, matrixFor, toYuv420 } from './yuv.ts';

/** Frames are pushed one by one, each waits until the encoder has room: a clip is never in memory. */
export type ClipEncoder = {
  push: (picture: Picture, startMs: number, durationMs: number) => Promise<void>;
  /** True when the file is written. */
  finish: () => Promise<boolean>;
};

/** Quality 18 is visually lossless for speckle; a key frame each second lets people step and seek. */
export const H264 = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '18',
  '-pix_fmt',
  'yuv420p',
  '-bf',
  '0',
  '-g',
  '30',
];

/** Nothing of the source but its pictures; the index at the front, so that playing starts before the end has come. */
export const MP4_OUTPUT = ['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4', '-y'];

/** For browsers without H.264: VP9 as fast as it goes, times in milliseconds because WebM has no finer ones (RFC 9559). */
export const WEBM_OUTPUT = [
  ...['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-row-mt', '1', '-crf', '28', '-b:v', '0'],
  ...['-pix_fmt', 'yuv420p', '-g', '30', '-an', '-map_metadata', '-1', '-map_chapters', '-1', '-f', 'webm', '-y'],
];

export function colourTags(matrix: Pick<ColourMatrix, 'tag'>): string[] {
  return ['-colorspace', matrix.tag, '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
}

/**
 * Not even who coded it: no version of a program in the tables, and none in the stream, where x264 writes its own name,
 * years and settings into a unit of type 6.
 */
const TRACELESS = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-bsf:v', 'filter_units=remove_types=6'];

export function openClipEncoder(
  size: { width: number; height: number },
  files: { mp4: string; webm: string | undefined; traceless?: boolean },
  ffmpeg: Ffmpeg,
  setting: DecoderSetting,
): ClipEncoder {
  const matrix = matrixFor(size.height);
  const run = startFfmpeg(ffmpeg, setting, [
    ...inputArguments('pipe'),
    ...['-f', 'matroska', '-i', 'pipe:0', '-an'],
    ...H264,
    ...keepFrameTimes(ffmpeg),
    ...['-enc_time_base', `1:${TICKS_PER_SECOND}`, '-video_track_timescale', String(TICKS_PER_SECOND)],
    ...colourTags(matrix),
    ...(files.traceless ? TRACELESS : []),
    ...MP4_OUTPUT,
    files.mp4,
    ...(files.webm
      ? [...keepFrameTimes(ffmpeg), '-enc_time_base', '1:1000', ...colourTags(matrix), ...WEBM_OUTPUT, files.webm]
      : []),
  ]);
  // Called back when the encoder has taken the bytes, and also when it has died: `finish` tells which.
  const write = (bytes: Uint8Array) => new Promise<void>((taken) => run.input.write(bytes, () => taken()));
  const start = matroskaStart({ width: even(size.width), height: even(size.height), matrix });
  let isStarted = false;
  return {
    push: async (picture, startMs, durationMs) => {
      const planes = toYuv420(picture, matrix);
      if (!isStarted) await write(start);
      isStarted = true;
      await write(matroskaFrameStart(ticks(startMs), ticks(startMs + durationMs) - ticks(startMs), planes.length));
      await write(planes);
    },
    finish: () => {
      run.input.end();
      return run.done;
    },
  };
}

const ticks = (ms: number) => Math.round((ms * TICKS_PER_SECOND) / 1000);
