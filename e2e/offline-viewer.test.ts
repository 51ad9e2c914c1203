import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { haveFirefox, launchFirefox } from '../scripts/peers/firefox.ts';
import { samplesFolder } from '../scripts/samples.ts';
import { makeOfflineFolder } from './offline-package.ts';
import { pdfText, textOfPdfObject } from './package-folder.ts';
import { haveChromiumHere, haveStudyTools, orElseFail, runTool } from './peers-here.ts';
import { makeRealStudy, patient, type StudyFile } from './real-study.ts';
import { centimetres, expectReading, measureByMouse, moveEnd } from './seen-measures.ts';
import { pixelsOnScreen } from './seen-pictures.ts';
import { fileOf, paper, pdfLink, seeClip, seeStill } from './seen-release.ts';
import { tellStory } from './story.ts';
import { throughDisc, throughZip } from './through-media.ts';
import { desktop, openVisitor, reads, type Visitor } from './visitor.ts';
import { offlineWords, viewerWords } from './words.ts';

const browsers = [
  { name: 'Chromium', from: 'an unpacked ZIP', have: haveChromiumHere, launch: launchChromium, through: throughZip },
  { name: 'Firefox ESR', from: 'a disc', have: haveFirefox, launch: launchFirefox, through: throughDisc },
] as const;
const exam = 'Pelvis and pregnancy';
const otherExam = 'Heart';
/** (0018,602C) of the palette picture's 2D region, in cm a pixel. */
const paletteScale = 0.0262287876619;
const paletteSize = { width: 800, height: 600 };

describeWith([...haveStudyTools(), ...browsers.map(({ have }) => have())], 'INDEX.HTM, opened as a file', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'echoback-offline-'));
  const folder = path.join(work, 'copy');
  let study: StudyFile[];

  beforeAll(async () => {
    study = await makeRealStudy(path.join(work, 'study'));
    const other = path.join(samplesFolder, 'studies/pediatric-echo/IM00001.dcm');
    await makeOfflineFolder([...study.map(({ file }) => ({ file, exam })), { file: other, exam: otherExam }], folder);
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  describe.each(browsers)('from $from, in $name', ({ name, have, launch, through }) => {
    const opened = path.join(work, `opened-${name.slice(0, 4)}`);
    let browser: Browser;
    let visitor: Visitor;
    const step = tellStory(() => visitor.keepAsIs('when-it-failed'));
    const looking = () => ({ page: visitor.page, study, workFolder: work, readPixels: pixelsOnScreen });
    /** What axe finds is in the page, not in the browser: it is asked once. */
    const look = (what: string) => (name === 'Chromium' ? visitor.shoot(what) : visitor.keepAsIs(what));
    const tool = (words: string) => visitor.page.getByRole('button', { name: words, exact: true });
    const show = (kind: 'picture-number' | 'clip-number', number: number, total: number) =>
      visitor.page
        .getByRole('list', { name: viewerWords('sheet') })
        .getByRole('button', { name: viewerWords(kind, { number, total }) })
        .click();

    beforeAll(async () => {
      await through(folder, opened);
      browser = await launch(orElseFail(have()));
      visitor = await openVisitor(browser, desktop, `offline-${name.split(' ')[0]?.toLowerCase()}`);
    });
    afterAll(() => browser?.close());

    step('several people are listed with their exams, and one is chosen', async () => {
      await visitor.page.goto(pathToFileURL(path.join(opened, 'INDEX.HTM')).href);
      await visitor.page.getByRole('heading', { name: offlineWords('people', { count: 2 }) }).waitFor();
      await look('people');
      await visitor.page.getByRole('button', { name: exam }).click();
      await visitor.page.getByRole('heading', { name: `${patient.givenName} ${patient.familyName}` }).waitFor();
    });

    step('a still and a palette picture have the pixels that DCMTK shows', async () => {
      await seeStill(looking(), 'jpeg-still', { number: 1, total: 3 });
      await visitor.keepAsIs('still');
      await seeStill(looking(), 'palette-still', { number: 2, total: 3 });
      await visitor.keepAsIs('palette');
    });

    step('a length is read from the region that the machine calibrated, by mouse and by keys', async () => {
      await tool(viewerWords('measure')).click();
      const drawn = centimetres(await measureByMouse(visitor.page, paletteSize, [300, 200], [420, 290]));
      expect(Math.abs(drawn - 150 * paletteScale), `${drawn} cm for 150 pixels`).toBeLessThan(0.06);
      const moved = centimetres(await moveEnd(visitor.page, 'Shift+ArrowRight', 5));
      expect(Math.abs(moved - Math.hypot(170, 90) * paletteScale), `${moved} cm`).toBeLessThan(0.06);
      await look('measured');
    });

    step('M-mode gives time and depth; a picture that was scaled gives nothing', async () => {
      await show('picture-number', 1, 3);
      await expectReading(visitor.page, viewerWords('measured-depth', { seconds: '0.80', cm: '0.00' }));
      await show('clip-number', 1, 1);
      await expectReading(visitor.page, viewerWords('measure-scaled'));
      await tool(viewerWords('measure')).click();
    });

    step('a clip has its frames at their times, and plays', async () => {
      await seeClip(looking(), 'jpeg-clip');
      await look('clip');
    });

    step('measurements are read on the page, and the PDF report opens', async () => {
      await reads(paper(looking()), 'Single live intrauterine gestation');
      const report = await pdfLink(looking()).evaluate((link: HTMLAnchorElement) => link.href);
      const expected = await textOfPdfObject(fileOf({ study }, 'pdf-report'), work);
      expect(await pdfText(fileURLToPath(report))).toBe(expected);
      const hasViewer = await visitor.page.evaluate(() => navigator.pdfViewerEnabled);
      expect(await tool(viewerWords('read-report')).count()).toBe(hasViewer ? 1 : 0);
      if (!hasViewer) return;
      await tool(viewerWords('read-report')).click();
      const page = visitor.page.frameLocator('iframe.pdf-page').locator('.textLayer').first();
      await expect.poll(() => page.textContent()).toContain(expected.slice(0, expected.indexOf(' (')));
      await look('pdf');
      await tool(viewerWords('back-to-pictures')).click();
    });

    step('it speaks Spanish', async () => {
      await tool('Español').click();
      await visitor.page.locator('html[lang="es"]').waitFor();
      await look('spanish');
      await tool('English').click();
    });

    step('"Back" leads to the people again', async () => {
      await visitor.page.goBack();
      await visitor.page.getByRole('heading', { name: offlineWords('people', { count: 2 }) }).waitFor();
    });

    step('nothing was asked of a network, nothing broke, and everybody can use it', async () => {
      const outside = [...visitor.addresses].filter((address) => !/^(file|data|blob|about|resource):/.test(address));
      expect(outside).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      expect(visitor.faults).toEqual([]);
    });
  });

  const step = tellStory();
  step('pictures are printed six to a page, each page with whose and from when', async () => {
    const browser = await launchChromium(orElseFail(haveChromiumHere()));
    const { page, context, leave } = await openVisitor(browser, desktop);
    // The dialog would be the end of the test; what it prints is asked for below.
    await context.addInitScript(() => {
      window.print = () => {};
    });
    await page.goto(pathToFileURL(path.join(folder, 'INDEX.HTM')).href);
    await page.getByRole('button', { name: exam }).click();
    await page.getByText(viewerWords('print'), { exact: true }).click();
    await page.getByRole('button', { name: viewerWords('print-all', { count: 4 }) }).click();
    const pdf = path.join(work, 'printed.pdf');
    await page.pdf({ path: pdf, format: 'Letter' });
    await leave();
    await browser.close();
    expect(await pdfText(pdf)).toContain(`${patient.givenName} ${patient.familyName}`);
    expect(await runTool('pdfinfo', [pdf])).toMatch(/Pages:\s+1\n/);
    expect(
      (await runTool('pdfimages', ['-list', pdf])).split('\n').filter((line) => / image /.test(line)),
    ).toHaveLength(4);
  });
});
