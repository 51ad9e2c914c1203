import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Transfer = { bytes: number; seconds: number; firstByteMs: number };

/** Fetches to nowhere with curl, which is faster than what it measures. */
export async function fetchToNowhere(url: string, headers: readonly string[] = []): Promise<Transfer> {
  const format = '%{http_code} %{size_download} %{time_total} %{time_starttransfer}';
  const args = ['-s', '-o', '/dev/null', '-w', format, ...headers.flatMap((header) => ['-H', header]), url];
  const { stdout } = await run('curl', args);
  const [status, bytes, seconds, firstByte] = stdout.split(' ').map(Number);
  if (status !== 200) throw new Error(`${new URL(url).pathname} answered ${status}`);
  return { bytes: bytes ?? 0, seconds: seconds ?? 0, firstByteMs: (firstByte ?? 0) * 1000 };
}

/** How long a shell line takes, in seconds. */
export async function timeShell(line: string, cwd: string): Promise<number> {
  const started = performance.now();
  await run('/bin/sh', ['-c', line], { cwd, maxBuffer: 64 * 1024 * 1024 });
  return (performance.now() - started) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The most memory that a process held at once (VmHWM), in MB. */
export function peakMemoryMb(pid: number): number {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kib) * 1024) / 1e6;
}

/** Lets the peak start anew, so that what a download takes is told from what came before (proc(5), clear_refs). */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
