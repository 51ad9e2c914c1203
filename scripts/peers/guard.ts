import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Ends a peer and removes its folders, on `end()` or when this process dies in whatever way. */
export type Guard = { end(): Promise<void> };

/**
 * The shell waits for the end of its input, which is a pipe from us: kill -9 closes it too. Then it asks the peer to
 * end, insists after 5 s, and clears the folders.
 */
const script = `
  cat >/dev/null
  kill -s "$2" "$1" 2>/dev/null
  n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done
  kill -KILL "$1" 2>/dev/null
  shift 2
  rm -rf "$@"`;

export function guardProcess(pid: number, signal: 'TERM' | 'QUIT' | 'INT', ...folders: string[]): Guard {
  const shell = spawn('/bin/sh', ['-c', script, 'guard', String(pid), signal, ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  const ended = once(shell, 'exit');
  return {
    end: async () => {
      shell.ref();
      shell.stdin.end();
      await ended;
    },
  };
}

/** Waits until `probe` answers true, or tells why the peer never came up. */
export async function waitUntilUp(name: string, child: ChildProcess, probe: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended before it was up`);
    if (await probe().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${name} was not up after 60 s`);
}
