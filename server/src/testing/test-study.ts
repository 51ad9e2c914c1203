import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeStudiesScript } from '../../../scripts/samples.ts';
import type { StaffActor } from '../identity/actor.ts';
import { confirmMatch } from '../imaging/confirm-match.ts';
import { deriveStudy } from '../imaging/derive-study.ts';
import { retrieveStudy } from '../imaging/retrieve-study.ts';
import { searchStudies } from '../imaging/search-studies.ts';
import { storeInstance } from '../imaging/store-instance.ts';
import type { TestApp } from './test-app.ts';

/** Ana Rivera as `addPatient` knows her, in small pictures. */
const anaRivera = {
  'patient-name': 'RIVERA^ANA',
  'patient-id': '004471',
  'birth-date': '19930412',
  'study-date': '20261001',
  size: '160x120',
};

/** Writes a made study; options as of `make-studies`. Returns its files in order. */
export async function makeStudy({ folder }: TestApp, options: Record<string, string> = {}): Promise<string[]> {
  const out = await mkdtemp(path.join(folder, 'study-'));
  await cp(await madeOnce({ ...anaRivera, ...options }), out, { recursive: true });
  const files = await readdir(out, { recursive: true });
  return files
    .filter((file) => file.endsWith('.dcm'))
    .sort()
    .map((file) => path.join(out, file));
}

/** The same options give the same bytes, and drawing them takes seconds: each study is made once on a machine. */
async function madeOnce(options: Record<string, string>): Promise<string> {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const script = await readFile(makeStudiesScript);
  const key = createHash('sha256').update(script).update(JSON.stringify(args)).digest('hex').slice(0, 32);
  const kept = path.join(tmpdir(), 'echoback-made-studies', key);
  if (existsSync(kept)) return kept;
  await mkdir(path.dirname(kept), { recursive: true });
  const making = await mkdtemp(`${kept}-`);
  await promisify(execFile)(makeStudiesScript, [...args, '--out', making]);
  // Another test may have been quicker with the same.
  await rename(making, kept).catch(() => rm(making, { recursive: true }));
  return kept;
}

/** Puts files into the built-in archive. */
export async function archiveFiles({ app }: TestApp, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const stored = await storeInstance(app, { kind: 'program', job: 'test' }, createReadStream(file));
    if (!stored.ok || stored.value.stored === 'quarantined') throw new Error(`not stored: ${JSON.stringify(stored)}`);
  }
}

/** Searches for the request's patient and confirms the study, as staff would; answers the match. */
export async function matchStudy(
  { app }: TestApp,
  staff: StaffActor,
  request: { accessRequestId: string; examItemId: string },
  search: { birthDate?: string; mrn?: string; nearMissReason?: string; studyInstanceUid?: string } = {},
): Promise<string> {
  const { nearMissReason, studyInstanceUid, ...query } = search;
  const { examItemId } = request;
  const asked = { requestId: request.accessRequestId, examItemId, mrn: '004471', ...query };
  const found = await searchStudies(app, staff, asked);
  if (!found.ok) throw new Error(`not searched: ${found.refusal.code}`);
  const { id: searchId, candidates } = found.value;
  const candidate = candidates.find((each) => !studyInstanceUid || each.studyInstanceUid === studyInstanceUid);
  if (!candidate) throw new Error('no candidate');
  const { imageSourceId } = candidate;
  const input = { examItemId, searchId, imageSourceId, studyInstanceUid: candidate.studyInstanceUid, nearMissReason };
  const match = await confirmMatch(app, staff, input);
  if (!match.ok) throw new Error(`not matched: ${match.refusal.code}`);
  return match.value.matchId;
}

/** Runs the jobs of a confirmed match to their end: listed, fetched, made visible. */
export async function fetchStudy({ app }: TestApp, matchId: string): Promise<void> {
  const { signal } = new AbortController();
  const retrieved = await retrieveStudy(app, { matchId, signal });
  if (!retrieved.ok) throw new Error(`not retrieved: ${retrieved.refusal.code}`);
  const derived = await deriveStudy(app, { matchId, signal });
  if (!derived.ok) throw new Error(`not derived: ${derived.refusal.code}`);
}
