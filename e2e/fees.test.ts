import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { signInAtDesk } from './desk-steps.ts';
import { type Facility, startFacility } from './facility.ts';
import { haveChromiumHere, orElseFail } from './peers-here.ts';
import { heading } from './portal-steps.ts';
import { desktop, openVisitor, phone, reads } from './visitor.ts';
import { feeWords } from './words.ts';

describeWith([haveChromiumHere()], 'What a copy costs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'echoback-fees-'));
  let facility: Facility;
  let browser: Browser;

  beforeAll(async () => {
    facility = await startFacility(path.join(folder, 'data'));
    browser = await launchChromium(orElseFail(haveChromiumHere()));
  });
  afterAll(async () => {
    await browser?.close();
    await facility?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is on the portal for everybody, and a price above the flat cap is refused beside its field', async () => {
    const admin = await openVisitor(browser, desktop, 'prices');
    await signInAtDesk(admin, facility, 'admin');
    await admin.page.goto(`${facility.url}/desk/settings/fees`);
    const flat = admin.page.getByLabel(feeWords('price-flat'), { exact: true });
    await flat.fill('6.51');
    await admin.page.getByRole('button', { name: feeWords('save') }).click();
    await admin.page.locator('.field-wrong').filter({ hasText: 'HHS FAQ 2030' }).waitFor();
    await admin.shoot('refused');
    await flat.fill('5.00');
    await admin.page.getByRole('button', { name: feeWords('save') }).click();
    await reads(admin.page, feeWords('saved'));

    const visitor = await openVisitor(browser, phone, 'prices');
    await visitor.page.goto(`${facility.url}/fees`);
    await heading(visitor, feeWords('prices-title'));
    await reads(visitor.page, '$5.00');
    await visitor.shoot('price-list');
    expect([...admin.faults, ...visitor.faults]).toEqual([]);
  });
});
