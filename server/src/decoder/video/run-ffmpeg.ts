import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { Picture } from '@echoback/dicom-media';
import type { DecoderSetting, Ffmpeg } from '../decoder-setting.ts';
import { ppmFrames } from './ppm-frames.ts';
import type { VideoStream } from './video-stream.ts';

/** What every run starts with: quiet, and no other protocol than the one named, so that no file can make it open another. */
export function inputArguments(protocols: 'pipe' | 'file'): string[] {
  return ['-hide_banner', '-loglevel', 'error', '-protocol_whitelist', protocols];
}

/** Frames keep the times they come with; the option was renamed in version 5.1. */
export function keepFrameTimes(ffmpeg: Ffmpeg): string[] {
  return ffmpeg.majorVersion >= 6 ? ['-fps_mode', 'passthrough'] : ['-vsync', 'passthrough'];
}

export type FfmpegRun = {
  input: Writable;
  /** True when the program ended well. */
  done: Promise<boolean>;
  /** What it wrote to standard output, up to the limit. */
  output: () => Buffer;
};

export function startFfmpeg(
  ffmpeg: Ffmpeg,
  setting: DecoderSetting,
  parameters: string[],
  outputMaxBytes = 0,
): FfmpegRun {
  const { child, done } = spawnFfmpeg(ffmpeg, setting, parameters);
  return { input: child.stdin, done, output: collect(child, outputMaxBytes) };
}

/**
 * Gives the frames of a video file as ffmpeg decodes them, in RGB and in their own size; ffmpeg waits while a frame is
 * worked on. Throws when ffmpeg ends badly, so that half a video never passes for a whole one.
 */
export async function* decodedFrames(
  ffmpeg: Ffmpeg,
  setting: DecoderSetting,
  { file, kind, more = [] }: { file: string; kind: VideoStream; more?: string[] },
): AsyncGenerator<Picture> {
  const { child, done } = spawnFfmpeg(ffmpeg, setting, [
    ...[...inputArguments('file'), '-nostdin', '-f', kind, '-i', `file:${file}`, '-map', '0:v:0', ...more],
    ...[...keepFrameTimes(ffmpeg), '-pix_fmt', 'rgb24', '-c:v', 'ppm', '-f', 'image2pipe', 'pipe:1'],
  ]);
  child.stdin.end();
  try {
    yield* ppmFrames(child.stdout);
    if (!(await done)) throw new Error('ffmpeg could not read the video');
  } finally {
    child.kill('SIGKILL');
  }
}

/** Without environment and known to the memory watch. Its words are not kept: they may quote the file. */
function spawnFfmpeg(ffmpeg: Ffmpeg, setting: DecoderSetting, parameters: string[]) {
  const child = spawn(ffmpeg.path, parameters, { stdio: ['pipe', 'pipe', 'ignore'], env: {}, windowsHide: true });
  const unwatch = setting.watch(child.pid);
  const done = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  }).finally(unwatch);
  // A program that ends early breaks the pipe; how it ended says why.
  child.stdin.on('error', () => {});
  return { child, done };
}

function collect(child: ChildProcess, maxBytes: number): () => Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

/** Runs to the end without input. */
export async function runFfmpeg(ffmpeg: Ffmpeg, setting: DecoderSetting, parameters: string[]): Promise<boolean> {
  const run = startFfmpeg(ffmpeg, setting, parameters);
  run.input.end();
  return run.done;
}
