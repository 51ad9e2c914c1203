import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { storeInOrthanc } from '../scripts/peers/orthanc.ts';
import { makeQuickFolder } from '../scripts/peers/quick-folder.ts';
import { addPacs, importDirectory } from './admin-steps.ts';
import {
  approve,
  checksPanel,
  choosePatient,
  openCheck,
  openRequest,
  searchAndConfirm,
  sendIdentityCode,
  signInAtDesk,
} from './desk-steps.ts';
import { type Facility, readOutbox, startFacility, until } from './facility.ts';
import {
  downloadInTwoParts,
  filesInDicomdir,
  findingsOfOursOnly,
  originalsIn,
  pdfText,
  sopInstanceUidOf,
  textOfPdfObject,
  unpack,
} from './package-folder.ts';
import { fileInOrthanc, layPacsLine, type PacsLine } from './pacs-line.ts';
import {
  databaseForFacility,
  type FacilityDatabase,
  haveChromiumHere,
  haveImaging,
  haveOrthancHere,
  orElseFail,
} from './peers-here.ts';
import { findTraces, logsIn, tracesOf } from './personal-data.ts';
import { askForPictures, heading, proveIdentity, signInAgain } from './portal-steps.ts';
import { makeRealStudy, patient, type StudyFile, study } from './real-study.ts';
import { expectReading } from './seen-measures.ts';
import { pixelsInPage, pixelsOnScreen } from './seen-pictures.ts';
import { fileOf, type Looking, paper, pdfLink, seeClip, seeStill } from './seen-release.ts';
import { tellStory } from './story.ts';
import { desktop, openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { commonWords, deskCheckWords, portalWords, viewerWords } from './words.ts';

const missingObject = commonWords('series-and-number', { series: 1, number: 3 });
const missingReason = 'The archive deleted it; the maker of the device is asked for its own copy.';
const reportSentence = 'Single live intrauterine gestation';

describeWith(haveImaging(), 'The main job, from asking to the copy in the hand', () => {
  const step = tellStory(async () => {
    for (const visitor of [admin, desk, person, returning, offline]) await visitor.keepAsIs('when-it-failed');
  });
  const folder = makeQuickFolder('echoback-main-job-');
  const dataFolder = path.join(folder, 'data');
  const unpacked = path.join(folder, 'unpacked');
  const zip = path.join(folder, 'copy.zip');
  let files: StudyFile[];
  let line: PacsLine;
  let database: FacilityDatabase;
  let facility: Facility;
  let browser: Browser;
  let admin: Visitor;
  let desk: Visitor;
  let person: Visitor;
  let returning: Visitor;
  let offline: Visitor;
  let reference: string;

  beforeAll(async () => {
    const orthanc = orElseFail(haveOrthancHere());
    files = await makeRealStudy(path.join(folder, 'study'));
    await storeInOrthanc(
      orthanc,
      files.map(({ file }) => readFileSync(file)),
    );
    line = await layPacsLine(orthanc);
    database = await databaseForFacility();
    facility = await startFacility(dataFolder, database.env);
    browser = await launchChromium(orElseFail(haveChromiumHere()));
    admin = await openVisitor(browser, desktop, 'admin');
    desk = await openVisitor(browser, desktop, 'desk');
    person = await openVisitor(browser, phone, 'portal');
    returning = await openVisitor(browser, phone, 'see');
    offline = await openVisitor(browser, desktop, 'offline');
  });

  afterAll(async () => {
    await browser?.close();
    await facility?.stop();
    await database?.drop();
    line?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const looking = (visitor: Visitor, readPixels: Looking['readPixels']): Looking => ({
    page: visitor.page,
    study: files,
    workFolder: folder,
    readPixels,
  });

  /** The text of a PDF that a link of the page leads to, read with the page's own session. */
  const linkedPdf = async (link: Locator) => {
    const answer = await returning.context.request.get(`${facility.url}${await link.getAttribute('href')}`);
    writeFileSync(path.join(folder, 'linked.pdf'), await answer.body());
    return pdfText(path.join(folder, 'linked.pdf'));
  };

  step('an administrator adds the PACS, tests it, and loads the directory', async () => {
    await expect.poll(facility.output).toContain(database.named);
    await signInAtDesk(admin, facility, 'admin');
    await addPacs(admin, 'Orthanc', line.dicomwebUrl);
    await importDirectory(admin, [patient]);
  });

  step('a person asks on a phone, and sees fee and due date before signing', async () => {
    reference = await askForPictures(person, facility, patient);
  });

  step('the desk sees it with 30 days left, chooses the patient and sends a code to a contact on file', async () => {
    await signInAtDesk(desk, facility, 'desk');
    await openRequest(desk, reference, patient.familyName);
    await choosePatient(desk, patient.givenName, patient.familyName);
    await sendIdentityCode(desk);
  });

  step('the person types that code', async () => {
    await proveIdentity(person, facility, patient.heldEmail);
  });

  step(
    'the desk searches, sees the evidence, confirms; one object vanishes from the PACS after it was listed',
    async () => {
      line.deleteOnceListed(`${study.uid}.3`);
      await searchAndConfirm(desk, study.description);
      await openCheck(desk);
      expect(line.fetched).toContain(`${study.uid}.3`);
    },
  );

  step('the check shows every picture, names the missing one, and proves one patient', async () => {
    const panel = checksPanel(desk);
    await reads(panel, missingObject);
    await reads(panel, deskCheckWords('one-patient'));
    const [listed, held] = ['3 pictures, 1 clip, and 2 reports', '2, 1, and 2'];
    await reads(panel, deskCheckWords('archive-lists', { listed, held }));
    await reads(panel, `${patient.givenName} ${patient.familyName}`);
    await desk.shoot('check');
    const look = looking(desk, pixelsInPage);
    await seeStill(look, 'jpeg-still', { number: 1, total: 2 });
    await seeStill(look, 'palette-still', { number: 2, total: 2 });
    await seeClip(look, 'jpeg-clip');
    await desk.shoot('check-clip');
  });

  step('approving with a gap is refused without a reason, and works with one', async () => {
    await approve(desk, missingReason);
  });

  step('mail says that it is ready; the person comes back with a code', async () => {
    await until('the mail "ready" was sent', async () =>
      (await readOutbox(facility)).some(
        (mail) => mail.recipient === patient.typedEmail && mail.subject.startsWith('Your copy is ready'),
      ),
    );
    await signInAgain(returning, facility, { reference, email: patient.typedEmail });
    await heading(returning, portalWords('now-ready'));
    await returning.shoot('ready');
    await reads(returning.page, missingObject);
    await reads(returning.page, missingReason);
  });

  step('every picture and clip on the phone has the pixels that DCMTK shows', async () => {
    await returning.page.getByRole('link', { name: portalWords('see-pictures') }).click();
    const look = looking(returning, pixelsInPage);
    await seeStill(look, 'jpeg-still', { number: 1, total: 2 });
    await returning.shoot('jpeg-still');
    await seeStill(look, 'palette-still', { number: 2, total: 2 });
    const measure = returning.page.getByRole('button', { name: viewerWords('measure'), exact: true });
    await measure.click();
    // The line that is offered lies in the 2D region: 136 of its pixels of 0.0262 cm, (0018,602C).
    await expectReading(returning.page, viewerWords('measured-length', { cm: '3.57' }));
    await returning.shoot('palette-still');
    await measure.click();
    await seeClip(look, 'jpeg-clip');
    await returning.shoot('jpeg-clip');
    await reads(returning.page, missingObject);
  });

  step('the structured report is read on the page, and the PDF report opens', async () => {
    await reads(paper(returning), reportSentence);
    const expected = await textOfPdfObject(fileOf({ study: files }, 'pdf-report'), folder);
    expect(await linkedPdf(pdfLink(returning))).toBe(expected);
  });

  step('the letter names what is missing', async () => {
    await returning.page.goto(`${facility.url}/request`);
    const letters = returning.page.getByRole('link', { name: portalWords('letter-of', { name: '' }).trim() });
    const letter = await linkedPdf(letters.last());
    expect(letter).toContain('Picture 3 of series 1');
    expect(letter).toContain(missingReason);
  });

  step('everything is saved by one button, and once more through a broken line', async () => {
    await returning.page.goto(`${facility.url}/pictures`);
    const button = returning.page.getByRole('link', { name: viewerWords('save-everything-plain') }).first();
    const [download] = await Promise.all([returning.page.waitForEvent('download'), button.click()]);
    await download.saveAs(zip);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    const whole = readFileSync(zip);
    const joined = await downloadInTwoParts(returning, download.url(), Math.floor(whole.length / 3));
    expect(joined.equals(whole)).toBe(true);
    await unpack(zip, unpacked);
  });

  step("the originals equal the archive's own files byte for byte, and DICOMDIR lists each of them", async () => {
    const orthanc = orElseFail(haveOrthancHere());
    const originals = originalsIn(unpacked);
    expect(originals).toHaveLength(files.length - 1);
    for (const file of originals) {
      const own = readFileSync(path.join(unpacked, file));
      const archived = await fileInOrthanc(orthanc, await sopInstanceUidOf(path.join(unpacked, file)));
      expect(own.equals(archived), file).toBe(true);
    }
    expect(await filesInDicomdir(unpacked)).toEqual(originals);
    expect(await findingsOfOursOnly(unpacked, folder)).toEqual([]);
  });

  step('README.TXT names what is missing', async () => {
    const readme = readFileSync(path.join(unpacked, 'README.TXT'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(readme).toContain('Picture 3 of series 1');
    expect(readme).toContain(missingReason);
  });

  step('INDEX.HTM shows the same from the folder, without any network', async () => {
    const { page } = offline;
    await page.goto(pathToFileURL(path.join(unpacked, 'INDEX.HTM')).href);
    await offline.shoot('opened');
    const look = looking(offline, pixelsOnScreen);
    await seeStill(look, 'jpeg-still', { number: 1, total: 2 });
    await seeStill(look, 'palette-still', { number: 2, total: 2 });
    await seeClip(look, 'jpeg-clip');
    await offline.shoot('clip');
    await reads(paper(offline), reportSentence);
    const report = await paper(offline)
      .getByRole('link', { name: viewerWords('open-report') })
      .getAttribute('href');
    const expected = await textOfPdfObject(fileOf({ study: files }, 'pdf-report'), folder);
    expect(await pdfText(path.join(unpacked, decodeURIComponent(report ?? '')))).toBe(expected);
    await reads(page, missingObject);
    const asked = [...offline.addresses].filter((address) => !/^(file|data|blob):/.test(address));
    expect(asked).toEqual([]);
  });

  step('no mail, log, address or title holds a name, birth date, record or accession number', async () => {
    const visitors = [admin, desk, person, returning, offline];
    for (const visitor of visitors) await visitor.leave();
    const mails = await readOutbox(facility);
    await facility.stop();
    const texts: Record<string, string> = {
      ...logsIn(dataFolder),
      'standard output and error': facility.output(),
      mails: mails.map(({ subject, body }) => `${subject}\n${body}`).join('\n'),
      addresses: visitors.flatMap(({ addresses }) => [...addresses]).join('\n'),
      titles: visitors.flatMap(({ titles }) => [...titles]).join('\n'),
    };
    // The search at the PACS carries name and birth date in its query: that is DICOM's own protocol (PS3.18 10.6).
    expect(findTraces(tracesOf(patient, study.accessionNumber), texts)).toEqual([]);
    expect(mails.length).toBeGreaterThan(4);
    expect(texts['log/echoback.log']).toContain('listening');
  });

  step('no browser complained, and every screen on the way was accessible (WCAG 2.2 AA)', async () => {
    const visitors = [admin, desk, person, returning, offline];
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
