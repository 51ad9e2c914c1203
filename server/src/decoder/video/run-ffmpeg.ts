import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { DecoderSetting, Ffmpeg } from '../decoder-setting.ts';

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

/** Starts ffmpeg without environment and known to the memory watch. Its words are not kept: they may quote the file. */
export function startFfmpeg(
  ffmpeg: Ffmpeg,
  setting: DecoderSetting,
  parameters: string[],
  outputMaxBytes = 0,
): FfmpegRun {
  const child = spawn(ffmpeg.path, parameters, { stdio: ['pipe', 'pipe', 'ignore'], env: {}, windowsHide: true });
  setting.watch(child.pid);
  const done = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  }).finally(() => setting.watch(undefined));
  // A program that ends early breaks the pipe; how it ended says why.
  child.stdin.on('error', () => {});
  return { input: child.stdin, done, output: collect(child, outputMaxBytes) };
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
