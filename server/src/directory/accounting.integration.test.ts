import { demoFeeSchedule } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { judgeAuthority } from '../authority/judge-authority.ts';
import { recordConsent } from '../authority/judge-exam.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { readRelease } from '../deliveries/read-release.ts';
import { recordDisclosure } from '../deliveries/record-disclosure.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addCheckedRequest, approve, linkFor } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { matchStudy } from '../testing/test-study.ts';
import { readAccounting } from './read-accounting.ts';
import { sendAccounting } from './send-accounting.ts';

describeWith([haveDatabase(), haveSamples()], 'the accounting of disclosures of a minor', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
    // Ana, born on April 12, 1993, is 16.
    test.clock.set('2009-10-05T15:00:00Z');
    // No flat fee was in force then.
    const feeSchedule = JSON.stringify({ ...demoFeeSchedule, method: 'actual' });
    await test.app.db.updateTable('facility').set({ fee_schedule: feeSchedule }).execute();
  });
  afterAll(() => test?.close());

  it('tells a father of the exams that are his to have, and of no other that his daughter had sent somewhere', async () => {
    const mrn = '820001';
    const hers = await addCheckedRequest(test, { mrn, deliveries: [await linkFor(test)] });
    const releaseId = await approve(test, hers);
    await prepareRelease(test.app, { releaseId });
    const release = await readRelease(test.app, releaseId);
    const link = await test.app.db.selectFrom('delivery').select('id').executeTakeFirstOrThrow();
    if (!release) throw new Error('no release');
    await recordDisclosure(test.app.db, test.app, { release, deliveryId: link.id });
    const { patient_id } = await test.app.db
      .selectFrom('access_request')
      .select('patient_id')
      .where('id', '=', hers.accessRequestId)
      .executeTakeFirstOrThrow();
    const patientId = patient_id ?? '';
    const told = async (accessRequestId: string) => {
      const wish = { patientId, requestId: accessRequestId };
      expect(await sendAccounting(test.app, hers.staff, wish)).toMatchObject({ ok: true });
      const letter = await test.app.db
        .selectFrom('letter')
        .select('content')
        .where('access_request_id', '=', accessRequestId)
        .where('code', '=', 'L-ACCT')
        .orderBy('made_at', 'desc')
        .executeTakeFirstOrThrow();
      return JSON.stringify(letter.content);
    };
    const hersFirst = await told(hers.accessRequestId);
    expect(hersFirst).toContain('Dr Priya Patel');
    // OD-12.
    expect(hersFirst).toContain('Sent at your direction');

    test.clock.advance(60_000);
    const father = { is: 'parent', name: 'Luis Rivera' } as const;
    const his = await addRequest(test, { patientId, proved: true, requester: father });
    const { accessRequestId: requestId } = his;
    const [examItemId = ''] = his.examItemIds;
    const birth = { instrument: 'birth-certificate', whatWasSeen: 'Birth certificate', scope: [] } as const;
    await judgeAuthority(test.app, hers.staff, { requestId, ...birth, scope: [] });
    expect(await told(requestId)).not.toMatch(/Priya|sent at your direction/i);
    // The daughter asks too, and hers goes to her though his request is newer.
    expect(await told(hers.accessRequestId)).toContain('Dr Priya Patel');
    const read = await readAccounting(test.app, hers.staff, { patientId });
    expect(read.ok && read.value.askers.map(({ name, is }) => [name, is])).toEqual([
      ['Luis Rivera', 'parent'],
      ['Ana Rivera', 'self'],
    ]);

    await matchStudy(test, hers.staff, { accessRequestId: requestId, examItemId }, { mrn });
    const consent = { examItemId, category: 'other', minorWantsParent: false } as const;
    await recordConsent(test.app, hers.staff, { ...consent, basis: 'minor_statutory' });
    test.clock.advance(60_000);
    expect(await told(requestId)).not.toContain('Priya');
    await recordConsent(test.app, hers.staff, { ...consent, basis: 'parent' });
    test.clock.advance(60_000);
    expect(await told(requestId)).toContain('Dr Priya Patel');
  });
});
