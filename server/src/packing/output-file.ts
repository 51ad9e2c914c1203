import { fdatasync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../store/sync-folder.ts';

/** Bytes after which the disk is asked to begin, so that the last sync has little left to wait for. */
const syncEveryBytes = 64 * 1024 * 1024;

/** A file that is being written: nothing has its name until all of it is on the disk. */
export type OutputFile = {
  append(bytes: Uint8Array): void;
  /** Writes over what was appended before. */
  patch(bytes: Uint8Array, at: number): void;
};

/** Writes to a temporary name beside the target, syncs, and only then renames; a failure leaves nothing behind. */
export async function writeOutput(target: string, body: (output: OutputFile) => Promise<void>): Promise<void> {
  const making = `${target}.making`;
  const handle = await open(making, 'w');
  const disk = new BackgroundSync(handle.fd);
  try {
    await body(outputTo(handle.fd, disk));
    await disk.settle();
    await handle.sync();
    await handle.close();
    await rename(making, target);
    await syncFolder(path.dirname(target));
  } catch (fault) {
    await disk.settle().catch(() => {});
    await handle.close().catch(() => {});
    await rm(making, { force: true });
    throw fault;
  }
}

function outputTo(descriptor: number, disk: BackgroundSync): OutputFile {
  let at = 0;
  return {
    append(bytes) {
      writeFully(descriptor, bytes, at);
      at += bytes.length;
      disk.written(bytes.length);
    },
    patch: (bytes, place) => writeFully(descriptor, bytes, place),
  };
}

function writeFully(descriptor: number, bytes: Uint8Array, place: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, place + done);
  }
}

/** Lets the disk work while the next bytes are read. */
class BackgroundSync {
  readonly #descriptor: number;
  #unsynced = 0;
  #running: Promise<void> | undefined;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  written(bytes: number): void {
    this.#unsynced += bytes;
    if (this.#running || this.#unsynced < syncEveryBytes) return;
    this.#unsynced = 0;
    // What fails here fails again, and is told, at the last sync.
    this.#running = new Promise((resolve) => {
      fdatasync(this.#descriptor, () => {
        this.#running = undefined;
        resolve();
      });
    });
  }

  async settle(): Promise<void> {
    await this.#running;
  }
}
