import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { contract } from '../server/src/contract/index.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import {
  type Asker,
  ana,
  facilityInTime,
  fetched,
  fileOf,
  grace,
  matches,
  proves,
  type Who,
} from './scenarios/facility-in-time.ts';
import type { Speaker } from './scenarios/speaker.ts';
import { desktop, openVisitor, reads, type Visitor } from './visitor.ts';
import { deskDeterminationWords, deskFileWords, deskAuthorityWords as say } from './words.ts';

const mateo: Who = {
  givenName: 'Mateo',
  familyName: 'Rivera',
  birthDate: '2016-02-29',
  mrn: '006033',
  onFile: '+1 555 555 0162',
};

describeWith([haveChromiumHere()], 'Whose right it is, at the desk', () => {
  const time = facilityInTime(new Date().toISOString());
  const browser = browserForTests();
  let doctor: Speaker;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    const osei = { username: 'osei', displayName: 'Dr. Osei', role: 'supervisor', licensedAs: 'MD' } as const;
    doctor = await time.signedIn(osei);
  });

  /** A page of the request, as Dr. Osei sees it. */
  async function at(place: string, { requestId }: Asker, story: string): Promise<Visitor> {
    const visitor = await openVisitor(browser(), desktop, story);
    visitors.push(visitor);
    await visitor.context.addCookies(doctor.cookies());
    await visitor.page.goto(`${time.facility().url}/desk/requests/${requestId}?at=${place}`);
    return visitor;
  }
  const opens = (page: Page, summary: string) => page.locator('summary').filter({ hasText: summary }).click();
  const presses = (page: Page, name: string) => page.getByRole('button', { name }).click();
  const showsPhotoId = async ({ requestId, who }: Asker) => {
    const { suggestedPatients } = await doctor.ask(contract.readRequestFile, { requestId });
    const patient = suggestedPatients.find(({ identifiers }) => identifiers.some(({ mrn }) => mrn === who.mrn));
    await doctor.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
    await doctor.ask(contract.recordIdentityProof, { requestId, method: 'photo-id', evidence: 'Driving licence' });
  };

  test('a sister of somebody who died is told what matters to her help, once nobody knows of another wish', async () => {
    const requester = { is: 'family', name: 'Rosa Liu', basis: 'I drove her to every appointment' } as const;
    const sister = await time.asks(grace, { requester, signedName: 'Rosa Liu' });
    await showsPhotoId(sister);
    const { page, shoot } = await at('identity', sister, 'family');
    await reads(page, deskFileWords('because-family', { name: 'Rosa Liu' }));
    await opens(page, say('family'));
    await page.getByLabel(say('family-death')).fill('A death certificate, seen');
    await page.getByLabel(say('family-involvement')).fill('drove her to every appointment');
    await page.getByLabel(say('family-told')).fill('that the scan of July was normal');
    await page.getByRole('radio', { name: say('family-wish-none-known') }).check();
    await shoot('asked');
    await presses(page, say('family-act'));
    await reads(page, '“that the scan of July was normal”');
    await shoot('told');
  });

  test('a parent is not treated as a representative by a licensed professional; the letter says who may ask, and no reason', async () => {
    const requester = { is: 'parent', name: 'Sam Rivera' } as const;
    const parent = await time.asks(mateo, {
      requester,
      signedName: 'Sam Rivera',
      examItems: [{ examType: 'abdomen' }],
    });
    await showsPhotoId(parent);
    const { page, shoot } = await at('identity', parent, 'not-treated');
    await page.getByLabel(say('category')).selectOption('sti');
    await page.getByLabel(say('basis')).selectOption('minor_statutory');
    await reads(page, say('sensitive'));
    await opens(page, say('refuse'));
    await page.getByRole('radio', { name: say('refuse-endangerment') }).check();
    await page.getByRole('checkbox', { name: say('refuse-interest') }).check();
    await page.getByLabel(say('refuse-reason')).fill('Court order of 2026: he may not come near the child.');
    await shoot('asked');
    await presses(page, say('refuse-act'));
    await reads(page, say('not-treated', { name: 'Dr. Osei' }));
    await presses(page, say('preview'));
    const letter = page.frameLocator(`iframe[title="${say('preview-title')}"]`);
    await letter.getByText('Who may ask', { exact: true }).waitFor();
    expect(await letter.locator('body').innerText()).not.toMatch(/come near|endanger|violence|Osei/i);
    await shoot('letter');
    await presses(page, say('send-who-may-ask'));
    await reads(page, say('letter-sent'));
    expect(await fileOf(doctor, parent)).toMatchObject({ closed: true, examItems: [{ outcome: 'not-theirs' }] });
    const { exams } = await doctor.ask(contract.readAuthorityCard, { requestId: parent.requestId });
    expect(exams).toMatchObject([{ category: 'sti', basis: 'minor_statutory', may: false }]);
  });

  test('an authorization is taken back: its copy does not leave', async () => {
    const authorization = {
      describesInformation: 'my pictures of this year',
      purpose: 'at my request',
      endsWithRequest: true,
      statementsAccepted: true,
    } as const;
    const address = ['1 Law Street', 'Springfield, NY 10001'];
    const toLee = { kind: 'prints', who: 'third-party', name: 'B. Lee', address, authorization } as const;
    const asker = await time.asks(ana, { deliveries: [{ kind: 'online' }, toLee] });
    await proves(time, doctor, asker);
    const { page, shoot } = await at('copies', asker, 'taken-back');
    await opens(page, say('taken-back'));
    await page.getByLabel(say('taken-back-seen')).fill('Signed letter of today');
    await shoot('asked');
    await presses(page, say('taken-back-act'));
    await reads(page, say('copy-waits', { name: 'B. Lee' }));
    await shoot('done');
    const card = await doctor.ask(contract.readAuthorityCard, { requestId: asker.requestId });
    expect(card.instruments).toMatchObject([{ under: 'authorization', state: 'revoked' }]);
  });

  test('state law keeps a report closed: the desk says which law and when it was finished, and the law says the rest', async () => {
    const admin = await time.desk('admin');
    await admin.ask(contract.choosePolicy, { choice: 'us-federal+TX', provider: [], overlay: {} });
    const asker = await time.asks(ana, {});
    await proves(time, doctor, asker);
    await matches(doctor, asker, /./);
    await fetched(doctor, asker);
    const { page, shoot } = await at('decisions', asker, 'report-waits');
    await page.getByRole('radio', { name: deskDeterminationWords('do-hold') }).check();
    await page.getByLabel(deskDeterminationWords('hold-code'), { exact: true }).selectOption('state-embargo');
    await page.getByLabel(deskDeterminationWords('embargo-statute')).selectOption('TX-1590062/embargo');
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(deskDeterminationWords('finalised-day')).fill(yesterday);
    await page.getByLabel(deskDeterminationWords('finalised-time')).fill('10:00');
    await shoot('asked');
    await presses(page, deskDeterminationWords('set-hold'));
    await page.getByText(/The report opens by itself/).waitFor();
    await shoot('held');
  });

  test('none of these pages has a fault that a machine can find', () => {
    expect(visitors.flatMap(({ faults, complaints }) => [...faults, ...complaints])).toEqual([]);
  });
});
