import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { ObjectRefusal, ObjectStore, ObjectWriter, StoredObject } from './object-store.ts';
import { syncFolder } from './sync-folder.ts';

/** S7.7: under 5 % or 2 GiB free, nothing more is accepted. */
const leastFree = { share: 0.05, bytes: 2 * 1024 ** 3 };

export type DiskSpace = { freeBytes: number; totalBytes: number };

export type DiskObjectStoreOptions = {
  /** Folder of all facilities' objects, on one file system. */
  folder: string;
  facilityId: string;
  /** How full the disk is; a test may say something else than the disk. */
  space?: () => Promise<DiskSpace>;
};

/** Objects as files below `<folder>/<facilityId>/aa/bb/<sha256>`. Leftovers of killed writers are cleared first. */
export async function openDiskObjectStore(options: DiskObjectStoreOptions): Promise<ObjectStore> {
  if (!/^[\w-]{1,64}$/.test(options.facilityId)) throw new Error('a facility id is letters, digits, - and _');
  const home = path.join(options.folder, options.facilityId);
  const beingWritten = path.join(home, 'being-written');
  await mkdir(beingWritten, { recursive: true, mode: 0o700 });
  for (const left of await readdir(beingWritten)) await rm(path.join(beingWritten, left), { force: true });
  const space = options.space ?? (() => spaceOf(home));
  const place = (sha256: string) => objectPath(home, sha256);

  const openWriter = async (): Promise<Outcome<ObjectWriter, ObjectRefusal>> => {
    const full = await refuseWhenFull(space);
    return full ? refuse(full) : ok(await startWriter(path.join(beingWritten, randomUUID()), place));
  };
  const putAll = async (chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    const opened = await openWriter();
    if (!opened.ok) return opened;
    try {
      for await (const chunk of chunks) await opened.value.write(chunk);
      return ok(await opened.value.finish());
    } finally {
      await opened.value.abandon();
    }
  };
  return {
    openWriter,
    putBytes: (bytes) => putAll([bytes]),
    putFile: (file) => putAll(createReadStream(file, { highWaterMark: 1024 * 1024 })),
    has: async (sha256) => (await sizeOf(place(sha256))) !== undefined,
    openRead: (sha256, range) => readRange(place(sha256), range),
    readBytes: (sha256) => readFile(place(sha256)),
    path: place,
  };
}

/** Two levels of 256 folders: a million objects are 16 a folder. */
function objectPath(home: string, sha256: string): string {
  // The name reaches the file system, so it is nothing but the 64 hex digits that we made ourselves.
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('an object is named by its SHA-256 in lower-case hex');
  return path.join(home, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

function readRange(file: string, range: { start: number; end: number } | undefined): Readable {
  if (!range) return createReadStream(file, { highWaterMark: 256 * 1024 });
  // An empty range is legal for us and impossible for createReadStream, whose end is inclusive.
  if (range.end <= range.start) return Readable.from([]);
  return createReadStream(file, { start: range.start, end: range.end - 1, highWaterMark: 256 * 1024 });
}

async function spaceOf(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

async function refuseWhenFull(space: () => Promise<DiskSpace>): Promise<ObjectRefusal | undefined> {
  const { freeBytes, totalBytes } = await space();
  if (freeBytes >= leastFree.bytes && freeBytes >= totalBytes * leastFree.share) return undefined;
  const free = `${(freeBytes / 1024 ** 3).toFixed(1)} GiB`;
  return {
    code: 'disk-full',
    freeBytes,
    sentence: `Only ${free} are free on the disk of the pictures; nothing more is stored until at least 5 % and 2 GiB are free.`,
  };
}

/** S9.2: temporary name in the same file system, write, sync the file, rename, sync the folders. */
async function startWriter(temporary: string, place: (sha256: string) => string): Promise<ObjectWriter> {
  const handle: FileHandle = await open(temporary, 'wx', 0o600);
  const hash = createHash('sha256');
  let crc = 0;
  let sizeBytes = 0;
  let state: 'open' | 'finished' | 'abandoned' = 'open';
  const finish = async (): Promise<StoredObject> => {
    if (state !== 'open') throw new Error(`the writer is ${state}`);
    state = 'finished';
    const sha256 = hash.digest('hex');
    try {
      await handle.sync().finally(() => handle.close());
      await settle(temporary, place(sha256), sizeBytes);
    } catch (fault) {
      await rm(temporary, { force: true });
      throw fault;
    }
    return { sha256, crc32: crc, sizeBytes };
  };
  return {
    write: async (bytes) => {
      if (state !== 'open') throw new Error(`the writer is ${state}`);
      hash.update(bytes);
      crc = crc32(bytes, crc);
      sizeBytes += bytes.byteLength;
      await writeAll(handle, bytes);
    },
    finish,
    abandon: async () => {
      if (state !== 'open') return;
      state = 'abandoned';
      await handle.close();
      await rm(temporary, { force: true });
    },
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done);
    done += bytesWritten;
  }
}

/** The same bytes twice are one file. A file of another size under that name is damage, and is replaced. */
async function settle(temporary: string, final: string, sizeBytes: number): Promise<void> {
  const folder = path.dirname(final);
  await durableFolder(folder);
  if ((await sizeOf(final)) === sizeBytes) await rm(temporary, { force: true });
  else await rename(temporary, final);
  // Also for bytes that were there already: whoever put them may not have come this far yet.
  await syncFolder(folder);
}

const durableFolders = new Map<string, Promise<void>>();

/** A new folder is an entry of its parent that must survive too. Asked once per folder and process. */
function durableFolder(folder: string): Promise<void> {
  const known = durableFolders.get(folder);
  if (known) return known;
  const made = (async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFolder(path.dirname(folder));
    await syncFolder(path.dirname(path.dirname(folder)));
  })();
  durableFolders.set(folder, made);
  made.catch(() => durableFolders.delete(folder));
  return made;
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
}
