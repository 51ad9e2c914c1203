import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeStudiesScript } from '../../scripts/samples.ts';
import { contract } from '../../server/src/contract/index.ts';
import type { Facility } from '../facility.ts';

/** Ana Rivera, as the demo facility's directory knows her. */
const anaRivera = { 'patient-name': 'RIVERA^ANA', 'patient-id': '004471', 'birth-date': '19930412' };

/** U1 of the scenarios: 42 stills, 9 clips and the final report of one abdomen exam. */
export const u1 = {
  'study-date': '20261203',
  'study-description': 'US ABDOMEN COMPLETE',
  seed: 'U1',
  instances: '51',
  cines: '9',
  pdf: '1',
};

export type MadeFile = { bytes: Buffer; sopInstanceUid: string; frames: number };

/** Makes a study (options as of `make-studies`), of Ana Rivera where nothing else is said. */
export function madeStudy(options: Record<string, string>): MadeFile[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'echoback-made-'));
  const args = Object.entries({ ...anaRivera, ...options, out: folder }).flatMap(([name, value]) => [
    `--${name}`,
    value,
  ]);
  const listed = execFileSync(makeStudiesScript, [...args, '--list'], { encoding: 'utf8', maxBuffer: 1 << 24 });
  const rows = listed.split('\n').flatMap((line) => {
    const [file = '', sopInstanceUid = '', , , frames = ''] = line.split('\t');
    return file.endsWith('.dcm') ? [{ file, sopInstanceUid, frames: Number(frames) }] : [];
  });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = rows.map(({ file, ...row }) => {
    const name = names.find((one) => file.endsWith(one) && one.endsWith('.dcm'));
    if (!name) throw new Error(`${file} was listed and not written`);
    return { ...row, bytes: readFileSync(path.join(folder, name)) };
  });
  rmSync(folder, { recursive: true });
  return files;
}

/** Puts files into the built-in archive, as an administrator does at the desk. */
export async function archive({ url, staffPassword }: Facility, files: readonly MadeFile[]): Promise<void> {
  const signedIn = await fetch(`${url}${contract.staffSignIn.path}`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: staffPassword }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  for (const { bytes } of files) {
    const stored = await fetch(`${url}${contract.importStudy.path}`, {
      method: 'POST',
      headers: { origin: url, cookie, 'content-type': contract.importStudy.upload.mediaType },
      body: Uint8Array.from(bytes),
    });
    if (!stored.ok) throw new Error(`a file was not stored: ${stored.status}`);
  }
}
