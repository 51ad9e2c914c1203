import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import type { Have } from '../../../scripts/peers/have.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { type Tool, withTool } from '../../../scripts/peers/tools.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { startSession } from '../identity/session.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openTestDoor } from '../testing/test-door.ts';
import { addPatient } from '../testing/test-people.ts';
import { addCheckedRequest, approve } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { forgetMadeCopies } from './made-copies.ts';
import { prepareRelease } from './prepare-release.ts';

const unzip = withTool('unzip');
const dcmdump = withTool('dcmdump');

describeWith([haveDatabase(), haveSamples(), unzip, dcmdump], 'a copy to share, at the door', () => {
  let house: TestApp;
  let server: FastifyInstance;
  let own: string;
  let stranger: string;
  let items: { ordinal: number; kind: string }[];

  beforeAll(async () => {
    house = await openTestApp();
    server = await openTestDoor(house);
    const study = { instances: '3', cines: '1', frames: '6', size: '320x240', sr: '1' };
    const request = await addCheckedRequest(house, { study });
    await prepareRelease(house.app, { releaseId: await approve(house, request) });
    own = await sessionOf(request.accessRequestId);
    const { patientId } = await addPatient(house, { familyName: 'Luna', mrn: '005555' });
    const other = await addRequest(house, { patientId, proved: true });
    stranger = await sessionOf(other.accessRequestId);
    const release = JSON.parse((await get('/api/portal/release')).rawPayload.toString()) as {
      exams: { items: { ordinal: number; kind: string }[] }[];
    };
    items = release.exams.flatMap((exam) => exam.items);
  });
  afterAll(async () => {
    await forgetMadeCopies(house.app);
    await server.close();
    await house.close();
  });

  async function sessionOf(accessRequestId: string): Promise<string> {
    return (await startSession(house.app.db, house.app, { kind: 'requester', accessRequestId })).token;
  }
  const get = (url: string, session = own, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'GET',
      url,
      headers: {
        host: '127.0.0.1:8460',
        'sec-fetch-site': 'same-origin',
        cookie: `echoback-portal=${session}`,
        ...headers,
      },
    });
  const ordinalOf = (kind: string) => items.find((item) => item.kind === kind)?.ordinal ?? -1;
  const pathOf = (kind: string) => `/api/portal/release/share-safe/${ordinalOf(kind)}`;
  const tool = (need: Have<Tool>) => {
    if (!need.present) throw new Error(need.reason);
    return need.value;
  };
  const events = async () =>
    house.app.db
      .selectFrom('audit_event')
      .select(['type', 'outcome', 'objects', 'reason'])
      .where('type', '=', 'share-safe.made')
      .orderBy('sequence')
      .execute();

  it('is planned by the picture itself, and a clip by its frames', async () => {
    expect((await get(pathOf('still'))).json()).toMatchObject({ frames: 1, views: [0], plan: { kind: 'boxes' } });
    expect((await get(pathOf('clip'))).json()).toMatchObject({ frames: 6, surroundChanges: false });
    expect((await get(pathOf('structured-report'))).json()).toMatchObject({ code: 'not-playable' });
  });

  it('is looked at first: inline, told as a look and not as a copy that was made', async () => {
    const seen = await get(`${pathOf('still')}/copy`);
    expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(seen.headers['content-disposition']).toMatch(/^inline/);
    const clip = await get(`${pathOf('clip')}/copy?as=mp4`);
    expect([clip.statusCode, clip.headers['content-type']]).toEqual([200, 'video/mp4']);
    expect(await events()).toEqual([]);
  });

  it('plays in ranges, each of them a part of the same file', async () => {
    const address = `${pathOf('clip')}/copy?as=mp4`;
    const whole = (await get(address)).rawPayload;
    const part = await get(address, own, { range: 'bytes=100-299' });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload.equals(whole.subarray(100, 300))).toBe(true);
    // Made again from nothing it is the same file, so that a download can go on.
    await forgetMadeCopies(house.app);
    expect((await get(address)).rawPayload.equals(whole)).toBe(true);
  });

  it.each([
    ['still', 'jpeg', 'ultrasound picture.jpg'],
    ['still', 'png', 'ultrasound picture.png'],
    ['still', 'dicom', 'ultrasound picture.dcm'],
    ['clip', 'mp4', 'ultrasound clip.mp4'],
    ['clip', 'dicom', 'ultrasound picture.dcm'],
  ])(
    'of a %s is saved as %s under a name that says nothing, and holds nothing of the person',
    async (kind, as, name) => {
      const before = (await events()).length;
      const saved = await get(`${pathOf(kind)}/copy?as=${as}&save=yes`);
      expect(saved.statusCode).toBe(200);
      expect(saved.headers['content-disposition']).toContain(`attachment; filename="${name}"`);
      expect(saved.rawPayload.toString('latin1')).not.toMatch(/rivera|004471|19930412|SYNTHETIC HOSPITAL|REFERRING/i);
      const told = (await events()).slice(before);
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ outcome: 'success', objects: { copies: [`${ordinalOf(kind)} ${as}`] } });
    },
  );

  it('comes with others in one ZIP, in the order that was asked for, with one study of new UIDs', async () => {
    const of = [ordinalOf('still'), ordinalOf('clip')].join(',');
    const zip = await get(`/api/portal/release/share-safe-copies?of=${of}&as=png`);
    expect(zip.headers['content-disposition']).toContain('ultrasound pictures.zip');
    const folder = path.join(house.folder, 'shared');
    await mkdir(folder);
    await writeFile(path.join(folder, 'copy.zip'), zip.rawPayload);
    const { stdout } = await tool(unzip)(['-Z1', 'copy.zip'], { cwd: folder });
    expect(stdout.trim().split('\n')).toEqual(['ultrasound picture 01.png', 'ultrasound clip 02.mp4']);
    expect((await tool(unzip)(['-tq', 'copy.zip'], { cwd: folder })).code).toBe(0);

    const objects = await get(`/api/portal/release/share-safe-copies?of=${of}&as=dicom`);
    await writeFile(path.join(folder, 'objects.zip'), objects.rawPayload);
    await tool(unzip)(['-q', 'objects.zip', '-d', 'objects'], { cwd: folder });
    const uid = async (file: string, tag: string) =>
      /\[(.+)\]/.exec((await tool(dcmdump)(['-q', '+P', tag, path.join(folder, 'objects', file)])).stdout)?.[1];
    const [first, second] = ['ultrasound picture 01.dcm', 'ultrasound picture 02.dcm'];
    const study = await uid(first, '0020,000d');
    expect(study).toMatch(/^2\.25\.\d{10,39}$/);
    expect(await uid(second, '0020,000d')).toBe(study);
    expect(await uid(second, '0008,0018')).not.toBe(await uid(first, '0008,0018'));
  });

  it('is refused with its reason, and told, when the check finds something', async () => {
    const copy = `${pathOf('clip')}/copy?as=dicom`;
    const file = path.join(house.folder, 'clip.dcm');
    await writeFile(file, (await get(copy)).rawPayload);
    // A record number that is also how much smaller the frames became, (0028,2112): no word, but it would be found.
    const ratio = /\[([\d.\\]{5,})\]/.exec((await tool(dcmdump)(['-q', '+P', '0028,2112', file])).stdout)?.[1] ?? '';
    expect(ratio).not.toBe('');
    const call = (mrn: string) => house.app.db.updateTable('patient_identifier').set({ mrn });
    await call(ratio).where('mrn', '=', '004471').execute();
    expect((await get(copy)).json()).toMatchObject({ status: 409, code: 'not-share-safe' });
    expect((await events()).at(-1)).toMatchObject({ outcome: 'refused', reason: 'not-share-safe' });
    await call('004471').where('mrn', '=', ratio).execute();
    expect((await get(copy)).statusCode).toBe(200);
    expect(JSON.stringify(await events())).not.toMatch(/rivera|004471/i);
  });

  it('is nobody else’s: a stranger finds nothing, and nobody without a session gets anything', async () => {
    const addresses = [pathOf('still'), `${pathOf('still')}/copy`, `${pathOf('clip')}/copy?as=mp4`];
    for (const address of [...addresses, `/api/portal/release/share-safe-copies?of=${ordinalOf('still')}`]) {
      expect((await get(address, stranger)).statusCode, address).toBe(404);
      expect((await get(address, 'nobody')).statusCode, address).toBe(401);
    }
    expect((await get('/api/portal/release/share-safe/999/copy')).statusCode).toBe(404);
    expect((await get('/api/portal/release/share-safe-copies?of=1;2')).statusCode).toBe(400);
  });

  it('leaves the account unbroken and without a name', async () => {
    expect(await verifyAudit(house.app.db, house.app.facilityId)).toMatchObject({ ok: true });
  });
});
