import { rename } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { App } from '../app.ts';
import { approveRelease } from '../releases/approve-release.ts';
import { checkPictures } from '../releases/check-pictures.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient } from '../testing/test-people.ts';
import { addCheckedRequest, approve, versionOf } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { archiveFiles, makeStudy } from '../testing/test-study.ts';
import { downloadPackage } from './download-package.ts';
import { prepareRelease } from './prepare-release.ts';
import { seeRelease } from './see-release.ts';

describeWith([haveDatabase(), haveSamples()], 'preparing a release', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test?.close());

  const requester = (accessRequestId: string) => ({
    kind: 'requester' as const,
    accessRequestId,
    sessionHash: null,
    address: '127.0.0.1',
  });
  const rows = async (table: 'letter' | 'mail', accessRequestId: string) =>
    (await test.app.db.selectFrom(table).select('id').where('access_request_id', '=', accessRequestId).execute())
      .length;

  it('goes on where a killed process stopped, and says "ready" once', async () => {
    const request = await addCheckedRequest(test, { mrn: '100001' });
    const releaseId = await approve(test, request);
    let writes = 0;
    // Dies after the second of its parts is kept, then before the last word, then not at all.
    const dying: App = {
      ...test.app,
      objects: {
        ...test.app.objects,
        putBytes: (bytes) => {
          writes += 1;
          if (writes === 3) throw new Error('killed');
          return test.app.objects.putBytes(bytes);
        },
      },
    };
    await expect(prepareRelease(dying, { releaseId })).rejects.toThrow('killed');
    const dyingLater: App = {
      ...test.app,
      jobs: { ...test.app.jobs, enqueue: () => Promise.reject(new Error('killed later')) },
    };
    await expect(prepareRelease(dyingLater, { releaseId })).rejects.toThrow('killed later');
    expect(await seeRelease(test.app, requester(request.accessRequestId))).toMatchObject({
      refusal: { code: 'still-preparing' },
    });
    expect([await rows('letter', request.accessRequestId), await rows('mail', request.accessRequestId)]).toEqual([
      0, 0,
    ]);
    await prepareRelease(test.app, { releaseId });
    await prepareRelease(test.app, { releaseId });
    expect(await seeRelease(test.app, requester(request.accessRequestId))).toMatchObject({ ok: true });
    expect([await rows('letter', request.accessRequestId), await rows('mail', request.accessRequestId)]).toEqual([
      1, 1,
    ]);
  });

  it('does not say "ready" while the first picture can not be opened, and says so at the desk', async () => {
    const request = await addCheckedRequest(test, { mrn: '100002' });
    const releaseId = await approve(test, request);
    const picture = await test.app.db
      .selectFrom('derived_file')
      .innerJoin('instance', 'instance.sha256', 'derived_file.source_sha256')
      .select('derived_file.sha256')
      .where('derived_file.kind', '=', 'picture')
      .where('instance.header', 'is not', null)
      .orderBy('derived_file.made_at', 'desc')
      .execute();
    const files = picture.map(({ sha256 }) => test.app.objects.path(sha256) ?? '');
    for (const file of new Set(files)) await rename(file, `${file}.away`);
    await expect(prepareRelease(test.app, { releaseId })).rejects.toThrow('first-picture-unreadable');
    const [delivery] = await test.app.db
      .selectFrom('delivery')
      .selectAll()
      .where('release_id', '=', releaseId)
      .execute();
    expect(delivery).toMatchObject({ state: 'failed', failure_code: 'first-picture-unreadable', ready_at: null });
    for (const file of new Set(files)) await rename(`${file}.away`, file);
    await prepareRelease(test.app, { releaseId });
    expect(await seeRelease(test.app, requester(request.accessRequestId))).toMatchObject({ ok: true });
  });

  it('says at the desk when the letter lacks what every letter must say', async () => {
    const request = await addCheckedRequest(test, { mrn: '100005' });
    const releaseId = await approve(test, request);
    const { contact } = await test.app.db.selectFrom('facility').select('contact').executeTakeFirstOrThrow();
    const setContact = (to: object) =>
      test.app.db
        .updateTable('facility')
        .set({ contact: JSON.stringify(to) })
        .execute();
    await setContact({ ...contact, phone: 'ask at the door' });
    await expect(prepareRelease(test.app, { releaseId })).rejects.toThrow('letter-incomplete');
    await setContact(contact);
    await prepareRelease(test.app, { releaseId });
    expect(await seeRelease(test.app, requester(request.accessRequestId))).toMatchObject({ ok: true });
  });

  it('never begins for a release that mixes patients', async () => {
    const request = await addCheckedRequest(test, { mrn: '100003' });
    const eva = {
      'patient-name': 'LUNA^EVA',
      'patient-id': '999',
      'birth-date': '19700101',
      seed: 'eva',
      instances: '1',
    };
    await archiveFiles(test, await makeStudy(test, { ...eva, cines: '0' }));
    const foreign = await test.app.db
      .selectFrom('instance')
      .select(['id', 'sop_instance_uid'])
      .where('header', '@>', JSON.stringify({ patientId: '999' }) as never)
      .executeTakeFirstOrThrow();
    await test.app.db
      .insertInto('retrieved_instance')
      .values({
        match_id: request.matchId,
        sop_instance_uid: foreign.sop_instance_uid,
        state: 'held',
        instance_id: foreign.id,
        reason: null,
      })
      .execute();
    const input = { requestId: request.accessRequestId, version: await versionOf(test, request) };
    expect(await approveRelease(test.app, request.staff, input)).toEqual({
      ok: false,
      refusal: { code: 'mixed-patients' },
    });
    const checking = await checkPictures(test.app, request.staff, input);
    if (!checking.ok) throw new Error(checking.refusal.code);
    expect(checking.value.ready).toBe(false);
    expect(new Set(checking.value.onePatient.differing.map(({ instanceId }) => instanceId))).toEqual(
      new Set([foreign.id]),
    );
  });

  it('opens nothing for somebody who only holds the code of a request', async () => {
    const { patientId } = await addPatient(test, { mrn: '100004' });
    const request = await addRequest(test, { patientId, proved: false });
    const refused = { ok: false, refusal: { code: 'identity-not-proved' } };
    expect(await seeRelease(test.app, requester(request.accessRequestId))).toEqual(refused);
    expect(await downloadPackage(test.app, requester(request.accessRequestId))).toEqual(refused);
  });
});
