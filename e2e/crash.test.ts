import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { storeInOrthanc } from '../scripts/peers/orthanc.ts';
import { sparePort } from '../scripts/peers/spare-port.ts';
import { addPacs, importDirectory } from './admin-steps.ts';
import {
  choosePatient,
  openCheck,
  openRequest,
  searchAndConfirm,
  sendIdentityCode,
  signInAtDesk,
} from './desk-steps.ts';
import { type Facility, readOutbox, startFacility, until } from './facility.ts';
import { originalsIn, unpack } from './package-folder.ts';
import { layPacsLine, type PacsLine } from './pacs-line.ts';
import {
  databaseForFacility,
  demoFolderIn,
  type FacilityDatabase,
  haveChromiumHere,
  haveImaging,
  haveOrthancHere,
  orElseFail,
} from './peers-here.ts';
import { askForPictures, heading, proveIdentity, signInAgain } from './portal-steps.ts';
import { makeRealStudy, patient, type StudyFile, study } from './real-study.ts';
import { tellStory } from './story.ts';
import { desktop, openVisitor, phone, type Visitor } from './visitor.ts';
import { deskCheckWords, portalWords, viewerWords } from './words.ts';

describeWith(haveImaging(), 'A server that is killed in the middle of the main job', () => {
  const step = tellStory();
  const folder = mkdtempSync(path.join(tmpdir(), 'echoback-crash-'));
  const dataFolder = path.join(folder, 'data');
  let files: StudyFile[];
  let line: PacsLine;
  let database: FacilityDatabase;
  let facility: Facility;
  let browser: Browser;
  let desk: Visitor;
  let person: Visitor;
  let reference: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    const orthanc = orElseFail(haveOrthancHere());
    files = await makeRealStudy(path.join(folder, 'study'));
    await storeInOrthanc(
      orthanc,
      files.map(({ file }) => readFileSync(file)),
    );
    line = await layPacsLine(orthanc);
    database = await databaseForFacility();
    // The same port after each start: people's pages stay open meanwhile.
    env = { ...database.env, ECHOBACK_PORT: String(await sparePort()) };
    facility = await startFacility(demoFolderIn(folder), env);
    browser = await launchChromium(orElseFail(haveChromiumHere()));
    desk = await openVisitor(browser, desktop);
    person = await openVisitor(browser, phone);
  });

  afterAll(async () => {
    await browser?.close();
    await facility?.stop();
    await database?.drop();
    line?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  step('the request is made and the exam confirmed', async () => {
    const admin = await openVisitor(browser, desktop);
    await signInAtDesk(admin, facility, 'admin');
    await addPacs(admin, 'Orthanc', line.dicomwebUrl);
    await importDirectory(admin, [patient]);
    reference = await askForPictures(person, facility, patient);
    await signInAtDesk(desk, facility, 'desk');
    await openRequest(desk, reference, patient.familyName);
    await choosePatient(desk, patient.givenName, patient.familyName);
    await sendIdentityCode(desk);
    await proveIdentity(person, facility, patient.heldEmail);
    line.fetched.length = 0;
    line.slowDown(1_000);
    await searchAndConfirm(desk, study.description);
  });

  step('killed while the study comes in, it starts again and fetches the rest without being asked', async () => {
    await until('two objects were asked for', async () => line.fetched.length >= 2);
    const postgres = postmasterOf(dataFolder);
    await facility.kill();
    const before = new Set(line.fetched);
    expect(before.size).toBeLessThan(files.length);
    line.slowDown(0);
    facility = await startFacility(dataFolder, env);
    expect(postmasterOf(dataFolder)).toBe(postgres);
    await desk.page.reload();
    await openCheck(desk);
    expect([...new Set(line.fetched)].sort()).toEqual(files.map(({ sopInstanceUid }) => sopInstanceUid).sort());
    const panel = desk.page.getByRole('complementary', { name: deskCheckWords('checks') });
    await panel.getByText(deskCheckWords('all-here')).waitFor();
  });

  step('killed right after the approval was answered, the release becomes ready by itself', async () => {
    const approved = desk.page.waitForResponse((answer) => answer.url().endsWith('/release') && answer.ok());
    await desk.page.getByRole('button', { name: deskCheckWords('approve') }).click();
    await approved;
    await facility.kill();
    facility = await startFacility(dataFolder, env);
    await until(
      'the mail "ready" was sent',
      async () => (await readOutbox(facility)).some(({ subject }) => subject.startsWith('Your copy is ready')),
      60_000,
    );
    const ready = (await readOutbox(facility)).filter(({ subject }) => subject.startsWith('Your copy is ready'));
    expect(ready).toHaveLength(1);
  });

  step('the person has the whole copy', async () => {
    const returning = await openVisitor(browser, phone);
    await signInAgain(returning, facility, { reference, email: patient.typedEmail });
    await heading(returning, portalWords('now-ready'));
    await returning.page.getByRole('link', { name: portalWords('see-pictures') }).click();
    const button = returning.page.getByRole('link', { name: viewerWords('save-everything-plain') }).first();
    const [download] = await Promise.all([returning.page.waitForEvent('download'), button.click()]);
    const zip = path.join(folder, 'copy.zip');
    await download.saveAs(zip);
    await unpack(zip, path.join(folder, 'unpacked'));
    expect(originalsIn(path.join(folder, 'unpacked'))).toHaveLength(files.length);
  });
});

/** Number of the embedded database's process; it outlives a killed server and is taken over. Nothing where it is not used. */
function postmasterOf(dataFolder: string): string | undefined {
  try {
    return readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}
