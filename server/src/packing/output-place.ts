import { mkdir, mkdtemp, readdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/dicom-media';

export type PlaceRefusal = {
  code: 'output-exists' | 'no-output-folder' | 'output-is-folder' | 'output-is-file';
  output: string;
};

/** What every stick and disk has by itself. */
const ofTheSystem = new Set(['lost+found', 'System Volume Information', '$RECYCLE.BIN', 'RECYCLER']);

/** Looks whether a file may be written there, before any work is done. */
export async function checkFilePlace(output: string, mayReplace: boolean): Promise<Outcome<null, PlaceRefusal>> {
  const parent = await stat(path.dirname(output)).catch(() => undefined);
  if (!parent?.isDirectory()) return refuse({ code: 'no-output-folder', output });
  const there = await stat(output).catch(() => undefined);
  if (there?.isDirectory()) return refuse({ code: 'output-is-folder', output });
  return there && !mayReplace ? refuse({ code: 'output-exists', output }) : ok(null);
}

/** A folder that is not there, or has nothing in it: an empty stick is one too. */
export async function checkFolderPlace(output: string, mayReplace: boolean): Promise<Outcome<null, PlaceRefusal>> {
  const there = await stat(output).catch(() => undefined);
  if (!there) return checkFilePlace(output, mayReplace);
  if (!there.isDirectory()) return refuse({ code: 'output-is-file', output });
  const names = (await readdir(output)).filter((name) => !name.startsWith('.') && !ofTheSystem.has(name));
  return names.length > 0 && !mayReplace ? refuse({ code: 'output-exists', output }) : ok(null);
}

/** A folder for what is made on the way: on the disk of the output, because the system's may be memory. */
export function makeScratch(output: string): Promise<string> {
  return mkdtemp(path.join(path.dirname(path.resolve(output)), '.echoback-making-'));
}

/** Makes the folder when it is not there; the answer undoes just that. */
export async function ensureFolder(folder: string): Promise<() => Promise<void>> {
  const made = await mkdir(folder).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault;
      return false;
    },
  );
  return async () => {
    if (made) await rmdir(folder).catch(() => {});
  };
}
