import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { makeQuickFolder } from '../scripts/peers/quick-folder.ts';
import { type Facility, startFacility } from './facility.ts';
import { demoFolderIn, haveChromiumHere, orElseFail } from './peers-here.ts';

/** A browser for the tests of the block that calls this. */
export function browserForTests(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium(orElseFail(haveChromiumHere()));
  });
  afterAll(() => browser?.close());
  return () => opened(browser);
}

/** A demo facility for the tests of the block that calls this, filled as its first start fills it. */
export function demoForTests(): () => Facility {
  let facility: Facility | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = makeQuickFolder('echoback-e2e-');
    facility = await startFacility(demoFolderIn(folder));
  });
  afterAll(async () => {
    await facility?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => opened(facility);
}

function opened<T>(thing: T | undefined): T {
  if (!thing) throw new Error('It is opened before the first test');
  return thing;
}
