import { fdatasync, write } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../store/sync-folder.ts';

/** Bytes given to the disk at a time, so that the last sync has little left to wait for. */
const syncEveryBytes = 64 * 1024 * 1024;

/** A file that is being written: nothing has its name until all of it is on the disk. */
export type OutputFile = {
  append(bytes: Uint8Array): Promise<void>;
  /** Writes over what was appended before. */
  patch(bytes: Uint8Array, at: number): Promise<void>;
};

/** Writes to a temporary name beside the target, syncs, and only then renames; a failure leaves nothing behind. */
export async function writeOutput(target: string, body: (output: OutputFile) => Promise<void>): Promise<void> {
  const making = `${target}.making`;
  const handle = await open(making, 'w');
  try {
    await fill(handle, body);
    await handle.sync();
    await handle.close();
    await rename(making, target);
    await syncFolder(path.dirname(target));
  } catch (fault) {
    await handle.close().catch(() => {});
    await rm(making, { force: true });
    throw fault;
  }
}

async function fill({ fd }: FileHandle, body: (output: OutputFile) => Promise<void>): Promise<void> {
  let at = 0;
  let unsynced = 0;
  let syncing: Promise<void> = Promise.resolve();
  await body({
    append: async (bytes) => {
      await writeFully(fd, bytes, at);
      at += bytes.length;
      unsynced += bytes.length;
      if (unsynced < syncEveryBytes) return;
      unsynced = 0;
      // Beside the next reads: the disk works while the next buffers are filled.
      await syncing;
      syncing = dataSync(fd);
      syncing.catch(() => {});
    },
    patch: (bytes, place) => writeFully(fd, bytes, place),
  });
  await syncing;
}

// Callbacks instead of FileHandle, as in `stream-pieces.ts`.

async function writeFully(fd: number, bytes: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += await writeSome(fd, bytes, done, place + done);
}

function writeSome(fd: number, bytes: Uint8Array, from: number, place: number): Promise<number> {
  return new Promise((resolve, reject) => {
    write(fd, bytes, from, bytes.length - from, place, (error, count) => (error ? reject(error) : resolve(count)));
  });
}

function dataSync(fd: number): Promise<void> {
  return new Promise((resolve, reject) => fdatasync(fd, (error) => (error ? reject(error) : resolve())));
}
