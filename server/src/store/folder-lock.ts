import { DatabaseSync } from 'node:sqlite';

/** Held until `release`, or until the process ends in whatever way. */
export type FolderLock = { release(): void };

const sqliteBusy = 5;

/**
 * Takes an exclusive lock on a file, or answers `undefined` when another process holds it.
 *
 * Node has no file locks of its own. SQLite has, on every platform and also between containers that share a volume:
 * an open exclusive transaction is a lock that the kernel drops with the process, so kill -9 leaves nothing stale
 * behind. Nothing is ever stored in the file.
 */
export function lockFile(file: string): FolderLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (fault) {
    database.close();
    if ((fault as { errcode?: number }).errcode === sqliteBusy) return undefined;
    throw fault;
  }
  return { release: () => database.close() };
}
