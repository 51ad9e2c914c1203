import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { contract } from '../server/src/contract/index.ts';
import { rawPicture } from '../server/src/decoder/testing/compare-pictures.ts';
import { until } from './facility.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere, runTool } from './peers-here.ts';
import {
  type Asker,
  ana,
  facilityInTime,
  fetched,
  fileOf,
  matches,
  proves,
  releases,
  type Who,
} from './scenarios/facility-in-time.ts';
import { pixelsInPage } from './seen-pictures.ts';
import { desktop, openVisitor, phone, reads, type Screen, type Visitor } from './visitor.ts';
import { deskMediaWords, printWords, shareWords, shareWordsEs, viewerWords } from './words.ts';

/** Of the demo's directory: a real clip whose regions lie beyond it, because it was made smaller afterwards. */
const pla: Who = {
  givenName: 'Sample',
  familyName: 'PLA',
  birthDate: '1960-01-01',
  mrn: '204',
  onFile: 'sample.pla@example.org',
};
const traces = /rivera|\bana\b|004471|1993-?04-?12|riverside/i;

describeWith([haveChromiumHere()], 'Pictures given to others and put on paper', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'echoback-share-'));
  const f = facilityInTime('2026-11-02T09:00:00-05:00');
  const browser = browserForTests();
  let asker: Asker;

  beforeAll(async () => {
    const address = ['8 Hill Road', 'Springfield, NY 10001'];
    asker = await f.asks(ana, { deliveries: [{ kind: 'online' }, { kind: 'prints', address }] });
    const desk = await f.desk();
    await proves(f, desk, asker);
    await matches(desk, asker, /pregnan|OB/i);
    await releases(desk, asker);
    await until('the copies were ready', async () =>
      (await fileOf(desk, asker)).deliveries.every(({ state }) => state === 'ready' || state === 'delivered'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const openPictures = async (screen: Screen, story: string, whose = asker): Promise<Visitor> => {
    const visitor = await openVisitor(browser(), screen, story);
    await visitor.context.addCookies(whose.speaker.cookies());
    await visitor.page.goto(`${f.facility().url}/pictures`);
    await visitor.page.getByRole('region', { name: viewerWords('stage') }).waitFor();
    return visitor;
  };
  const dialog = ({ page }: Visitor) => page.getByRole('dialog');
  const openShare = async (visitor: Visitor, words: string = shareWords('share')) => {
    await visitor.page.getByRole('button', { name: words }).click();
    await dialog(visitor).waitFor();
    return dialog(visitor);
  };
  const saves = async ({ page }: Visitor, button: Locator): Promise<{ name: string; file: string }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const name = download.suggestedFilename();
    const file = path.join(folder, name);
    await download.saveAs(file);
    return { name, file };
  };
  const thumbnail = ({ page }: Visitor, name: string | RegExp) =>
    page.getByRole('list', { name: viewerWords('sheet') }).getByRole('button', { name });
  const looked = (of: Locator, words = shareWords('looked')) => of.getByRole('checkbox', { name: words });

  test.each([phone, desktop])(
    'on a $name a picture is seen without its banner before it can be saved',
    async (screen) => {
      const visitor = await openPictures(screen, 'share-picture');
      const share = await openShare(visitor);
      await reads(share, shareWords('cannot-typed'));
      const preview = share.getByRole('img', { name: shareWords('preview') });
      await preview.waitFor();
      await looked(share).waitFor();
      await visitor.shoot('preview');
      expect(await topRows(preview), 'the banner').toBeLessThan(24);
      // Nothing can be saved that nobody says to have looked at.
      expect(await share.getByRole('button', { name: shareWords('save', { count: 1 }) }).count()).toBe(0);
      await looked(share).check();
      const save = share.getByRole('button', { name: shareWords('save', { count: 1 }) });
      await save.scrollIntoViewIfNeeded();
      await visitor.shoot('looked-at');
      const { name, file } = await saves(visitor, save);
      expect(name).toBe('ultrasound picture.jpg');
      expect(readFileSync(file).toString('latin1')).not.toMatch(traces);
      expect(visitor.faults).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );

  test('a part that a person sets is what stays, and has to be looked at anew', async () => {
    const visitor = await openPictures(phone, 'share-part');
    const share = await openShare(visitor);
    await looked(share).check();
    await share.getByRole('button', { name: shareWords('set-part') }).click();
    await share.getByText(shareWords('draw-how')).waitFor();
    expect(await share.getByRole('button', { name: shareWords('save', { count: 1 }) }).count()).toBe(0);
    const top = share.getByRole('slider', { name: shareWords('top') });
    await top.focus();
    for (let press = 0; press < 10; press++) await visitor.page.keyboard.press('ArrowRight');
    await visitor.page.keyboard.press('Tab');
    await looked(share).waitFor();
    await visitor.shoot('part');
    await looked(share).check();
    const { file } = await saves(visitor, share.getByRole('button', { name: shareWords('save', { count: 1 }) }));
    const kept = Number(await top.inputValue());
    const { width, pixels } = await rawPicture(readFileSync(file));
    const above = pixels.subarray(0, width * 3 * (kept - 20));
    expect(above.length).toBeGreaterThan(0);
    expect(above.reduce((most, level) => Math.max(most, level), 0)).toBeLessThan(24);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  test('a clip plays as it will be saved, and shows the frames that differ', async () => {
    const visitor = await openPictures(phone, 'share-clip');
    await thumbnail(visitor, /^Clip 1/).click();
    const share = await openShare(visitor);
    const video = share.locator('video');
    await video.waitFor();
    await looked(share, shareWords('looked-clip')).waitFor({ timeout: 60_000 });
    await video.evaluate((element: HTMLVideoElement) => element.play());
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.1);
    const frames = share.getByRole('figure');
    expect(await frames.count()).toBeGreaterThanOrEqual(3);
    for (const picture of await frames.getByRole('presentation').all()) {
      await picture.evaluate((element: HTMLImageElement) => element.decode());
    }
    await visitor.shoot('clip');
    expect(await topRows(video), 'the banner').toBeLessThan(24);
    await looked(share, shareWords('looked-clip')).check();
    await share.getByRole('button', { name: shareWords('save', { count: 1 }) }).scrollIntoViewIfNeeded();
    await visitor.shoot('clip-looked-at');
    const { name, file } = await saves(visitor, share.getByRole('button', { name: shareWords('save', { count: 1 }) }));
    expect(name).toBe('ultrasound clip.mp4');
    const tags = await runTool('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'format_tags:stream_tags',
      '-of',
      'json',
      file,
    ]);
    expect(tags).not.toMatch(/title|creation_time|Lavf\d|Lavc\d|date/i);
    expect(readFileSync(file).toString('latin1')).not.toMatch(traces);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  test('nothing is masked by guess: where a clip does not say what is scan, a person sets the part', async () => {
    const other = await f.asks(pla, { examItems: [{ examType: 'heart' }] });
    const desk = await f.desk();
    await proves(f, desk, other);
    await matches(desk, other, /(?:)/, 0, 'The machine wrote no given name and no birth date.');
    await fetched(desk, other);
    const { requestId } = other;
    const { version } = await fileOf(desk, other);
    // S23: whoever chose a near miss does not also give it.
    expect(await desk.refusalOf(contract.approveRelease, { requestId, version })).toMatchObject({
      code: 'second-person-needed',
    });
    await releases(await f.signedIn({ username: 'lee', displayName: 'Lee Park', role: 'clerk' }), other);
    await until('the copy was ready', async () =>
      (await fileOf(desk, other)).deliveries.every(({ state }) => state === 'ready' || state === 'delivered'),
    );
    const visitor = await openPictures(phone, 'share-by-hand', other);
    const share = await openShare(visitor);
    await reads(share, shareWords('by-hand-outside-picture'));
    await visitor.shoot('by-hand');
    expect(await share.locator('video').count()).toBe(0);
    const top = share.getByRole('slider', { name: shareWords('top') });
    await top.focus();
    for (let press = 0; press < 5; press++) await visitor.page.keyboard.press('ArrowRight');
    await visitor.page.keyboard.press('Tab');
    await looked(share, shareWords('looked-clip')).waitFor({ timeout: 60_000 });
    await share.locator('video').scrollIntoViewIfNeeded();
    await visitor.shoot('part-set');
    expect(await topRows(share.locator('video'))).toBeLessThan(24);
    await looked(share, shareWords('looked-clip')).check();
    const save = share.getByRole('button', { name: shareWords('save', { count: 1 }) });
    expect((await saves(visitor, save)).name).toBe('ultrasound clip.mp4');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  test('several come as one ZIP, once each of them was looked at', async () => {
    const visitor = await openPictures(phone, 'share-several');
    const share = await openShare(visitor);
    await share.getByText(shareWords('which', { count: 1 })).click();
    const sheet = share.getByRole('list', { name: shareWords('sheet') });
    await sheet.getByRole('button', { name: /^Clip 1/ }).click();
    await visitor.shoot('chosen');
    await looked(share).check();
    expect(await share.getByRole('button', { name: shareWords('save', { count: 2 }) }).count()).toBe(0);
    await looked(share, shareWords('looked-clip')).check({ timeout: 60_000 });
    await share.getByLabel(shareWords('form'), { exact: true }).selectOption('png');
    await visitor.shoot('both-looked-at');
    const { name, file } = await saves(visitor, share.getByRole('button', { name: shareWords('save', { count: 2 }) }));
    expect(name).toBe('ultrasound pictures.zip');
    const listed = await runTool('unzip', ['-Z1', file]);
    expect(listed.trim().split('\n')).toEqual(['ultrasound picture 01.png', 'ultrasound clip 02.mp4']);
    expect(visitor.faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('all of it is there in Spanish', async () => {
    const visitor = await openPictures(phone, 'share-spanish');
    await visitor.page.goto(f.facility().url);
    await visitor.page.getByRole('button', { name: 'Español' }).click();
    await visitor.page.locator('html[lang="es"]').waitFor();
    await visitor.page.goto(`${f.facility().url}/pictures`);
    const share = await openShare(visitor, shareWordsEs('share'));
    await looked(share, shareWordsEs('looked')).check();
    await visitor.shoot('looked-at');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  test('a person chooses how the pictures are printed', async () => {
    const visitor = await openPictures(phone, 'print');
    await visitor.page.getByRole('button', { name: printWords('print') }).click();
    const print = dialog(visitor);
    await print.getByRole('link', { name: printWords('open') }).waitFor();
    await visitor.shoot('choices');
    await print.getByLabel(printWords('form'), { exact: true }).selectOption('sheet');
    await reads(print, printWords('form-sheet-help'));
    const href = await print.getByRole('link', { name: printWords('open') }).getAttribute('href');
    const answer = await visitor.context.request.get(`${f.facility().url}${href}`);
    expect((await answer.body()).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  test('the desk chooses how prints are made for the post', async () => {
    const desk = await openVisitor(browser(), desktop, 'print-desk');
    await desk.context.addCookies((await f.desk()).cookies());
    await desk.page.goto(`${f.facility().url}/desk/media`);
    await reads(desk.page, deskMediaWords('make-prints'));
    await desk.shoot('prints');
    const link = desk.page.getByRole('link', { name: printWords('open') });
    const answer = await desk.context.request.get(`${f.facility().url}${await link.getAttribute('href')}`);
    expect((await answer.body()).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(desk.faults).toEqual([]);
    await desk.leave();
  });

  test('what was given away stands in the account, without a name', async () => {
    const history = await (await f.desk()).ask(contract.readRequestFile, { requestId: asker.requestId });
    const told = JSON.stringify(history);
    expect(told).toContain('share-safe.made');
  });
});

/** The brightest level of the first rows, where the machine writes its banner. */
async function topRows(element: Locator): Promise<number> {
  const { width, pixels } = await pixelsInPage(element);
  let brightest = 0;
  for (let at = 0; at < width * 3 * 8; at++) brightest = Math.max(brightest, pixels[at] ?? 0);
  return brightest;
}
