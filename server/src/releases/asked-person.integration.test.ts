import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { choosePatient } from '../requests/choose-patient.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient } from '../testing/test-people.ts';
import { addCheckedRequest, approve, versionOf } from '../testing/test-release.ts';
import { approveRelease } from './approve-release.ts';
import { checkPictures } from './check-pictures.ts';

describeWith([haveDatabase(), haveSamples()], 'a request tied to another person of the same name', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test?.close());

  it('gives none of their pictures, however it was tied, until somebody writes why it is them', async () => {
    const mrn = '200001';
    const { patientId } = await addPatient(test, { mrn, issuer: 'OTHER', birthDate: '1989-11-02' });
    // Written straight into the database: the choice itself was never asked.
    const request = await addCheckedRequest(test, { mrn, patientId, study: { 'birth-date': '19891102' } });
    const input = { requestId: request.accessRequestId, version: await versionOf(test, request) };
    const refused = { ok: false, refusal: { code: 'differs-from-request' } };
    expect(await approveRelease(test.app, request.staff, input)).toEqual(refused);
    const checking = await checkPictures(test.app, request.staff, input);
    if (!checking.ok) throw new Error(checking.refusal.code);
    expect(checking.value).toMatchObject({ ready: false, onePatient: { ok: false, checked: 2 } });
    expect(checking.value.exams.flatMap(({ items }) => items.map(({ samePatient }) => samePatient))).not.toContain(
      true,
    );

    const choose = { requestId: request.accessRequestId, patientId };
    expect(await choosePatient(test.app, request.staff, choose)).toEqual(refused);
    const reason = 'Birth date mistyped; licence seen.';
    expect((await choosePatient(test.app, request.staff, { ...choose, reason })).ok).toBe(true);
    expect(await approve(test, request)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
