import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { promisify } from 'node:util';

/** How a decoder process is started: the program and what stands before its script. */
export type Confinement = { execPath: string; execArgv: string[] };

const UNSHARE = '/usr/bin/unshare';

/**
 * S7.3: no network, and no write access but to one folder. Node's own permissions hold its JavaScript; where Linux lets
 * us, a network namespace of its own holds the codecs and ffmpeg too. What a machine cannot give is left out.
 */
export async function confine(writableFolder: string): Promise<Confinement> {
  const node = [
    '--permission',
    '--allow-fs-read=*',
    `--allow-fs-write=${realpathSync(writableFolder)}`,
    // sharp is native code, ffmpeg a program, the watch for the parent's death a thread.
    '--allow-addons',
    '--allow-child-process',
    '--allow-worker',
    '--max-old-space-size=768',
  ];
  const canUnshare = process.platform === 'linux' && existsSync(UNSHARE) && (await unshares());
  if (!canUnshare) return { execPath: process.execPath, execArgv: node };
  return { execPath: UNSHARE, execArgv: ['--map-root-user', '--net', process.execPath, ...node] };
}

/** Containers and hardened systems forbid it. */
async function unshares(): Promise<boolean> {
  try {
    await promisify(execFile)(UNSHARE, ['--map-root-user', '--net', process.execPath, '--version'], { env: {} });
    return true;
  } catch {
    return false;
  }
}
