import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Ffmpeg } from '../decoder-setting.ts';

/** libavutil 56 belongs to ffmpeg 4, 57 to 5, and so on. */
const LIBRARY_AHEAD = 52;
const PROGRAM = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';

/** The configured program, else the one on the path, else the one that came with npm. Undefined when none runs. */
export async function findFfmpeg(
  configuredPath: string | undefined,
  searchPath = process.env.PATH ?? '',
): Promise<Ffmpeg | undefined> {
  if (configuredPath) return started(configuredPath);
  for (const folder of searchPath.split(path.delimiter).filter(Boolean)) {
    const candidate = path.join(folder, PROGRAM);
    const found = existsSync(candidate) ? await started(candidate) : undefined;
    if (found) return found;
  }
  const packaged = packagedProgram();
  return packaged ? started(packaged) : undefined;
}

/** npm may unpack it without leave to run. */
function packagedProgram(): string | undefined {
  try {
    const found = (createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string }).path;
    try {
      accessSync(found, constants.X_OK);
    } catch {
      chmodSync(found, 0o755);
    }
    return found;
  } catch {
    // The package throws a string where it has no program for this machine.
    return undefined;
  }
}

/** Runs it once: that tells whether it works here, and which options it knows. */
async function started(program: string): Promise<Ffmpeg | undefined> {
  try {
    const [version, encoders] = await Promise.all(['-version', '-encoders'].map((question) => ask(program, question)));
    // Its own version is any text of the builder's; that of this library has gone up with each major release.
    const library = /^libavutil\s+(\d+)\./m.exec(version ?? '')?.[1];
    const canWebm = /\slibvpx-vp9\s/.test(encoders ?? '');
    return library ? { path: program, majorVersion: Number(library) - LIBRARY_AHEAD, canWebm } : undefined;
  } catch {
    return undefined;
  }
}

async function ask(program: string, question: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['-hide_banner', question], { timeout: 10_000, env: {} });
  return stdout;
}
