import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Linux's file system in memory. */
const inMemory = '/dev/shm';
/** What the data folders of a run hold at once, several times over. */
const enough = 6 * 1024 ** 3;

/**
 * A folder for what a test writes and throws away, in memory where the machine has plenty: a database of 500 files is
 * made for each test, which takes a disk up to a second and memory a twentieth of one. Not for tests about the disk
 * itself, nor for files that xorriso reads, to which everything below /dev is a drive.
 */
export function makeQuickFolder(name: string): string {
  return mkdtempSync(path.join(hasRoom() ? inMemory : tmpdir(), name));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}
