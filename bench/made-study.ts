import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeStudiesScript } from '../scripts/samples.ts';

export type MadeStudy = { folder: string; files: string[]; totalBytes: number };

/** The patient that all made studies are of; the bench puts her into the directory. */
export const madePatient = { familyName: 'Rivera', givenName: 'Ana', birthDate: '1993-04-12', mrn: '004471' };

/** A scanner's still of today: 1584x1188 JPEG, about half a megabyte. */
const stillOptions = {
  size: '1584x1188',
  cines: '0',
  quality: '100',
  'patient-name': 'RIVERA^ANA',
  'patient-id': madePatient.mrn,
  'birth-date': madePatient.birthDate.replaceAll('-', ''),
  'study-date': '20261001',
};

/** Makes a study once; the next run with the same options finds it in the temporary folder. */
export async function makeStudy(
  instances: number,
  size: string | undefined,
  say: (text: string) => void,
): Promise<MadeStudy> {
  const options = {
    ...stillOptions,
    instances: String(instances),
    seed: `bench-${instances}`,
    ...(await scaled(instances, size)),
  };
  return madeWith(options, say);
}

/** One cine of so many frames of 800x600, in an encoding of the generator's. */
export function makeCine(format: 'jpeg' | 'rgb', frames: number, say: (text: string) => void): Promise<MadeStudy> {
  return madeWith({ instances: '1', cines: '1', format, frames: String(frames), seed: 'bench-cine' }, say);
}

async function madeWith(options: Record<string, string>, say: (text: string) => void): Promise<MadeStudy> {
  if (!existsSync(makeStudiesScript))
    throw new Error(`The generator is not at ${makeStudiesScript}: set ECHOBACK_SAMPLES`);
  const key = createHash('sha256')
    .update(JSON.stringify(options))
    .update(readFileSync(makeStudiesScript))
    .digest('hex');
  const folder = path.join(tmpdir(), 'echoback-bench', key.slice(0, 16));
  if (!existsSync(folder)) {
    say(`making a study in ${folder}`);
    const making = `${folder}.making`;
    await mkdir(making, { recursive: true });
    const args = Object.entries({ ...options, out: making }).flatMap(([name, value]) => [`--${name}`, value]);
    await promisify(execFile)(process.execPath, [makeStudiesScript, ...args], { maxBuffer: 64 * 1024 * 1024 });
    await rename(making, folder);
  }
  return measured(folder);
}

/** JPEG quality is the knob of a still's size: the one that comes nearest is taken. */
async function scaled(instances: number, size: string | undefined): Promise<Record<string, string>> {
  if (size === undefined) return {};
  const wanted = bytesOf(size) / instances;
  // Measured on this generator: bytes of a 1584x1188 still at these qualities.
  const known: [quality: number, bytes: number][] = [
    [50, 133_000],
    [70, 164_000],
    [85, 212_000],
    [90, 251_000],
    [95, 330_000],
    [97, 391_000],
    [100, 514_000],
  ];
  const [quality] = known.reduce((best, each) =>
    Math.abs(each[1] - wanted) < Math.abs(best[1] - wanted) ? each : best,
  );
  return { quality: String(quality) };
}

function bytesOf(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([KMG]?)$/i.exec(text) ?? [];
  if (number === undefined) throw new Error('--size must be like 250M, 1G or 1000000');
  return Number(number) * { '': 1, K: 1e3, M: 1e6, G: 1e9 }[(unit ?? '').toUpperCase() as '' | 'K' | 'M' | 'G'];
}

async function measured(folder: string): Promise<MadeStudy> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  let totalBytes = 0;
  for (const file of files) totalBytes += (await stat(file)).size;
  return { folder, files, totalBytes };
}
