import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { withTool } from '../scripts/peers/tools.ts';
import { signInAtDesk } from './desk-steps.ts';
import { until } from './facility.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { signInAgain } from './portal-steps.ts';
import { type Asker, ana, facilityInTime, fileOf, matches, proves, releases } from './scenarios/facility-in-time.ts';
import { desktop, openVisitor, phone, reads } from './visitor.ts';
import { deskFileWords, deskMediaWords, viewerWords } from './words.ts';

const password = 'a password of four words';
const [sevenZip, xorriso] = [withTool('7z'), withTool('xorriso')];

describeWith([haveChromiumHere(), sevenZip, xorriso], 'A copy on discs, and one under a password', () => {
  const time = facilityInTime(new Date().toISOString());
  const browser = browserForTests();
  const folder = mkdtempSync(path.join(tmpdir(), 'echoback-media-'));
  let asker: Asker;
  beforeAll(async () => {
    const staff = await time.desk();
    const address = ['1 River Road', 'Springfield, NY 12345'];
    asker = await time.asks(ana, { deliveries: [{ kind: 'online' }, { kind: 'cd', who: 'self', address }] });
    await proves(time, staff, asker);
    await matches(staff, asker, /./);
    await releases(staff, asker);
    await until('the copies were ready', async () =>
      (await fileOf(staff, asker)).deliveries.find(({ kind, state }) => kind === 'cd' && state === 'ready'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the settings say what a disc holds and why it names nobody; only an administrator changes them', async () => {
    const clerk = await openVisitor(browser(), desktop, 'media-settings');
    await signInAtDesk(clerk, time.facility(), 'desk');
    await clerk.page.goto(`${time.facility().url}/desk/settings/media`);
    await reads(clerk.page, deskMediaWords('only-admin'));
    await clerk.shoot('clerk');
    const admin = await openVisitor(browser(), desktop, 'media-settings');
    await signInAtDesk(admin, time.facility(), 'admin');
    await admin.page.goto(`${time.facility().url}/desk/settings/media`);
    await admin.page.getByLabel(deskMediaWords('cd-room')).fill('0');
    await reads(admin.page, deskMediaWords('need-number', { most: 900 }));
    await admin.shoot('wrong');
    // Less than the study: then it takes several.
    await admin.page.getByLabel(deskMediaWords('cd-room')).fill('4');
    await admin.page.getByLabel(deskMediaWords('name-setting')).check();
    await admin.page.getByRole('button', { name: deskMediaWords('save') }).click();
    await admin.page.getByText(deskMediaWords('since-start')).waitFor({ state: 'hidden' });
    await admin.shoot('saved');
    expect([clerk, admin].flatMap(({ faults, complaints }) => [...faults, ...complaints])).toEqual([]);
  });

  test('the desk is told how many discs it takes before any is made, and gets each with its label', async () => {
    const desk = await openVisitor(browser(), desktop, 'media');
    await signInAtDesk(desk, time.facility(), 'desk');
    await desk.page.goto(`${time.facility().url}/desk/media`);
    const dealOut = desk.page.getByRole('button', { name: /Deal out to \d+ CDs/ });
    await dealOut.waitFor();
    await desk.shoot('needs-several');
    await dealOut.click();
    const second = desk.page.getByRole('listitem').filter({ hasText: /Disc 2 of \d/ });
    await second.waitFor();
    await desk.shoot('dealt-out');
    const downloading = desk.page.waitForEvent('download');
    await second.getByRole('link', { name: deskMediaWords('piece-image') }).click();
    const image = path.join(folder, 'two.iso');
    await (await downloading).saveAs(image);
    if (!xorriso.present) throw new Error(xorriso.reason);
    const listed = await xorriso.value(['-indev', image, '-find', '/', '-type', 'f']);
    expect(listed.stdout).toContain('/DICOMDIR');
    const label = await second.getByRole('link', { name: deskMediaWords('piece-label') }).getAttribute('href');
    expect(label).toContain('patientName=yes');
    const printed = await desk.context.request.get(`${time.facility().url}${label}`);
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await desk.page.getByLabel(deskMediaWords('medium')).selectOption('usb');
    await reads(desk.page, /Everything fits on one/);
    await desk.shoot('stick');
    await desk.page.getByRole('button', { name: viewerWords('seal') }).click();
    await desk.page.getByRole('textbox', { name: viewerWords('seal-password') }).waitFor();
    await desk.shoot('stick-password');
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: deskFileWords('record-hand-over') }).waitFor();
    expect([...desk.faults, ...desk.complaints]).toEqual([]);
  });

  test('a person saves everything in a ZIP that 7-Zip opens with the password alone', async () => {
    const person = await openVisitor(browser(), phone, 'locked-zip');
    // The clock of the program stands: the next code must be younger than the one before.
    await time.at(new Date(Date.now() + 60_000).toISOString());
    await signInAgain(person, time.facility(), { reference: asker.reference, email: 'asker.1@mail.example' });
    await person.page.waitForURL(/\/request/);
    await person.page.goto(`${time.facility().url}/pictures`);
    await person.page.getByRole('button', { name: viewerWords('seal') }).click();
    await person.page.getByRole('textbox', { name: viewerWords('seal-password') }).fill('short');
    await person.page.getByRole('button', { name: viewerWords('seal-save') }).click();
    await reads(person.page, viewerWords('seal-password-need'));
    await person.shoot('too-short');
    await person.page.getByRole('textbox', { name: viewerWords('seal-password') }).fill(password);
    const downloading = person.page.waitForEvent('download');
    await person.page.getByRole('button', { name: viewerWords('seal-save') }).click();
    const zip = path.join(folder, 'locked.zip');
    await (await downloading).saveAs(zip);
    await reads(person.page, viewerWords('seal-saving'));
    await person.shoot('saved');
    if (!sevenZip.present) throw new Error(sevenZip.reason);
    expect((await sevenZip.value(['t', `-p${password}`, zip])).stdout).toContain('Everything is Ok');
    expect((await sevenZip.value(['t', '-pwrong', zip])).code).not.toBe(0);
    expect(readFileSync(zip).includes('DICM')).toBe(false);
    for (const address of person.addresses) expect(address).not.toContain('password');
    expect(time.facility().output()).not.toContain(password);
    expect([...person.faults, ...person.complaints]).toEqual([]);
  });
});
