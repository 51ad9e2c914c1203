import { setFlagsFromString } from 'node:v8';

type Self = Pick<NodeJS.Process, 'platform' | 'env' | 'execPath' | 'execArgv' | 'argv' | 'execve'>;

/** glibc reads these once, when a program starts (mallopt(3)). */
const allocator = {
  // Left alone, the threshold grows with the first large block that is freed, such as the 19 MB of a password's hash;
  // from then on each thread keeps such blocks for itself.
  MALLOC_MMAP_THRESHOLD_: String(256 * 1024),
  MALLOC_ARENA_MAX: '2',
};

/**
 * Keeps the server small: it waits for disks and networks, so memory that only saves it a look for garbage is lost to
 * the machine. Over a whole release of 2,000 pictures the peak fell from 441 MB to under 200 MB at the same speed.
 * Called first of all: on Linux the program starts once more, in the same process, to tell its allocator.
 */
export function keepHeapLean(self: Self): void {
  setFlagsFromString('--max-semi-space-size=2');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
  if (self.platform !== 'linux' || !self.execve || self.env.MALLOC_MMAP_THRESHOLD_ !== undefined) return;
  const env = Object.fromEntries(
    Object.entries(self.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const [, ...words] = self.argv;
  self.execve(self.execPath, [self.execPath, ...self.execArgv, ...words], { ...env, ...allocator });
}
