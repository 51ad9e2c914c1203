import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';

/** A file that was made for somebody who is looking at it. `hold` keeps it until what it gives back is called. */
export type MadeCopy = {
  file: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  crc32: number;
  hold: () => () => void;
};

type Written = { path: string; mediaType: string; sizeBytes: number };
type Entry<R> = {
  made: Promise<Outcome<MadeCopy, R>>;
  folder: string | undefined;
  holders: number;
  isForgotten: boolean;
  timer: NodeJS.Timeout;
};

/** A browser asks for ranges of one clip by the dozen; an hour later nobody looks at it any more. */
const keptMs = 10 * 60_000;
const mostKept = 48;

const kept = new WeakMap<App, Map<string, Entry<unknown>>>();

/**
 * Makes a file in a folder of its own below the system's temporary folder, once for each key, and forgets it when nobody
 * asked for ten minutes. Nothing of it goes into the object store: what is made for sharing is no part of the record.
 */
export async function madeCopy<R>(
  app: App,
  key: string,
  make: (outFolder: string) => Promise<Outcome<Written, R>>,
): Promise<Outcome<MadeCopy, R>> {
  const entries = (kept.get(app) ?? new Map()) as Map<string, Entry<R>>;
  kept.set(app, entries);
  const known = entries.get(key);
  if (known) {
    known.timer.refresh();
    // The one that was used last is forgotten last.
    entries.delete(key);
    entries.set(key, known);
    return known.made;
  }
  const entry: Entry<R> = {
    ...{ folder: undefined, holders: 0, isForgotten: false },
    timer: setTimeout(() => forget(entries, key, entry), keptMs).unref(),
    made: Promise.resolve().then(() => makeInFolder(entry, make)),
  };
  entries.set(key, entry);
  for (const [oldest, old] of entries) if (entries.size > mostKept) forget(entries, oldest, old);
  const made = await entry.made.catch((fault: unknown) => {
    forget(entries, key, entry);
    throw fault;
  });
  // What was refused may be made the next time: the machine may have been to blame.
  if (!made.ok) forget(entries, key, entry);
  return made;
}

async function makeInFolder<R>(
  entry: Entry<R>,
  make: (outFolder: string) => Promise<Outcome<Written, R>>,
): Promise<Outcome<MadeCopy, R>> {
  entry.folder = await mkdtemp(path.join(tmpdir(), 'echoback-share-'));
  const written = await make(entry.folder);
  if (!written.ok) return written;
  const { path: file, mediaType, sizeBytes } = written.value;
  const sums = await sumsOf(file);
  const hold = () => {
    entry.holders += 1;
    return () => {
      entry.holders -= 1;
      if (entry.isForgotten && entry.holders === 0) void removeFolder(entry);
    };
  };
  return ok({ file, mediaType, sizeBytes, ...sums, hold });
}

async function sumsOf(file: string): Promise<{ sha256: string; crc32: number }> {
  const hash = createHash('sha256');
  let sum = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    sum = crc32(chunk as Buffer, sum);
  }
  return { sha256: hash.digest('hex'), crc32: sum };
}

/** Its files go when the last reader has ended. */
function forget<R>(entries: Map<string, Entry<R>>, key: string, entry: Entry<R>): void {
  if (entries.get(key) === entry) entries.delete(key);
  clearTimeout(entry.timer);
  entry.isForgotten = true;
  const remove = () => (entry.holders === 0 ? removeFolder(entry) : undefined);
  void entry.made.then(remove, remove);
}

async function removeFolder({ folder }: Pick<Entry<unknown>, 'folder'>): Promise<void> {
  // What can not be removed now is the system's to clear: it holds nothing of anybody.
  if (folder) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

/** When the program ends: nothing that was made for sharing stays behind. */
export async function forgetMadeCopies(app: App): Promise<void> {
  const entries = [...(kept.get(app)?.values() ?? [])];
  kept.delete(app);
  for (const { timer } of entries) clearTimeout(timer);
  await Promise.all(entries.map(removeFolder));
}
