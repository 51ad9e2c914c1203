import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../scripts/peers/have-samples.ts';
import { storeInOrthanc } from '../../scripts/peers/orthanc.ts';
import { haveDatabase } from '../../scripts/peers/test-database.ts';
import { withTool } from '../../scripts/peers/tools.ts';
import { contract } from '../../server/src/contract/index.ts';
import { readOutbox, until } from '../facility.ts';
import { layPacsLine, type PacsLine } from '../pacs-line.ts';
import { haveOrthancHere, orElseFail } from '../peers-here.ts';
import {
  type Asker,
  ana,
  facilityInTime,
  fetched,
  fileOf,
  letterWords,
  matches,
  newestWords,
  proves,
  releases,
} from './facility-in-time.ts';
import { type MadeFile, madeStudy, u1 } from './made-study.ts';
import type { Speaker } from './speaker.ts';

/** Three prenatal studies of one day and a strip file, all under the mother's former name, in the archive of obstetrics. */
const asAlvarez = { 'patient-name': 'ALVAREZ^ANA', 'study-date': '20261205', size: '160x120' };
const prenatal = ['OB 1', 'OB 2', 'OB 3'].map((seed) => ({
  ...asAlvarez,
  'study-description': `US ${seed}`,
  seed,
  instances: '2',
  cines: '0',
}));
const strips = { ...asAlvarez, 'study-description': 'FETAL HEART STRIPS', seed: 'strips', instances: '1', cines: '0' };

describeWith(
  [haveDatabase(), haveSamples(), haveOrthancHere(), withTool('pdftotext')],
  'Facility F, where parts of a request are ready at different times',
  () => {
    const f = facilityInTime('2027-03-08T09:00:00-05:00');
    let line: PacsLine;
    let abdomen: MadeFile[];

    beforeAll(async () => {
      const orthanc = orElseFail(haveOrthancHere());
      line = await layPacsLine(orthanc);
      abdomen = madeStudy({ ...u1, size: '160x120', frames: '2' });
      const others = [...prenatal, strips].flatMap(madeStudy);
      await storeInOrthanc(
        orthanc,
        [...abdomen, ...others].map(({ bytes }) => bytes),
      );
      const admin = await f.desk('admin');
      await admin.ask(contract.addImageSource, { name: 'OB archive', baseUrl: line.dicomwebUrl });
    });
    afterAll(async () => {
      line?.close();
    });

    test('S06: neither the report alone nor eight of nine clips end the request; L-DONE names the ninth', async () => {
      const asker = await f.asks(ana, {
        examItems: [{ examType: 'abdomen', onOrAfter: '2026-12-03', onOrBefore: '2026-12-03', withReport: true }],
      });
      const desk = await f.desk();
      const [ninth] = abdomen.filter(({ frames }) => frames > 1).slice(-1);
      line.deleteOnceListed(ninth?.sopInstanceUid ?? '');
      await proves(f, desk, asker);
      await f.at('2027-03-20T10:00:00-04:00');
      const then = await f.desk();
      const { requestId } = asker;
      await sendsReportOnly(then, asker);
      // The report is delivered, the images are to come: she reads that, and nobody can call it complete.
      await f.comesBack(asker);
      const told = await until('the report could be opened', async () => {
        const now = await asker.speaker.ask(contract.trackRequest, {});
        return now.releaseReady && now;
      });
      expect(told).toMatchObject({
        ...{ closed: false, headline: 'part-ready', stage: 'it-is-you', due: { on: '2027-04-07', daysLeft: 18 } },
        examItems: [{ partGiven: 'report', outcome: null }],
      });
      const part = await letterWords(then, asker, 'L-DONE');
      expect(part).toContain('Your report is ready');
      expect(part).toMatch(/We are still working on this: \w+ scan \(pictures\)\./);
      expect(part).toContain('You will have an answer by Wednesday, April 7, 2027.');
      const early = { requestId, version: (await fileOf(then, asker)).version };
      expect(await then.refusalOf(contract.approveRelease, early)).toMatchObject({ code: 'wrong-step' });
      await matches(then, asker, /ABDOMEN/);
      await fetched(then, asker);
      const checking = await then.ask(contract.checkPictures, { requestId });
      expect(checking.complete).toMatchObject({
        ok: false,
        listed: { stills: 42, clips: 9, reports: 1 },
        given: { stills: 42, clips: 8, reports: 1 },
      });
      // The report alone: she asked for all of it.
      const [exam] = checking.exams;
      const report = exam?.items.find(({ kind }) => kind === 'pdf-report')?.sopInstanceUid ?? '';
      const { examItemId = '', matchId = '' } = exam ?? {};
      expect(await then.refusalOf(contract.choosePictures, { examItemId, sopInstanceUids: [report] })).toMatchObject({
        code: 'whole-study-asked',
      });
      // Nor is an exam that was found one that was not.
      const none = { examItemId, outcome: 'none-found', reason: 'The report was sent' } as const;
      expect(await then.refusalOf(contract.closeExamItem, none)).toMatchObject({ code: 'wrong-step' });
      await f.at('2027-03-22T10:00:00-04:00');
      const later = await f.desk();
      const { version } = await fileOf(later, asker);
      const approval = { requestId, version };
      expect(await later.refusalOf(contract.approveRelease, approval)).toMatchObject({ code: 'incomplete' });
      const missingReason = 'The vendor sends us clip 9 again by March 30. We will add it and write to you.';
      expect(await later.refusalOf(contract.approveRelease, { ...approval, missingReason })).toMatchObject({
        code: 'source-not-asked-again',
      });
      const open = await fileOf(later, asker);
      expect(open).toMatchObject({ closed: false, due: { on: '2027-04-07' } });
      const refused = open.history.filter(({ outcome }) => outcome === 'refused');
      expect(refused.map(({ type, facts }) => `${type}: ${facts.reason}`)).toEqual([
        'release.refused: wrong-step',
        'outcome.refused: wrong-step',
        'release.refused: incomplete',
        'release.refused: source-not-asked-again',
      ]);
      // Warnings go on: half of the time is used on the day after.
      await f.at('2027-03-23T08:00:00-04:00');
      await until('the office was warned', async () =>
        (await readOutbox(f.facility())).some(({ body }) => body.includes(`${asker.reference}: 50 % of the time`)),
      );
      await f.at('2027-03-22T10:30:00-04:00');
      const last = await f.desk();
      await last.ask(contract.retrieveAgain, { matchId });
      await fetched(last, asker);
      const again = await fileOf(last, asker);
      await last.ask(contract.approveRelease, { requestId, version: again.version, missingReason });
      await until('what is here was given', async () => (await fileOf(last, asker)).closed);
      expect((await fileOf(last, asker)).examItems[0]).toMatchObject({ outcome: 'given-in-part' });
      const letter = await newestWords(last, asker, 'L-DONE');
      expect(letter).toContain('Some parts are missing. They are named below, with the reason.');
      expect(letter).toContain('our picture archive listed 42 pictures, 9 clips and 1 report');
      expect(letter).toContain('The archive listed it, but no longer had it when we asked.');
      expect(letter).toContain(missingReason);
    });

    test('S07: three studies under her former name are given on 2027-04-12; the request is open until the strips are', async () => {
      await f.at('2027-04-01T09:00:00-04:00');
      const day = { onOrAfter: '2026-12-05', onOrBefore: '2026-12-05', withReport: false };
      const asker = await f.asks(ana, {
        examItems: [
          { examType: 'pregnancy', ...day },
          { examType: 'heart', ...day },
        ],
      });
      const { requestId } = asker;
      const desk = await f.desk();
      const { suggestedPatients, examItems, due } = await fileOf(desk, asker);
      expect(due.on).toBe('2027-05-01');
      const her = suggestedPatients.find(({ identifiers }) => identifiers.some(({ mrn }) => mrn === ana.mrn));
      await desk.ask(contract.choosePatient, { requestId, patientId: her?.id ?? '' });
      const [studies = '', heart = ''] = examItems.map(({ id }) => id);
      const ruledOut = { examItemId: studies, outcome: 'none-found', reason: 'Nothing under this number' } as const;
      expect(await desk.refusalOf(contract.closeExamItem, ruledOut)).toMatchObject({
        code: expect.stringMatching(/sources-not-searched|wrong-step/),
      });
      await confirmAll(desk, asker, studies, /US OB \d$/, 3);
      await proves(f, desk, asker);
      await f.at('2027-04-12T10:00:00-04:00');
      const then = await f.desk();
      await until('the three studies were here', async () => {
        const [item] = (await fileOf(then, asker)).examItems;
        return item?.state === 'checking' && item.matches.every(({ retrieval }) => retrieval.state === 'done');
      });
      expect((await then.ask(contract.checkPictures, { requestId })).stillOpen).toEqual(['Heart scan']);
      const { version } = await fileOf(then, asker);
      await then.ask(contract.approveRelease, { requestId, version });
      await f.comesBack(asker);
      const isOpen = async () => (await asker.speaker.ask(contract.trackRequest, {})).releaseReady;
      await until('the part could be opened', isOpen);
      expect(await asker.speaker.ask(contract.trackRequest, {})).toMatchObject({
        closed: false,
        headline: 'part-ready',
        due: { on: '2027-05-01' },
      });
      expect(await fileOf(then, asker)).toMatchObject({ closed: false, next: { step: 'search', with: 'you' } });
      const part = await letterWords(then, asker, 'L-DONE');
      expect(part).toContain('A part of what you asked for is ready. We did not wait for the rest.');
      expect(part).toContain('We are still working on this: Heart scan.');
      expect(part).toContain('You will have an answer by Saturday, May 1, 2027.');
      const first = await asker.speaker.ask(contract.seeRelease, {});
      expect(first.exams).toHaveLength(3);
      await f.at('2027-04-20T10:00:00-04:00');
      const last = await f.desk();
      await confirmAll(last, asker, heart, /STRIPS/, 1);
      await releases(last, asker);
      await until('the request was closed', async () => (await fileOf(last, asker)).closed);
      await f.comesBack(asker);
      const whole = await asker.speaker.ask(contract.seeRelease, {});
      expect(whole.exams).toHaveLength(4);
      expect((await fileOf(last, asker)).letters.filter(({ code }) => code === 'L-DONE')).toHaveLength(2);
    });
  },
);

/** A report on paper, scanned in, goes out before any picture was looked for. */
async function sendsReportOnly(desk: Speaker, asker: Asker): Promise<void> {
  const examItemId = (await fileOf(desk, asker)).examItems[0]?.id ?? '';
  const report = Buffer.from('%PDF-1.4\n% the report\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
  await desk.upload(contract.attachReport, { examItemId }, Uint8Array.from(report));
  const { version } = await fileOf(desk, asker);
  await desk.ask(contract.approveRelease, { requestId: asker.requestId, version, only: 'report' });
}

/** Searches by her name of today, which asks under the former one too, and confirms every study that fits. */
async function confirmAll(
  desk: Speaker,
  { requestId, who }: Asker,
  examItemId: string,
  description: RegExp,
  count: number,
): Promise<void> {
  const { familyName, givenName } = who;
  const found = await desk.ask(contract.searchStudies, { requestId, examItemId, familyName, givenName });
  const fitting = found.candidates.filter((study) => description.test(study.description ?? ''));
  expect(fitting).toHaveLength(count);
  for (const { imageSourceId, studyInstanceUid } of fitting) {
    await desk.ask(contract.confirmMatch, { examItemId, searchId: found.id, imageSourceId, studyInstanceUid });
  }
}
