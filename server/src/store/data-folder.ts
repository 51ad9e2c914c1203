import { constants } from 'node:fs';
import { access, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pid } from 'node:process';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { lockFile } from './folder-lock.ts';
import { ownUserName } from './own-user.ts';

export type DataFolder = {
  path: string;
  /** A folder or file below the data folder. */
  at(...parts: string[]): string;
  /** Makes a folder below the data folder, private to this user. */
  makeFolder(...parts: string[]): Promise<string>;
  release(): Promise<void>;
};

export type DataFolderRefusal =
  | { code: 'data-folder-not-writable'; sentence: string }
  | { code: 'data-folder-in-use'; sentence: string; pid: number | undefined };

/**
 * Creates the data folder when it is missing and becomes its one owner. A second owner would mean two database
 * servers on the same files, so it is refused with the number of the process that has it.
 */
export async function openDataFolder(folder: string): Promise<Outcome<DataFolder, DataFolderRefusal>> {
  const root = path.resolve(folder);
  const problem = await makeWritable(root);
  if (problem) {
    return refuse({
      code: 'data-folder-not-writable',
      sentence: `The data folder ${root} cannot be used: ${problem}.`,
    });
  }
  const lock = lockFile(path.join(root, 'owner.lock'));
  if (!lock) return refuse(await inUse(root));
  const ownerFile = path.join(root, 'owner.json');
  await writeFile(ownerFile, `${JSON.stringify({ pid })}\n`, { mode: 0o600 });
  return ok({
    path: root,
    at: (...parts) => path.join(root, ...parts),
    makeFolder: async (...parts) => {
      const made = path.join(root, ...parts);
      await mkdir(made, { recursive: true, mode: 0o700 });
      return made;
    },
    release: async () => {
      await rm(ownerFile, { force: true });
      lock.release();
    },
  });
}

/** Node's recursive mkdir never returns where the file system answers ENOENT to a mkdir, as /proc does. */
async function makeFolders(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  if ((await isThere(folder)) || parent === folder) return;
  await makeFolders(parent);
  await mkdir(folder, { mode: 0o700 });
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function makeWritable(root: string): Promise<string | undefined> {
  try {
    // Pictures of patients: nobody else on this machine has business here.
    await makeFolders(root);
    if (!(await stat(root)).isDirectory()) return 'it is a file, not a folder';
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
    // `access` asks about permissions only; a read-only or full file system shows when something is written.
    const probe = path.join(root, `.probe-${pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
    return undefined;
  } catch (fault) {
    return explain(fault as NodeJS.ErrnoException);
  }
}

function explain(fault: NodeJS.ErrnoException): string {
  switch (fault.code) {
    case 'EACCES':
    case 'EPERM':
      return `the user ${ownUserName()} may not write there`;
    case 'EROFS':
      return 'its file system is read-only';
    case 'ENOENT':
      return 'its file system takes no new folders';
    case 'ENOSPC':
      return 'its disk is full';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file lies where a folder should be';
    default:
      return `${fault.code ?? 'unknown fault'} (${fault.syscall ?? 'open'})`;
  }
}

/** The note beside the lock only names the owner; it never decides who owns. */
async function inUse(root: string): Promise<DataFolderRefusal> {
  const note = await readFile(path.join(root, 'owner.json'), 'utf8').catch(() => '');
  const owner = /"pid":\s*(\d{1,10})/.exec(note)?.[1];
  const who = owner ? `the Echoback process ${owner}` : 'another Echoback process';
  return {
    code: 'data-folder-in-use',
    pid: owner ? Number(owner) : undefined,
    sentence: `The data folder ${root} is in use by ${who}; stop that one, or start this one with another data folder.`,
  };
}
