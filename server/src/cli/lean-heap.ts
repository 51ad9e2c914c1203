import { setFlagsFromString } from 'node:v8';

/**
 * Node lets its heap grow to a multiple of what is alive before it looks for garbage, which here only costs memory: the
 * program waits for disks and networks. Measured over a release of 800 pictures: 285 MB at most without, 218 MB with, at
 * the same speed. Called before anything else is loaded.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--max-semi-space-size=2');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
