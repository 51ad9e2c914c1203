import { beforeAll, expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { contract } from '../server/src/contract/index.ts';
import { signInAtDesk } from './desk-steps.ts';
import { newestCode, until } from './facility.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import {
  ana,
  facilityInTime,
  fileOf,
  grace,
  matches,
  proves,
  releases,
  type Who,
} from './scenarios/facility-in-time.ts';
import { desktop, openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { deskDeterminationWords, deskFileWords, deskSetupWords, touchlessWords } from './words.ts';

describeWith([haveChromiumHere()], 'What needs nobody, and what needs somebody, at the desk', () => {
  const time = facilityInTime(new Date().toISOString());
  const browser = browserForTests();
  let desk: Visitor;
  const at = (place: string) => `${time.facility().url}/desk/${place}`;
  beforeAll(async () => {
    desk = await openVisitor(browser(), desktop, 'alone');
    await signInAtDesk(desk, time.facility(), 'desk');
  });

  test('the privacy officer switches it on with a reason, in Spanish on a phone; the desk can only read it', async () => {
    await desk.page.goto(at('settings/by-itself'));
    await reads(desk.page, touchlessWords('only-privacy-officer'));
    await desk.shoot('setting-off');
    const privacy = await openVisitor(browser(), phone, 'officer');
    await signInAtDesk(privacy, time.facility(), 'privacy');
    await privacy.page.goto(at('settings/by-itself'));
    await privacy.page.getByRole('button', { name: touchlessWords('switch-on') }).click();
    await reads(privacy.page, touchlessWords('need-reason'));
    await privacy.page.getByLabel(touchlessWords('reason')).fill('Agreed with counsel; looked at each Monday.');
    await privacy.shoot('reason');
    await privacy.page.getByRole('button', { name: touchlessWords('switch-on') }).click();
    await reads(privacy.page, touchlessWords('is-on'));
    await privacy.page.evaluate(() => localStorage.setItem('echoback-language', 'es'));
    await privacy.page.reload();
    await privacy.page.locator('html[lang="es"]').waitFor();
    await reads(privacy.page, 'Está activado');
    await privacy.shoot('on-in-spanish');
    expect([...privacy.faults, ...privacy.complaints]).toEqual([]);
    await privacy.leave();
  });

  test('the file says what the program gave by itself, and why it left another one to a person', async () => {
    const given = await time.asks(ana, { examItems: [{ examType: 'pelvis' }] });
    await proveBy(ana, given);
    const left = await time.asks(grace, { examItems: [{ examType: 'breast', withReport: true }] });
    await proveBy(grace, left);
    const staff = await time.desk();
    await until(
      'one was given and one was left',
      async () => {
        const [one, other] = [await fileOf(staff, given), await fileOf(staff, left)];
        return one.closed && other.touchless.some(({ about, byItself }) => about === 'release' && !byItself);
      },
      120_000,
    );
    await desk.page.goto(at(`requests/${left.requestId}`));
    await reads(desk.page, touchlessWords('because-report-not-held'));
    await desk.shoot('left-to-a-person');
    await desk.page.goto(at(`requests/${given.requestId}`));
    await reads(desk.page, touchlessWords('given-by-itself'));
    await desk.page.goto(at('?show=closed'));
    await desk.page.getByRole('button', { name: 'Closed', exact: true }).click();
    await reads(desk.page, touchlessWords('given-short'));
    await desk.shoot('closed-list');
  });

  test('an exam that is still open is named where the other one is given; what is held here is offered beside', async () => {
    const officer = await time.signedIn({
      username: 'moss',
      displayName: 'R. Moss',
      role: 'supervisor',
      privacyOfficer: true,
    });
    await officer.ask(contract.switchTouchless, { allowed: false, reason: 'For this test.' });
    const asker = await time.asks(ana, {
      examItems: [{ examType: 'pregnancy' }, { examType: 'heart', place: 'Northside Radiology' }],
    });
    const staff = await time.desk();
    await proves(time, staff, asker);
    await matches(staff, asker, /US OB/);
    await staff.ask(contract.searchStudies, {
      requestId: asker.requestId,
      examItemId: (await fileOf(staff, asker)).examItems[1]?.id ?? '',
      mrn: ana.mrn,
    });
    await until('the first was here', async () => (await fileOf(staff, asker)).next.step === 'check-pictures', 60_000);
    await desk.page.goto(at(`requests/${asker.requestId}/check`));
    await reads(desk.page, /Still open: Heart scan/);
    await desk.shoot('part');
    await desk.page.goto(at(`requests/${asker.requestId}?at=exams`));
    await desk.page.getByText('Heart', { exact: false }).first().click();
    await desk.page.getByRole('button', { name: deskFileWords('no-such-exam') }).click();
    await desk.page.getByText(deskFileWords('outcome-not-maintained'), { exact: true }).click();
    await reads(desk.page, deskFileWords('held-here'));
    await desk.shoot('held-here');
    expect([...desk.faults, ...desk.complaints]).toEqual([]);
  });

  test('a recalled copy waits for its four factors, and stands in the accounting of whose pictures they were', async () => {
    const asker = await time.asks(grace, { examItems: [{ examType: 'breast' }] });
    const staff = await time.desk();
    await proves(time, staff, asker);
    await matches(staff, asker, /breast/i);
    await releases(staff, asker);
    await until('it was given', async () => (await fileOf(staff, asker)).closed);
    const moss = await time.signedIn({
      username: 'moss2',
      displayName: 'P. Moss',
      role: 'supervisor',
      privacyOfficer: true,
    });
    const { releases: given } = await moss.ask(contract.readDeterminations, { requestId: asker.requestId });
    const { rows } = await staff.ask(contract.listPatients, { search: 'Rivera' });
    const other = rows.find(({ birthDate }) => birthDate === '1989-11-02');
    const { today } = await staff.ask(contract.readFacility, {});
    await moss.ask(contract.recallRelease, {
      releaseId: given[0]?.id ?? '',
      what: 'wrong-patient',
      reason: 'another patient',
      discoveredOn: today,
      whatHappened: 'We gave pictures of your exam to another patient.',
      kindsOfData: ['Your name'],
      protectYourself: ['Read the mail from your health plan.'],
      whatWeDo: ['The link was closed within a minute.'],
      tollFree: '1-800-555-0100',
      affectedPatientId: other?.id ?? '',
    });
    const privacy = await openVisitor(browser(), desktop, 'factors');
    await signInAtDesk(privacy, time.facility(), 'privacy');
    await privacy.page.goto(at(`requests/${asker.requestId}?at=decisions`));
    await reads(privacy.page, deskDeterminationWords('presumed-breach'));
    await privacy.page.getByRole('button', { name: deskDeterminationWords('assess') }).click();
    for (const name of ['whatData', 'whoGotIt', 'acquiredOrViewed', 'mitigated'] as const) {
      await privacy.page.getByLabel(deskDeterminationWords(`factor-${name}`)).fill('Known and written down.');
    }
    await privacy.shoot('factors');
    await privacy.page.getByRole('button', { name: deskDeterminationWords('record-assessment') }).click();
    await reads(privacy.page, deskDeterminationWords('is-breach', { authority: deskDeterminationWords('hhs-ocr') }));
    await privacy.shoot('assessed');
    await desk.page.goto(at(`patients/${other?.id}`));
    await reads(desk.page, deskSetupWords('accounting-wrong-patient'));
    await desk.shoot('accounting');
    expect([...privacy.faults, ...privacy.complaints, ...desk.faults, ...desk.complaints]).toEqual([]);
  });

  /** Types the code that the program sent by itself. */
  async function proveBy(who: Who, { speaker }: Awaited<ReturnType<typeof time.asks>>): Promise<void> {
    await until('a code was sent', async () => (await speaker.ask(contract.trackRequest, {})).identity.codeSent);
    await speaker.ask(contract.proveIdentity, { code: await newestCode(time.facility(), who.onFile) });
  }
});
