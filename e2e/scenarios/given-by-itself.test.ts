import { beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../scripts/peers/test-database.ts';
import { withTool } from '../../scripts/peers/tools.ts';
import { contract } from '../../server/src/contract/index.ts';
import { newestCode, until } from '../facility.ts';
import { type Asker, ana, facilityInTime, fileOf, grace, letterWords, releases } from './facility-in-time.ts';
import { archive, madeStudy, u1 } from './made-study.ts';
import type { Speaker } from './speaker.ts';

const u1Exam = { examType: 'abdomen', onOrAfter: '2026-12-03', onOrBefore: '2026-12-03', withReport: true } as const;
/** What the program may take from the typed code to "ready": no staff, and less than this. */
const withinMs = 60_000;

describeWith(
  [haveDatabase(), haveSamples(), withTool('pdftotext')],
  'Facility F, where the privacy officer lets the program give by itself',
  () => {
    const f = facilityInTime('2027-02-13T22:30:00-05:00');
    let desk: Speaker;

    beforeAll(async () => {
      // Small pictures: what they cost is measured by the benches.
      await archive(f.facility(), madeStudy({ ...u1, size: '320x240' }));
      desk = await f.desk();
    });

    test('nobody but the privacy officer switches it on, with a reason; until then nothing happens by itself', async () => {
      expect(await desk.ask(contract.readTouchless, {})).toMatchObject({ allowed: false, decision: null });
      const wish = { allowed: true, reason: 'Agreed with counsel; looked at each Monday.' };
      expect(await desk.refusalOf(contract.switchTouchless, wish)).toMatchObject({ code: 'not-privacy-officer' });
      const admin = await f.desk('admin');
      expect(await admin.refusalOf(contract.switchTouchless, wish)).toMatchObject({ code: 'not-privacy-officer' });
      const before = await f.asks(ana, { examItems: [u1Exam] });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await fileOf(desk, before)).toMatchObject({ patient: null, touchless: [] });
      await desk.ask(contract.recordWithdrawal, {
        requestId: before.requestId,
        channel: 'phone',
        said: 'I ask again',
        identityBy: 'called back at the number on file',
        on: '2027-02-13',
      });
      const moss = { username: 'moss', displayName: 'R. Moss', role: 'supervisor', privacyOfficer: true } as const;
      const officer = await f.signedIn(moss);
      await officer.ask(contract.switchTouchless, wish);
      expect(await desk.ask(contract.readTouchless, {})).toMatchObject({
        allowed: true,
        mayChange: false,
        decision: { by: 'R. Moss', reason: wish.reason },
      });
    });

    test('S01: asked at 22:40 on a Saturday, proved by a code, given the same evening without anybody at the desk', async () => {
      await f.at('2027-02-13T22:40:00-05:00');
      const asker = await f.asks(ana, { examItems: [u1Exam] });
      const asked = await asker.speaker.ask(contract.trackRequest, {});
      expect(asked.due).toMatchObject({ receivedOn: '2027-02-13', on: '2027-03-15', daysLeft: 30, level: 'fine' });
      expect(asked.fee).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
      expect(await letterWords(desk, asker, 'L-ACK')).toContain('so the last day is Monday, March 15, 2027.');
      await f.at('2027-02-13T22:44:00-05:00');
      const began = performance.now();
      await provesAlone(asker);
      const tookMs = await isReady(asker, began);
      console.log(
        `S01: from the typed code to 42 stills, 9 clips and the report ready: ${(tookMs / 1000).toFixed(1)} s`,
      );
      expect(tookMs).toBeLessThan(withinMs);
      const { examItems, deliveries } = await asker.speaker.ask(contract.trackRequest, {});
      expect(examItems[0]?.counts).toMatchObject({
        given: { stills: 42, clips: 9, reports: 1, other: 0 },
        missing: [],
      });
      expect(deliveries).toMatchObject([{ kind: 'online', state: 'delivered' }]);
      const letter = await letterWords(desk, asker, 'L-DONE');
      expect(letter).toContain(
        'Before we made the copy, our picture archive listed 42 pictures, 9 clips and 1 report.',
      );
      expect(letter).toMatch(/Is anything missing\? No\./);
      const file = await fileOf(desk, asker);
      expect(file).toMatchObject({ closed: true, givenByItself: true, available: null });
      expect(file.history.filter(({ actor }) => !['program', 'requester', 'public'].includes(actor))).toEqual([]);
      expect(file.history).toContainEqual(expect.objectContaining({ type: 'release.approved', actor: 'program' }));
    });

    test('the desk sees it among the closed ones, and that nobody looked', async () => {
      const { rows } = await desk.ask(contract.listRequests, { show: 'closed' });
      expect(rows.filter(({ givenByItself }) => givenByItself)).toHaveLength(1);
    });

    test('an unsigned report is none: the desk is told the reason, and gives it as ever', async () => {
      const asker = await f.asks(grace, { examItems: [{ examType: 'breast', withReport: true }] });
      await provesAlone(asker);
      const left = await until('it was left to a person', async () =>
        (await fileOf(desk, asker)).touchless.find(({ about, byItself }) => about === 'release' && !byItself),
      );
      expect(left.reasons).toEqual(['report-not-held']);
      const { history, next } = await fileOf(desk, asker);
      expect(next).toMatchObject({ step: 'check-pictures', with: 'you' });
      expect(history).toContainEqual(
        expect.objectContaining({
          type: 'touchless.left-to-person',
          facts: expect.objectContaining({ kind: 'release', reasons: 'report-not-held' }),
        }),
      );
      await releases(desk, asker);
      await isReady(asker, performance.now());
      expect(await fileOf(desk, asker)).toMatchObject({ closed: true, givenByItself: false });
    });

    test('words for a day, and a mistyped number, leave study and person to the desk', async () => {
      const spring = await f.asks(grace, { examItems: [{ examType: 'breast', dateWords: 'last summer' }] });
      await provesAlone(spring);
      expect(await reasonsOf(desk, spring, 'study')).toEqual(['day-in-words']);
      expect((await fileOf(desk, spring)).next).toMatchObject({ step: 'search', with: 'you' });
      const mistyped = await f.asks({ ...grace, mrn: '005121' }, { examItems: [{ examType: 'breast' }] });
      expect(await reasonsOf(desk, mistyped, 'person')).toEqual(['person-not-plain']);
      expect((await fileOf(desk, mistyped)).patient).toBeNull();
    });

    test('a place in words, and a mailbox that a relative has too, are for a person', async () => {
      const elsewhere = await f.asks(grace, { examItems: [{ examType: 'breast', place: 'Northside Radiology' }] });
      await provesAlone(elsewhere);
      expect(await reasonsOf(desk, elsewhere, 'study')).toEqual(['words-to-read']);
      const { familyName, onFile } = grace;
      const contacts = [{ kind: 'email' as const, value: onFile.toUpperCase() }];
      const mother = { familyName, givenName: 'Mei', birthDate: '1950-01-01', identifiers: [], contacts };
      await desk.ask(contract.createPatient, mother);
      const shared = await f.asks(grace, { examItems: [{ examType: 'breast' }] });
      expect(await reasonsOf(desk, shared, 'person')).toEqual(['contact-not-theirs-alone']);
      expect((await fileOf(desk, shared)).patient).toBeNull();
    });

    test('killed at each step of the way, it is given once and said once', async () => {
      const asker = await f.asks(ana, {
        examItems: [{ examType: 'pelvis', onOrAfter: '2025-09-01', onOrBefore: '2025-09-30', withReport: true }],
      });
      await provesAlone(asker);
      await f.killAndStart();
      const seen = new Set<string>();
      const beforeEachStep = ['retrieving', 'checking', 'released'];
      await until(
        'it was given in spite of the kills',
        async () => {
          const { examItems, releaseReady } = await asker.speaker.ask(contract.trackRequest, {});
          if (releaseReady) return true;
          const state = examItems[0]?.state ?? '';
          if (!beforeEachStep.includes(state) || seen.has(state)) return false;
          seen.add(state);
          await f.killAndStart();
          return false;
        },
        120_000,
      );
      expect(seen.size).toBeGreaterThan(0);
      const file = await fileOf(await f.desk(), asker);
      expect(file).toMatchObject({ closed: true, givenByItself: true });
      expect(file.history.filter(({ type }) => type === 'release.approved')).toHaveLength(1);
      expect(file.letters.filter(({ code }) => code === 'L-DONE')).toHaveLength(1);
    });

    /** Types the code that the program sent by itself to the contact on file. */
    async function provesAlone({ speaker, who }: Asker): Promise<void> {
      const mine = async () => {
        const { identity } = await speaker.ask(contract.trackRequest, {});
        return identity.codeSent;
      };
      await until('the program sent a code to the contact on file', mine);
      await speaker.ask(contract.proveIdentity, { code: await newestCode(f.facility(), who.onFile) });
    }
  },
);

/** Asks the person's page until the pictures can be opened; answers how long it took. */
async function isReady({ speaker }: Asker, began: number): Promise<number> {
  await until(
    'the pictures were ready',
    async () => (await speaker.ask(contract.trackRequest, {})).releaseReady,
    120_000,
  );
  return performance.now() - began;
}

async function reasonsOf(desk: Speaker, asker: Asker, about: 'person' | 'study'): Promise<string[]> {
  const verdict = await until(`the question of the ${about} was left to a person`, async () =>
    (await fileOf(desk, asker)).touchless.find((one) => one.about === about && !one.byItself),
  );
  return verdict.reasons;
}
