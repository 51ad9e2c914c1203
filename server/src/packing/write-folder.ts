import { writeSync } from 'node:fs';
import { type FileHandle, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { nameFault } from '@echoback/dicom-media';
import { syncFolder } from '../store/sync-folder.ts';
import { copyPieces } from './copy-pieces.ts';
import { ensureFolder } from './output-place.ts';
import { type PackingSource, rangeOf } from './packing-source.ts';
import type { Packing } from './write-disc.ts';

/** Files that go to the disk at the same time: one at a time a stick waits for each. */
const syncsAtOnce = 16;

/**
 * Writes files into a folder, such as a stick's. All of them are written beside their places first and moved when they
 * are on the disk, so a stop leaves nothing; what had the same names before goes, everything else in the folder stays.
 */
export async function writeFolder(
  target: string,
  sources: readonly PackingSource[],
  packing: Packing,
): Promise<{ totalBytes: number }> {
  for (const { name } of sources)
    if (nameFault(name)) throw new Error('a name in a copy is one that we would not make');
  const undo = await ensureFolder(target);
  const making = await mkdtemp(path.join(target, '.echoback-making-'));
  try {
    const totalBytes = await writeAll(making, sources, packing);
    for (const name of new Set(sources.map((source) => source.name.split('/')[0] ?? ''))) {
      await rm(path.join(target, name), { recursive: true, force: true });
      await rename(path.join(making, name), path.join(target, name));
    }
    await rm(making, { recursive: true, force: true });
    // Some file systems of sticks can not sync a folder.
    await syncFolder(target).catch(() => {});
    return { totalBytes };
  } catch (fault) {
    await rm(making, { recursive: true, force: true });
    await undo();
    throw fault;
  }
}

async function writeAll(folder: string, sources: readonly PackingSource[], packing: Packing): Promise<number> {
  const total = sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const made = new Set<string>();
  let done = 0;
  let syncing: Promise<void>[] = [];
  for (const source of sources) {
    const file = path.join(folder, source.name);
    const parent = path.dirname(file);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    const handle = await open(file, 'wx');
    try {
      await copyPieces(
        [rangeOf(source, 0, source.sizeBytes)],
        (chunk) => {
          writeFully(handle.fd, chunk);
          done += chunk.length;
          packing.onProgress?.(done, total);
        },
        packing.signal,
      );
    } catch (fault) {
      await handle.close();
      await Promise.allSettled(syncing);
      throw fault;
    }
    syncing.push(syncAndClose(handle));
    if (syncing.length < syncsAtOnce) continue;
    await Promise.all(syncing);
    syncing = [];
  }
  await Promise.all(syncing);
  return total;
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

async function syncAndClose(handle: FileHandle): Promise<void> {
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
