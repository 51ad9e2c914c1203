import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PdiFile, pdiFaults } from '@echoback/dicom-media';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { chooseMediaSettings } from '../facility/media-settings.ts';
import { printDiscLabel } from '../labels/print-labels.ts';
import { readAnswer } from '../testing/read-answer.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import { downloadDiscImage } from './disc-image.ts';
import { downloadForMedia } from './download-for-media.ts';
import { makeMediaSet, planMedia } from './media-set.ts';
import { prepareRelease } from './prepare-release.ts';
import { readRelease } from './read-release.ts';

const tools = {
  xorriso: withTool('xorriso'),
  sevenZip: withTool('7z'),
  dcmdump: withTool('dcmdump'),
  dciodvfy: withTool('dciodvfy'),
  pdftotext: withTool('pdftotext'),
};
const contents: Record<string, PdiFile['content']> = {
  DICOMDIR: 'dicomdir',
  'README.TXT': 'readme',
  'INDEX.HTM': 'start-page',
  DICOM: 'dicom',
  IHE_PDI: 'web',
  PICTURES: 'picture',
  REPORTS: 'report',
};
/** Less than the study, and more than the pages of a disc with the largest series. */
const cdMegabytes = 5;

describeWith([haveDatabase(), haveSamples(), ...Object.values(tools)], 'a copy that is larger than a disc', () => {
  let test: TestApp;
  let request: CheckedRequest;
  let deliveryId: string;
  let releaseId: string;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-discs-'));
    test = await openTestApp();
    const cd = { kind: 'cd' as const, recipient: { who: 'self' as const, address: ['1 River Road', 'Springfield'] } };
    const study = { instances: '18', series: '3', format: 'mono', size: '640x480', sr: '1', seed: 'three discs' };
    request = await addCheckedRequest(test, { deliveries: [cd], study });
    releaseId = await approve(test, request);
    await prepareRelease(test.app, { releaseId });
    deliveryId = (await test.app.db.selectFrom('delivery').select('id').executeTakeFirstOrThrow()).id;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await test?.close();
  });

  const plan = async (stickGigabytes = 8) => {
    const planned = await planMedia(test.app, request.staff, { deliveryId, stickGigabytes });
    if (!planned.ok) throw new Error(planned.refusal.code);
    return planned.value;
  };
  const make = (medium: 'cd' | 'usb') =>
    makeMediaSet(test.app, request.staff, { deliveryId, medium, stickGigabytes: 8 });
  const released = async () => {
    const release = await readRelease(test.app, releaseId);
    if (!release) throw new Error('no release');
    return release;
  };
  const here = (name: keyof typeof tools) => {
    const tool = tools[name];
    if (!tool.present) throw new Error(tool.reason);
    return tool.value;
  };

  it('is said to fit on one of the usual blanks, and what it takes of smaller ones before any is made', async () => {
    expect((await plan()).plans).toMatchObject([
      { medium: 'cd', capacityBytes: 737_000_000, pieces: 1 },
      { medium: 'dvd', capacityBytes: 4_700_000_000, pieces: 1 },
      { medium: 'usb', capacityBytes: 7_200_000_000, pieces: 1 },
    ]);
    const admin = await addStaff(test, 'admin');
    await chooseMediaSettings(test.app, admin, { nameOnDisc: true, cdMegabytes, dvdMegabytes: 1 });
    const [cd, dvd] = (await plan()).plans;
    expect(cd?.pieces).toBeGreaterThan(1);
    expect(dvd).toMatchObject({ pieces: null, why: 'larger-than-medium' });
    expect((await plan()).made).toBeNull();
  });

  it('lies on discs that each open by themselves, and all together are the study once', async () => {
    const pieces = (await plan()).plans[0]?.pieces ?? 0;
    expect(await make('cd')).toEqual({ ok: true, value: null });
    const { made } = await plan();
    expect(made).toMatchObject({ medium: 'cd', capacityBytes: cdMegabytes * 1e6 });
    expect(made?.pieces.length).toBe(pieces);
    const { items } = await released();
    const found = new Map<string, string>();
    const discOfSeries = new Map<string, Set<number>>();
    for (let piece = 1; piece <= pieces; piece++) {
      const out = await burn(piece, pieces);
      const listed = await referenced(out);
      const objects = filesBelow(out).filter((name) => name.startsWith('DICOM/'));
      expect(listed.sort()).toEqual(objects.sort());
      for (const name of objects) {
        expect(found.has(name), `${name} is on two discs`).toBe(false);
        found.set(
          name,
          createHash('sha256')
            .update(readFileSync(path.join(out, name)))
            .digest('hex'),
        );
        const series = items.find(({ fileId }) => fileId === name)?.seriesInstanceUid ?? '';
        discOfSeries.set(series, (discOfSeries.get(series) ?? new Set()).add(piece));
      }
    }
    expect(found).toEqual(new Map(items.map(({ fileId, exported }) => [fileId, exported.sha256])));
    for (const [series, discs] of discOfSeries) expect(discs.size, series).toBe(1);
  });

  /** The image as staff get it, taken apart by two programs that must agree; answers the folder. */
  async function burn(piece: number, of: number): Promise<string> {
    const answer = await downloadDiscImage(test.app, request.staff, { deliveryId, piece });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const bytes = await readAnswer(answer.value);
    expect(bytes.length).toBe(answer.value.sizeBytes);
    expect(bytes.length).toBeLessThanOrEqual(cdMegabytes * 1e6);
    const image = path.join(folder, `${piece}.iso`);
    writeFileSync(image, bytes);
    const [byUdf, byJoliet] = [path.join(folder, `udf-${piece}`), path.join(folder, `joliet-${piece}`)];
    expect((await here('sevenZip')(['x', '-tudf', `-o${byUdf}`, image])).stdout).toContain('Everything is Ok');
    mkdirSync(byJoliet);
    const read = await here('xorriso')(['-osirrox', 'on', '-indev', image, '-extract', '/', byJoliet]);
    expect(read.code, read.stderr).toBe(0);
    const names = filesBelow(byUdf);
    expect(filesBelow(byJoliet)).toEqual(names);
    for (const name of names) {
      expect(readFileSync(path.join(byUdf, name)).equals(readFileSync(path.join(byJoliet, name))), name).toBe(true);
    }
    expect(
      pdiFaults(names.map((name) => ({ name, content: contents[name.split('/')[0] ?? ''] ?? 'picture' }))),
    ).toEqual([]);
    const readme = readFileSync(path.join(byUdf, 'README.TXT'), 'ascii');
    expect(readme).toContain(`Disc ${piece} of ${of}`);
    expect(readme).toContain('on this disc:');
    return byUdf;
  }

  /** What the DICOMDIR lists, by DCMTK; dicom3tools finds nothing wrong with it. */
  async function referenced(out: string): Promise<string[]> {
    const verdict = await here('dciodvfy')(['DICOMDIR'], { cwd: out });
    expect(`${verdict.stdout}${verdict.stderr}`).not.toMatch(/^Error/m);
    const dump = await here('dcmdump')(['-q', '+L', '+P', '0004,1500', 'DICOMDIR'], { cwd: out });
    return [...dump.stdout.matchAll(/\[(DICOM\\[^\]]+)\]/g)].map((match) =>
      (match[1] ?? '').trim().replaceAll('\\', '/'),
    );
  }

  it('names on each disc and its label which of how many it is, and the patient as the settings say', async () => {
    const pieces = (await plan()).made?.pieces ?? [];
    const label = async (piece: number, patientName?: 'yes' | 'no') => {
      const printed = await printDiscLabel(test.app, request.staff, { deliveryId, piece, patientName });
      if (!printed.ok) throw new Error(printed.refusal.code);
      const file = path.join(folder, 'label.pdf');
      writeFileSync(file, await readAnswer(printed.value));
      return (await here('pdftotext')(['-layout', file, '-'])).stdout;
    };
    for (const { number } of pieces) {
      const text = await label(number);
      expect(text).toContain(`disc ${number} of ${pieces.length}`);
      expect(text).toContain('Rivera');
    }
    expect(await label(1, 'no')).not.toContain('Rivera');
    const events = await test.app.db
      .selectFrom('audit_event')
      .select('objects')
      .where('type', '=', 'label.printed')
      .orderBy('sequence')
      .execute();
    expect(events.map(({ objects }) => objects)).toMatchObject([
      ...pieces.map(({ number }) => ({ deliveryId, label: 'disc', named: true, piece: number })),
      { deliveryId, label: 'disc', named: false, piece: 1 },
    ]);
  });

  it('gives a disc again with the same bytes, and none that was never dealt out', async () => {
    const once = await downloadDiscImage(test.app, request.staff, { deliveryId, piece: 2 });
    if (!once.ok) throw new Error(once.refusal.code);
    expect((await readAnswer(once.value)).equals(readFileSync(path.join(folder, '2.iso')))).toBe(true);
    const beyond = await downloadDiscImage(test.app, request.staff, { deliveryId, piece: 99 });
    expect(beyond).toEqual({ ok: false, refusal: { code: 'not-found' } });
    const audited = await test.app.db
      .selectFrom('audit_event')
      .select('objects')
      .where('type', '=', 'media-set.made')
      .execute();
    expect(audited).toMatchObject([{ objects: { deliveryId, medium: 'cd' } }]);
  });

  it('is one piece with all of it where it fits: the package as it is', async () => {
    // The newest set counts, and this clock stands.
    test.clock.advance(1000);
    expect(await make('usb')).toEqual({ ok: true, value: null });
    const [whole, stick] = await Promise.all([
      downloadForMedia(test.app, request.staff, { deliveryId }),
      downloadForMedia(test.app, request.staff, { deliveryId, piece: 1 }),
    ]);
    if (!whole.ok || !stick.ok) throw new Error('no package');
    expect(stick.value.etag).toBe(whole.value.etag);
    expect((await plan()).made?.pieces).toMatchObject([{ number: 1 }]);
  });
});

function filesBelow(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
