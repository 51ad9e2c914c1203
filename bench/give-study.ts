import { readFile } from 'node:fs/promises';
import { type Facility, newestCode } from '../e2e/facility.ts';
import { type ApiClient, openClient, until } from './api-client.ts';
import { type MadeStudy, madePatient } from './made-study.ts';

/** Uploads at once: the archive hashes and syncs each one. */
const uploadsAtOnce = 4;
const typedEmail = 'ana.bench@example.org';

/** A patient who may now download: the cookie that she would send. */
export type GivenStudy = { cookie: string; packageBytes: number };

/**
 * The main job from the archive to "ready", over the same API that the screens use, and a sign-in by code at the end:
 * what is measured afterwards is what a patient gets.
 */
export async function giveStudy(
  facility: Facility,
  study: MadeStudy,
  say: (text: string) => void,
): Promise<GivenStudy> {
  const desk = openClient(facility.url);
  await desk.call('POST', '/api/desk/sign-ins', { username: 'desk', password: facility.staffPassword });
  say(`importing ${study.files.length} files`);
  await importFiles(desk, study.files);
  const reference = await askForCopy(facility);
  const requestId = await approveCopy(desk, reference, say);
  await until('the copy', 600, async () => {
    const file = await desk.call<RequestFile>('GET', `/api/desk/requests/${requestId}`);
    const failed = file.deliveries.find(({ state }) => state === 'failed');
    if (failed) throw new Error(`the delivery failed: ${failed.failureCode}`);
    return file.deliveries.every(({ state }) => state === 'delivered') || undefined;
  });
  const patient = await signIn(facility, reference);
  const release = await patient.call<{ package: { sizeBytes: number } }>('GET', '/api/portal/release');
  return { cookie: patient.cookieHeader(), packageBytes: release.package.sizeBytes };
}

async function importFiles(desk: ApiClient, files: readonly string[]): Promise<void> {
  const waiting = files.values();
  const lane = async () => {
    for (const file of waiting)
      await desk.upload('/api/desk/archive/instances', 'application/dicom', await readFile(file));
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, lane));
}

async function askForCopy(facility: Facility): Promise<string> {
  const browser = openClient(facility.url);
  const { codeId } = await browser.call<{ codeId: string }>('POST', '/api/contact-codes', {
    email: typedEmail,
    language: 'en',
  });
  const code = await newestCode(facility, typedEmail);
  await browser.call('POST', `/api/contact-codes/${codeId}/confirmation`, { code });
  const { familyName, givenName, birthDate, mrn } = madePatient;
  const name = `${givenName} ${familyName}`;
  const { reference } = await browser.call<{ reference: string }>('POST', '/api/requests', {
    language: 'en',
    patient: { familyName, givenName, birthDate, mrn },
    requester: { is: 'self', name },
    examItems: [{ examType: 'pregnancy', onOrAfter: '2026-09-01', onOrBefore: '2026-10-31' }],
    deliveries: [{ kind: 'online' }],
    contactCodeId: codeId,
    signedName: name,
  });
  return reference;
}

type RequestFile = {
  version: number;
  state: string;
  examItems: { id: string; state: string; matches: { retrieval: { state: string; derived: number } }[] }[];
  deliveries: { state: string; failureCode: string | null }[];
};

/** What staff do: tie the patient, judge a photo ID, search, match, look, approve. */
async function approveCopy(desk: ApiClient, reference: string, say: (text: string) => void): Promise<string> {
  const { rows } = await desk.call<{ rows: { id: string; reference: string }[] }>(
    'POST',
    '/api/desk/request-searches',
    {},
  );
  const requestId = rows.find((row) => row.reference === reference)?.id ?? '';
  const { familyName, givenName, birthDate, mrn } = madePatient;
  const { patientId } = await desk.call<{ patientId: string }>('POST', '/api/desk/patients', {
    familyName,
    givenName,
    birthDate,
    sex: 'F',
    identifiers: [{ mrn, issuer: 'BENCH' }],
  });
  const at = `/api/desk/requests/${requestId}`;
  await desk.call('PUT', `${at}/patient`, { patientId });
  await desk.call('POST', `${at}/identity-proofs`, { method: 'photo-id', evidence: 'Driving licence at the desk' });
  const [item] = (await desk.call<RequestFile>('GET', at)).examItems;
  const search = await desk.call<{
    id: string;
    candidates: { imageSourceId: string; studyInstanceUid: string; instanceCount: number }[];
  }>('POST', `${at}/searches`, { examItemId: item?.id, mrn });
  const candidate = [...search.candidates].sort((a, b) => b.instanceCount - a.instanceCount)[0];
  if (!candidate) throw new Error('the archive does not find the study');
  const { imageSourceId, studyInstanceUid } = candidate;
  const match = { searchId: search.id, imageSourceId, studyInstanceUid };
  await desk.call('POST', `/api/desk/exam-items/${item?.id}/matches`, match);
  say('fetching the study and making its pictures');
  const checked = await until('the pictures', 1800, async () => {
    const file = await desk.call<RequestFile>('GET', at);
    return file.examItems.every(({ state }) => state === 'checking') ? file : undefined;
  });
  await desk.call('GET', `${at}/checking`);
  await desk.call('POST', `${at}/release`, { version: checked.version });
  return requestId;
}

async function signIn(facility: Facility, reference: string): Promise<ApiClient> {
  const patient = openClient(facility.url);
  const askedAt = Date.now();
  const { codeId } = await patient.call<{ codeId: string }>('POST', '/api/sign-in-codes', {
    reference,
    language: 'en',
  });
  const code = await newestCode(facility, typedEmail, askedAt - 1000);
  await patient.call('POST', '/api/sign-ins', { codeId, code });
  return patient;
}
