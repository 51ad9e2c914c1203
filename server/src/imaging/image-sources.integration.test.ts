import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveOrthanc, type Orthanc, startOrthanc, storeInOrthanc } from '../../../scripts/peers/orthanc.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import { mixedFiles } from '../sources/test-peers/given-objects.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addImageSource, listImageSources, updateImageSource } from './image-sources.ts';
import { testImageSource } from './test-image-source.ts';

const orthancHere = haveOrthanc();

describeWith([orthancHere, haveDatabase(), haveSamples()], 'Image sources', () => {
  let test: TestApp;
  let orthanc: Orthanc;
  let admin: StaffActor;
  beforeAll(async () => {
    if (!orthancHere.present) return;
    orthanc = await startOrthanc(orthancHere.value);
    await storeInOrthanc(
      orthanc,
      mixedFiles().map((file) => file.bytes),
    );
    test = await openTestApp();
    admin = await addStaff(test, 'admin');
  });
  afterAll(async () => {
    await test?.close();
    await orthanc?.stop();
  });

  const add = async (name: string, baseUrl: string) => {
    const added = await addImageSource(test.app, admin, { name, baseUrl });
    return added.ok ? added.value.imageSourceId : added.refusal;
  };
  const steps = async (imageSourceId: string) => {
    const tested = await testImageSource(test.app, admin, { imageSourceId });
    return tested.ok ? tested.value.steps.map((step) => [step.step, step.failureCode]) : tested.refusal.code;
  };

  it('are tried out by what a request will need of them', async () => {
    const id = await add('Orthanc', `${orthanc.dicomwebUrl}/`);
    if (typeof id !== 'string') throw new Error(id.code);
    expect(await steps(id)).toEqual([
      ['search', null],
      ['list', null],
      ['fetch', null],
    ]);
    const wrongPath = await add('Wrong path', `${orthanc.url}no-such-thing`);
    if (typeof wrongPath !== 'string') throw new Error(wrongPath.code);
    expect(await steps(wrongPath)).toEqual([['search', 'source-refused']]);
    expect(await steps(crypto.randomUUID())).toBe('not-found');
  });

  it('have a name of their own and an address without a password', async () => {
    await add('Once', 'http://127.0.0.1:1/dicom-web');
    expect(await add('Once', 'http://127.0.0.1:2/dicom-web')).toMatchObject({ fields: [{ pointer: '/name' }] });
    expect(await add('Secret', 'http://me:word@127.0.0.1/x')).toMatchObject({ fields: [{ pointer: '/baseUrl' }] });
  });

  it('are changed and switched off, and each change is accounted for', async () => {
    const id = await add('Before', 'http://127.0.0.1:3/dicom-web');
    if (typeof id !== 'string') throw new Error(id.code);
    const change = { imageSourceId: id, name: 'After', baseUrl: 'http://127.0.0.1:4/dw/', enabled: false };
    expect(await updateImageSource(test.app, admin, change)).toEqual({ ok: true, value: null });
    const listed = await listImageSources(test.app, admin);
    const row = listed.ok && listed.value.rows.find((one) => one.id === id);
    expect(row).toEqual({ id, kind: 'dicomweb', name: 'After', baseUrl: 'http://127.0.0.1:4/dw', enabled: false });
    const events = await test.app.db
      .selectFrom('audit_event')
      .select('objects')
      .where('type', '=', 'source.changed')
      .execute();
    expect(events.at(-1)?.objects).toMatchObject({ imageSourceId: id, change: 'switched-off' });
  });
});
