import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { samplesFolder } from '../scripts/samples.ts';
import { pack } from '../server/src/packing/pack.ts';
import { haveChromiumHere, haveStudyTools, orElseFail } from './peers-here.ts';
import { desktop, openVisitor } from './visitor.ts';

describeWith([...haveStudyTools(), haveChromiumHere()], 'a folder that somebody packed, of two people', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'echoback-packed-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('opens by its INDEX.HTM and shows the exams and pictures of both', async () => {
    const output = path.join(work, 'copy');
    const packed = await pack(
      {
        inputs: ['us/us1-rgb.dcm', 'us/vivid7-mmode-jpeg.dcm'].map((name) => path.join(samplesFolder, name)),
        output,
        form: 'folder',
        only: undefined,
        disc: undefined,
        password: undefined,
        force: false,
        pictures: true,
        severalPatients: true,
        hashOutputs: false,
        ffmpegPath: undefined,
        language: 'en',
        facility: 'Riverside Imaging',
        contact: 'records@riverside.example',
        createdOn: '2026-11-24',
      },
      { signal: new AbortController().signal, onProgress: () => {} },
    );
    expect(packed).toMatchObject({ ok: true, value: { patients: 2, made: { pictures: 2 }, notShown: [] } });
    const browser = await launchChromium(orElseFail(haveChromiumHere()));
    try {
      const visitor = await openVisitor(browser, desktop, 'packed');
      await visitor.page.goto(pathToFileURL(path.join(output, 'INDEX.HTM')).href);
      await visitor.page.getByText('Riverside Imaging').first().waitFor();
      await visitor.shoot('packed-folder');
      const shown = visitor.page.locator('img');
      await expect
        .poll(() =>
          shown.evaluateAll(
            (all) => all.filter((one) => (one as unknown as { naturalWidth: number }).naturalWidth > 0).length,
          ),
        )
        .toBeGreaterThan(0);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    } finally {
      await browser.close();
    }
  });
});
