import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { dicomdirFiles } from './dicomdir-files.ts';
import { lookAt } from './file-nature.ts';
import { bad, type Gathered, hasDicomEnding, MAX_FILES } from './found-file.ts';
import { imageFiles } from './image-files.ts';
import { type Unpacking, zipFiles } from './zip-files.ts';

export type GatherOptions = {
  /** An existing folder for what ZIPs deflate; whoever made it removes it. */
  scratch: string;
  /** Absolute paths that are no input: the output and the scratch folder may lie among the inputs. */
  ignore: ReadonlySet<string>;
  signal: AbortSignal;
};

/**
 * Everything in folders, files, ZIPs, disc images and beside a DICOMDIR, in a stable order. Links are not followed, and
 * archives within archives are not opened.
 */
export async function* gatherInputs(inputs: readonly string[], options: GatherOptions): AsyncGenerator<Gathered> {
  let unpacked = 0;
  const unpacking: Unpacking = {
    scratch: options.scratch,
    nextName: () => `unpacked-${++unpacked}`,
    signal: options.signal,
  };
  for (const input of inputs) {
    const facts = await stat(input).catch(() => undefined);
    if (!facts) yield bad(input, 'no-such-file');
    else if (facts.isDirectory()) yield* folderFiles(input, options, unpacking);
    else if (!facts.isFile()) yield bad(input, 'not-readable', 'no file and no folder');
    else if (path.basename(input).toUpperCase() === 'DICOMDIR') yield* dicomdirFiles(input, input);
    else yield* openFile(input, true, unpacking);
  }
}

async function* folderFiles(
  root: string,
  { ignore, signal }: GatherOptions,
  unpacking: Unpacking,
): AsyncGenerator<Gathered> {
  const open = [root];
  let count = 0;
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    signal.throwIfAborted();
    const at = folder;
    const entries = await readdir(at, { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      yield bad(at, 'not-readable');
      continue;
    }
    const below: string[] = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(at, entry.name);
      if (ignore.has(path.resolve(full))) continue;
      if (entry.isDirectory()) below.push(full);
      if (!entry.isFile()) continue;
      count += 1;
      if (count > MAX_FILES) return yield bad(root, 'too-many-files');
      yield* openFile(full, hasDicomEnding(entry.name), unpacking);
    }
    open.push(...below.reverse());
  }
}

async function* openFile(file: string, isExpected: boolean, unpacking: Unpacking): AsyncGenerator<Gathered> {
  let seen: ReturnType<typeof lookAt>;
  try {
    seen = lookAt(file);
  } catch {
    return yield bad(file, 'not-readable');
  }
  const { nature, sizeBytes } = seen;
  if (nature === 'zip') yield* zipFiles(file, file, unpacking);
  else if (nature === 'image') yield* imageFiles(file, file);
  else yield { kind: 'found', found: { file, offset: 0, sizeBytes, shownAs: file, isExpected } };
}
