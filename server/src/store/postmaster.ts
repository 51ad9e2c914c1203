import { execFile } from 'node:child_process';
import { constants, readFileSync } from 'node:fs';
import { open, readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import { kill } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a running server wrote into postmaster.pid (PostgreSQL's miscadmin.h: one value a line). */
export type PostmasterNote = { pid: number; port: number; socketFolder: string; ready: boolean };

/** Reads postmaster.pid; a damaged or hostile one is the same as none. */
export async function readPostmasterNote(cluster: string): Promise<PostmasterNote | undefined> {
  const lines = (await readBeginning(path.join(cluster, 'postmaster.pid'))).split('\n');
  const pid = wholeNumber(lines[0]);
  const port = wholeNumber(lines[3]);
  const socketFolder = lines[4]?.trim() ?? '';
  if (pid === undefined || port === undefined) return undefined;
  return { pid, port, socketFolder, ready: lines[7]?.trim() === 'ready' };
}

/** The file is another user's to write: no link is followed, no pipe waited for, no endless file read. */
async function readBeginning(file: string): Promise<string> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(file, flags).catch(() => undefined);
  if (!handle) return '';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await handle.close();
  }
}

function wholeNumber(line: string | undefined): number | undefined {
  const text = line?.trim() ?? '';
  // 1 is init, and a negative number would signal a whole process group.
  return /^\d{1,9}$/.test(text) && Number(text) > 1 ? Number(text) : undefined;
}

/** The living processes of a cluster: the first is the postmaster, if it lives. */
export type ClusterProcesses = { postmaster: number | undefined; others: number[] };

/**
 * Which processes really live in this cluster. On Linux every server process has the cluster as its working folder,
 * which no leftover file can fake; elsewhere we believe postmaster.pid when its process is a postgres.
 */
export async function clusterProcesses(cluster: string): Promise<ClusterProcesses> {
  if (platform() !== 'linux') return clusterProcessesByNote(cluster);
  const home = await realpath(cluster).catch(() => cluster);
  const inside: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const cwd = await readlink(`/proc/${entry}/cwd`).catch(() => '');
    if (cwd === home && (await isPostgres(entry))) inside.push(Number(entry));
  }
  const postmasters: number[] = [];
  for (const pid of inside) if (!inside.includes(await parentOf(pid))) postmasters.push(pid);
  // Without a postmaster its former children have init as parent; only a postmaster has a command line with -D.
  let postmaster: number | undefined;
  for (const pid of postmasters) if ((await commandOf(pid)).includes('\0-D\0')) postmaster = pid;
  return { postmaster, others: inside.filter((pid) => pid !== postmaster) };
}

async function isPostgres(pid: string): Promise<boolean> {
  return /^postgres/.test(await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''));
}

async function parentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
}

function commandOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

async function clusterProcessesByNote(cluster: string): Promise<ClusterProcesses> {
  const note = await readPostmasterNote(cluster);
  if (!note || !isAlive(note.pid)) return { postmaster: undefined, others: [] };
  // Its number may be a stranger's by now, and what we find here gets signals.
  const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(note.pid)]).catch(() => ({ stdout: '' }));
  return { postmaster: stdout.includes(`postgres -D ${cluster}`) ? note.pid : undefined, others: [] };
}

export function isAlive(pid: number): boolean {
  try {
    return kill(pid, 0) && !isZombie(pid);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ended, but its new parent has not asked for its exit code yet: in a container it may never. */
function isZombie(pid: number): boolean {
  if (platform() !== 'linux') return false;
  return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** Fast shutdown, then an immediate one, then none at all: each gets its time. The write-ahead log covers the rest. */
const stopSteps = [
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/** Stops whatever lives in the cluster; returns when nothing does. */
export async function stopCluster(cluster: string): Promise<void> {
  for (const { signal, waitMs } of stopSteps) {
    const { postmaster, others } = await clusterProcesses(cluster);
    if (postmaster === undefined && others.length === 0) return;
    for (const pid of postmaster === undefined || signal === 'SIGKILL' ? others : []) send(pid, signal);
    if (postmaster !== undefined) send(postmaster, signal);
    await clusterEmpty(cluster, waitMs);
  }
  const left = await clusterProcesses(cluster);
  if (left.postmaster !== undefined || left.others.length > 0) throw new Error('PostgreSQL does not stop');
}

async function clusterEmpty(cluster: string, waitMs: number): Promise<void> {
  const end = performance.now() + waitMs;
  while (performance.now() < end) {
    const { postmaster, others } = await clusterProcesses(cluster);
    if (postmaster === undefined && others.length === 0) return;
    await pause(25);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    kill(pid, signal);
  } catch {
    // It ended in between.
  }
}
