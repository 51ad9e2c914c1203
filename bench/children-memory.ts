import { readdirSync, readFileSync } from 'node:fs';

const LOOK_MS = 20;

/** Follows what the processes started by `pid` hold together; `stop` gives the most, in MB. */
export function watchChildren(pid: number): { stop: () => number } {
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(
      peakBytes,
      descendants(pid).reduce((sum, child) => sum + residentBytes(child), 0),
    );
  }, LOOK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return peakBytes / 1e6;
    },
  };
}

function descendants(pid: number): number[] {
  const children = quietly([], () =>
    readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number),
    ),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function residentBytes(pid: number): number {
  return quietly(
    0,
    () => Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
  );
}

/** A process may end between two looks. */
function quietly<T>(otherwise: T, look: () => T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
