import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/**
 * Writes a made study; options as of `make-studies`. Returns its files in order. Another seed or number of a patient
 * changes the header only: the pictures are the same, with the first one's number burned in.
 */
export async function makeStudy({ folder }: TestApp, options: Record<string, string> = {}): Promise<string[]> {
  const { seed = '1', accession, ...others } = options;
  const { 'patient-id': patientId, ...drawn } = { ...anaRivera, ...others };
  const made = await madeOnce(drawn);
  const out = await mkdtemp(path.join(folder, 'study-'));
  const names = (await readdir(made, { recursive: true })).filter((name) => name.endsWith('.dcm')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(out, name.replaceAll(path.sep, '-'));
      await writeFile(file, withHeaderOf(await readFile(path.join(made, name)), seed, patientId, accession));
      return file;
    }),
  );
}

/** The generator writes explicit VR and UIDs of the 2.25 kind: each is exchanged for one of the same length. */
function withHeaderOf(file: Buffer, seed: string, patientId: string, accession?: string): Buffer {
  const digest = (text: string) => createHash('sha256').update(`${seed} ${patientId} ${text}`).digest('hex');
  const other = (uid: string) => `2.25.${BigInt(`0x1${digest(uid)}`)}`.slice(0, uid.length);
  const text = file.toString('latin1').replace(/2\.25\.\d{20,39}/g, other);
  const exam = accession ?? `A${digest('exam').slice(0, 9).toUpperCase()}`;
  return Buffer.from(withValue(withValue(text, patientIdLo, patientId), accessionSh, exam), 'latin1');
}

const [patientIdLo, accessionSh] = ['\x10\0\x20\0LO', '\x08\0\x50\0SH'];

function withValue(file: string, element: string, value: string): string {
  const at = file.indexOf(element) + element.length;
  const end = at + 2 + file.charCodeAt(at) + 256 * file.charCodeAt(at + 1);
  const even = value.length % 2 === 0 ? value : `${value} `;
  return `${file.slice(0, at)}${String.fromCharCode(even.length, 0)}${even}${file.slice(end)}`;
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
