import { letterCodes } from '@echoback/right-of-access';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { letterHtml } from '../server/src/letters/letter-html.ts';
import { testLetter } from '../server/src/testing/test-letter.ts';
import { haveChromiumHere, orElseFail } from './peers-here.ts';
import { screenFaults } from './screen-faults.ts';
import { phone } from './visitor.ts';

describeWith([haveChromiumHere()], 'Letters as pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(orElseFail(haveChromiumHere()));
  });
  afterAll(() => browser?.close());

  test('can be read by everybody: each one, Spanish with the English beside it', async () => {
    const page = await browser.newPage({ viewport: phone });
    for (const code of letterCodes) {
      await page.setContent(letterHtml(testLetter(code, {}, 'es')));
      expect({ code, faults: await screenFaults(page) }).toEqual({ code, faults: [] });
    }
  });
});
