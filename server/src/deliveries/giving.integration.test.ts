import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import type { Have } from '../../../scripts/peers/have.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { type Tool, withTool } from '../../../scripts/peers/tools.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { retrieveAgain } from '../imaging/retrieve-again.ts';
import { approveRelease } from '../releases/approve-release.ts';
import { attachReport } from '../releases/attach-report.ts';
import { checkPictures } from '../releases/check-pictures.ts';
import { readAnswer } from '../testing/read-answer.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest, type MadeRequest } from '../testing/test-request.ts';
import { archiveFiles, fetchStudy, makeStudy, matchStudy } from '../testing/test-study.ts';
import { downloadPackage } from './download-package.ts';
import { openReleaseFile } from './open-release-file.ts';
import { prepareRelease } from './prepare-release.ts';
import { seeRelease } from './see-release.ts';

const unzip = withTool('unzip');
const dcmdump = withTool('dcmdump');
const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n';

describeWith([haveDatabase(), haveSamples(), unzip, dcmdump], 'a release from the last look to the last byte', () => {
  let test: TestApp;
  let staff: StaffActor;
  let request: MadeRequest;
  let matchId: string;
  let releaseId: string;
  let whole: Buffer;
  let unpacked: string;
  let originals: string[];

  const person = (): RequesterActor => ({
    kind: 'requester',
    accessRequestId: request.accessRequestId,
    sessionHash: null,
    address: '127.0.0.1',
  });
  const readVersion = async () =>
    (
      await test.app.db
        .selectFrom('access_request')
        .select('version')
        .where('id', '=', request.accessRequestId)
        .executeTakeFirstOrThrow()
    ).version;

  beforeAll(async () => {
    test = await openTestApp();
    staff = await addStaff(test);
    const { patientId } = await addPatient(test);
    request = await addRequest(test, { patientId, proved: true, deliveries: [{ kind: 'online' }, { kind: 'usb' }] });
    originals = await makeStudy(test, {
      instances: '4',
      cines: '1',
      frames: '5',
      format: 'mixed',
      sr: '1',
      pdf: '1',
    });
    await archiveFiles(test, originals);
    const [examItemId = ''] = request.examItemIds;
    matchId = await matchStudy(test, staff, { accessRequestId: request.accessRequestId, examItemId });
    await fetchStudy(test, matchId);
    // One object is lost behind our back after the listing: it has to be named everywhere.
    const gone = await test.app.db
      .selectFrom('retrieved_instance')
      .innerJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
      .select(['retrieved_instance.sop_instance_uid', 'instance.id'])
      .where('match_id', '=', matchId)
      .where('instance.kind', '=', 'still')
      .orderBy('retrieved_instance.sop_instance_uid')
      .executeTakeFirstOrThrow();
    await test.app.db
      .updateTable('retrieved_instance')
      .set({ state: 'missing', instance_id: null, reason: 'gone-from-source' })
      .where('sop_instance_uid', '=', gone.sop_instance_uid)
      .execute();
    await test.app.db.deleteFrom('archive_instance').where('instance_id', '=', gone.id).execute();
  });
  afterAll(() => test?.close());

  it('shows staff every object with both proofs before anything is decided', async () => {
    const checking = await checkPictures(test.app, staff, { requestId: request.accessRequestId });
    if (!checking.ok) throw new Error(checking.refusal.code);
    expect(checking.value.onePatient).toEqual({ ok: true, checked: 5, differing: [] });
    expect(checking.value.complete).toMatchObject({
      ok: false,
      listed: { stills: 3, clips: 1, reports: 2, other: 0 },
      given: { stills: 2, clips: 1, reports: 2, other: 0 },
      missing: [{ kind: 'still', why: 'gone-from-source' }],
    });
    const items = checking.value.exams[0]?.items ?? [];
    expect(items.map(({ shown }) => shown)).toEqual(items.map(() => 'ready'));
    expect(items.every(({ headerName }) => headerName === 'ANA RIVERA')).toBe(true);
    expect(items.find(({ kind }) => kind === 'structured-report')?.structuredReport?.sections.length).toBeGreaterThan(
      0,
    );
  });

  it('takes a report as PDF and nothing else', async () => {
    const [examItemId = ''] = request.examItemIds;
    const upload = (text: string) => ({
      bytes: (async function* () {
        yield Buffer.from(text);
      })(),
    });
    expect(await attachReport(test.app, staff, { examItemId }, upload('<html>'))).toMatchObject({
      refusal: { code: 'not-a-pdf' },
    });
    expect(await attachReport(test.app, staff, { examItemId }, upload(pdf))).toMatchObject({ ok: true });
  });

  it('is refused with a gap that nobody explained, and when something changed since it was looked at', async () => {
    const requestId = request.accessRequestId;
    const version = await readVersion();
    const incomplete = await approveRelease(test.app, staff, { requestId, version });
    expect(incomplete).toEqual({ ok: false, refusal: { code: 'incomplete' } });
    const missingReason = 'We asked the maker of the archive to look for it.';
    const stale = await approveRelease(test.app, staff, { requestId, version: version - 1, missingReason });
    expect(stale).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } });
    const own = { ...staff, displayName: 'Rivera, Ana' };
    expect(await approveRelease(test.app, own, { requestId, version, missingReason })).toEqual({
      ok: false,
      refusal: { code: 'own-file' },
    });
  });

  it('is given with a gap only once the source was asked for it again', async () => {
    const wish = { requestId: request.accessRequestId, missingReason: 'The maker of the archive looks for it.' };
    const unasked = await approveRelease(test.app, staff, { ...wish, version: await readVersion() });
    expect(unasked).toEqual({ ok: false, refusal: { code: 'source-not-asked-again' } });
    expect(await retrieveAgain(test.app, staff, { matchId })).toMatchObject({ ok: true });
    await fetchStudy(test, matchId);
  });

  it('is frozen by approval, and opens only when it was prepared', async () => {
    const requestId = request.accessRequestId;
    const approved = await approveRelease(test.app, staff, {
      requestId,
      version: await readVersion(),
      missingReason: 'We asked the maker of the archive to look for it.',
    });
    if (!approved.ok) throw new Error(approved.refusal.code);
    releaseId = approved.value.releaseId;
    expect(await seeRelease(test.app, person())).toEqual({ ok: false, refusal: { code: 'still-preparing' } });
    await prepareRelease(test.app, { releaseId });
    await prepareRelease(test.app, { releaseId });
    const states = await test.app.db.selectFrom('delivery').select(['kind', 'state']).orderBy('kind').execute();
    expect(states).toEqual([
      { kind: 'online', state: 'delivered' },
      { kind: 'usb', state: 'ready' },
    ]);
    const letters = await test.app.db.selectFrom('letter').select('code').execute();
    expect(letters).toEqual([{ code: 'L-DONE' }]);
    const mails = await test.app.db.selectFrom('mail').select(['recipient', 'body']).execute();
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/rivera.*rivera/i);
  });

  it('shows the person what was made and what they have', async () => {
    const seen = await seeRelease(test.app, person());
    if (!seen.ok) throw new Error(seen.refusal.code);
    const [exam] = seen.value.exams;
    expect(exam?.counts.listed).toEqual({ stills: 3, clips: 1, reports: 2, other: 0 });
    expect(exam?.counts.missing).toHaveLength(1);
    expect(exam?.attachedReports).toHaveLength(1);
    const still = exam?.items.find(({ kind }) => kind === 'still');
    for (const kind of ['picture', 'thumbnail', 'png'] as const) {
      const file = await openReleaseFile(test.app, person(), { ordinal: still?.ordinal ?? -1, kind });
      if (!file.ok) throw new Error(`${kind}: ${file.refusal.code}`);
      const bytes = await readAnswer(file.value);
      expect(bytes.subarray(0, 2).toString('hex')).toBe(kind === 'png' ? '8950' : 'ffd8');
    }
  });

  it('is one ZIP of the announced length that other programs find whole', async () => {
    const file = await downloadPackage(test.app, person());
    if (!file.ok) throw new Error(file.refusal.code);
    whole = await readAnswer(file.value);
    expect(whole.byteLength).toBe(file.value.sizeBytes);
    const zip = path.join(test.folder, 'copy.zip');
    writeFileSync(zip, whole);
    expect(await output(unzip, ['-t', zip])).toContain('No errors detected');
    unpacked = path.join(test.folder, 'copy');
    mkdirSync(unpacked);
    await output(unzip, ['-q', zip, '-d', unpacked]);
    expect((await output(unzip, ['-Z1', zip])).split('\n')[0]).toBe('INDEX.HTM');
  });

  it('gives ranges that join to the whole, wherever they are cut', async () => {
    const cuts = [0, 1, 30, 4096, 70_001, whole.byteLength - 22, whole.byteLength - 1, whole.byteLength];
    const parts: Buffer[] = [];
    for (const [at, start] of cuts.slice(0, -1).entries()) {
      const file = await downloadPackage(test.app, person());
      if (!file.ok) throw new Error(file.refusal.code);
      parts.push(await readAnswer(file.value, start, cuts[at + 1]));
    }
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
  });

  it('holds the originals byte for byte, and pictures, clips and reports under names for people', () => {
    const given = filesBelow(path.join(unpacked, 'DICOM')).map(hashOf).sort();
    const made = originals.map(hashOf);
    expect(given).toHaveLength(5);
    expect(given.every((hash) => made.includes(hash))).toBe(true);
    expect(readdirSync(path.join(unpacked, 'PICTURES')).sort()).toEqual(
      ['2026-10-01 Pregnancy scan 01.jpg', '2026-10-01 Pregnancy scan 02.jpg', '2026-10-01 Pregnancy scan 03.mp4'].map(
        (name) => expect.stringMatching(name.replace(/\d\d\.\w+$/, '')) as unknown as string,
      ),
    );
    const reports = readdirSync(path.join(unpacked, 'REPORTS')).sort();
    expect(reports).toHaveLength(4);
    // The machine's measurements are there to read beside the pictures, and to print.
    expect(reports.filter((name) => name.includes('measurements'))).toEqual([
      expect.stringMatching(/measurements 01\.html$/),
      expect.stringMatching(/measurements 01\.pdf$/),
    ]);
    expect(readFileSync(path.join(unpacked, 'INDEX.HTM'), 'utf8')).toContain('Ana Rivera');
  });

  it('names what is missing in README.TXT', () => {
    const readme = readFileSync(path.join(unpacked, 'README.TXT'), 'latin1').replaceAll(/\s+/g, ' ');
    expect(readme).toContain('listed by the archive: 3 pictures, 1 clip, 2 reports');
    expect(readme).toContain('in this copy: 2 pictures, 1 clip, 2 reports');
    expect(readme).toMatch(/Missing: Picture \d+ of series \d+: the archive listed it, but no longer had it/);
    expect(readme).toContain('We asked the maker of the archive');
  });

  it('has a DICOMDIR that DCMTK reads, whose every file exists', async () => {
    const dump = await output(dcmdump, ['-q', '+P', '0004,1500', path.join(unpacked, 'DICOMDIR')]);
    const fileIds = [...dump.matchAll(/\[([^\]]+)\]/g)].map(([, id = '']) => id.split('\\').join('/'));
    expect(fileIds).toHaveLength(5);
    for (const id of fileIds) expect(statSync(path.join(unpacked, id)).isFile()).toBe(true);
  });

  it('accounts for looks and downloads once, not for each range', async () => {
    const events = await test.app.db
      .selectFrom('audit_event')
      .select(['type', 'objects'])
      .where('type', 'in', ['release.viewed', 'package.downloaded'])
      .orderBy('sequence')
      .execute();
    const told = events.map(({ type, objects }) => [type, (objects as { phase?: string }).phase ?? '']);
    expect(told).toEqual([
      ['release.viewed', ''],
      ['package.downloaded', 'started'],
      ['package.downloaded', 'ended'],
      ['package.downloaded', 'ended'],
    ]);
  });
});

async function output(tool: Have<Tool>, args: string[]): Promise<string> {
  if (!tool.present) throw new Error(tool.reason);
  const { code, stdout, stderr } = await tool.value(args);
  expect(`${code} ${stderr}`.trim()).toBe('0');
  return stdout;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
