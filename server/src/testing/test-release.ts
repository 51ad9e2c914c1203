import type { StaffActor } from '../identity/actor.ts';
import { hashSecret } from '../identity/secret-hash.ts';
import { approveRelease } from '../releases/approve-release.ts';
import type { TestApp } from './test-app.ts';
import { addPatient, addStaff } from './test-people.ts';
import { addRequest, type MadeRequest, type TestRequest } from './test-request.ts';
import { archiveFiles, fetchStudy, makeStudy, matchStudy } from './test-study.ts';

export const testPasscode = '7Q4M2KXV';

export type CheckedRequest = MadeRequest & { staff: StaffActor; matchId: string };

/** A request whose study was found and fetched: everything is ready for somebody to look and approve. */
export async function addCheckedRequest(
  test: TestApp,
  wish: TestRequest & { study?: Record<string, string>; mrn?: string } = {},
): Promise<CheckedRequest> {
  const staff = await addStaff(test);
  const mrn = wish.mrn ?? '004471';
  const { patientId } = await addPatient(test, { mrn });
  const request = await addRequest(test, { patientId, proved: true, ...wish });
  const study = { instances: '2', cines: '0', 'patient-id': mrn, seed: `study ${mrn}`, ...wish.study };
  await archiveFiles(test, await makeStudy(test, study));
  const [examItemId = ''] = request.examItemIds;
  const matchId = await matchStudy(test, staff, { accessRequestId: request.accessRequestId, examItemId }, { mrn });
  await fetchStudy(test, matchId);
  return { ...request, staff, matchId };
}

/** A third party's secure link, as a request keeps it: with the hash of `testPasscode`. */
export async function linkFor({ app }: TestApp, email = 'dr.patel@clinic.example') {
  const passcodeHash = await hashSecret(app, testPasscode);
  const recipient = { who: 'third-party' as const, name: 'Dr Priya Patel', email, passcodeHash };
  return { kind: 'secure-link' as const, recipient };
}

export async function approve(test: TestApp, request: CheckedRequest): Promise<string> {
  const approved = await approveRelease(test.app, request.staff, {
    requestId: request.accessRequestId,
    version: await versionOf(test, request),
  });
  if (!approved.ok) throw new Error(`not approved: ${approved.refusal.code}`);
  return approved.value.releaseId;
}

export async function versionOf({ app }: TestApp, { accessRequestId }: MadeRequest): Promise<number> {
  const row = await app.db
    .selectFrom('access_request')
    .select('version')
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  return row.version;
}
