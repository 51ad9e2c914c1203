import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { until } from '../facility.ts';
import {
  ana,
  type FacilityInTime,
  fetched,
  fileOf,
  grace,
  letterWords,
  matches,
  proves,
  releases,
} from './facility-in-time.ts';

/** January and February 2027: held elsewhere, an unpaid bill, looking for free, and a plain request. */
export function askedInWinter2027(f: FacilityInTime): void {
  test('S18: done at Northside Radiology; L-NOT names them, once imported copies were looked for', async () => {
    await f.at('2027-01-25T10:00:00-05:00');
    const asker = await f.asks(grace, { examItems: [{ examType: 'pelvis', place: 'Northside Radiology' }] });
    const desk = await f.desk();
    await proves(f, desk, asker);
    const examItemId = (await fileOf(desk, asker)).examItems[0]?.id ?? '';
    const keeper = { name: 'Northside Radiology', address: '9 North Ave', phone: '555-555-0111' };
    const told = { examItemId, outcome: 'not-maintained', reason: 'Done at Northside Radiology', keeper } as const;
    expect((await desk.refusalOf(contract.closeExamItem, told)).code).toMatch(/^(wrong-step|sources-not-searched)$/);
    await desk.ask(contract.searchStudies, { requestId: asker.requestId, examItemId, mrn: grace.mrn });
    await desk.ask(contract.closeExamItem, told);
    const letter = await letterWords(desk, asker, 'L-NOT');
    expect(letter).toContain('Please ask Northside Radiology, 9 North Ave, phone 555-555-0111.');
    expect(letter).not.toMatch(/denied|denial/i);
    expect((await fileOf(desk, asker)).due.on).toBe('2027-02-24');
  });

  test('S18: she asked for everything: what others sent us is given, beside the name of who keeps the rest', async () => {
    await f.at('2027-01-25T14:00:00-05:00');
    const asker = await f.asks(grace, {
      examItems: [{ examType: 'pelvis', dateWords: 'everything you have', place: 'Northside Radiology' }],
    });
    const { requestId } = asker;
    const desk = await f.desk();
    await proves(f, desk, asker);
    const examItemId = (await fileOf(desk, asker)).examItems[0]?.id ?? '';
    const found = await desk.ask(contract.searchStudies, { requestId, examItemId, mrn: grace.mrn });
    const held = found.candidates.find(({ description }) => /breast/i.test(description ?? ''));
    const { imageSourceId = '', studyInstanceUid = '' } = held ?? {};
    const keeper = { name: 'Northside Radiology', address: '9 North Ave', phone: '555-555-0111' };
    const told = { examItemId, outcome: 'not-maintained', reason: 'Done at Northside Radiology', keeper } as const;
    const alsoGive = [{ searchId: found.id, imageSourceId, studyInstanceUid }];
    await desk.ask(contract.closeExamItem, { ...told, alsoGive });
    const letter = await letterWords(desk, asker, 'L-NOT');
    expect(letter).toContain('Please ask Northside Radiology, 9 North Ave, phone 555-555-0111.');
    expect(letter).toMatch(/We keep this, and you get it: US BREAST LEFT, Thursday, June 11, 2026\./);
    expect((await fileOf(desk, asker)).closed).toBe(false);
    await releases(desk, asker);
    await until('what was held here was given', async () => (await fileOf(desk, asker)).closed);
    const { examItems } = await asker.speaker.ask(contract.trackRequest, {});
    expect(examItems.map(({ outcome }) => outcome)).toEqual(['not-maintained', 'given']);
  });

  test('S11: an unpaid bill holds nothing; the attempt is on record and the copy goes out the same day', async () => {
    await f.at('2027-02-01T09:00:00-05:00');
    const asker = await f.asks(grace, { examItems: [{ examType: 'breast' }] });
    const { requestId } = asker;
    const desk = await f.desk();
    await proves(f, desk, asker);
    await matches(desk, asker, /breast/i);
    await f.at('2027-02-04T09:00:00-05:00');
    const then = await f.desk();
    const owed = 'Patient account: $1,240.00 overdue for this exam';
    const held = await then.refusalOf(contract.setHold, {
      ...{ requestId, code: 'balance-due', holds: ['images', 'report'], caseDecision: owed },
    });
    expect(held.code).toBe('never-a-hold');
    expect(JSON.stringify(held)).toContain('Copies may not be withheld for unpaid care.');
    expect(await then.refusalOf(contract.holdForMoney, { requestId, for: 'unpaid-care' })).toMatchObject({
      code: 'copies-not-withheld-for-unpaid-care',
    });
    const { history } = await fileOf(then, asker);
    expect(
      history.filter(({ outcome }) => outcome === 'refused').map(({ type, facts }) => [type, facts.reason]),
    ).toEqual([
      ['hold.refused', 'balance-due'],
      ['fee.refused', 'copies-not-withheld-for-unpaid-care'],
    ]);
    // What is owed for care is nowhere that a copy is decided on, nor in what she is told.
    await fetched(then, asker);
    const bill = /balance|1,?240|overdue for/i;
    const screen = [
      await then.ask(contract.checkPictures, { requestId }),
      await then.ask(contract.readParts, { requestId }),
    ];
    expect(JSON.stringify(screen)).not.toMatch(bill);
    await releases(then, asker);
    await until('it was given', async () => (await fileOf(then, asker)).closed);
    const given = await fileOf(then, asker);
    expect(given.history.find(({ type }) => type === 'delivery.ready')?.at).toMatch(/^2027-02-04T/);
    const letter = await letterWords(then, asker, 'L-DONE');
    expect(letter).toContain('Thursday, February 4, 2027');
    expect(letter).not.toMatch(/\$|balance|1,?240|owe/i);
    await f.comesBack(asker);
    expect(JSON.stringify(await asker.speaker.ask(contract.trackRequest, {}))).not.toMatch(bill);
  });

  test('S12: she looks at them here for nothing, with times offered in five working days; the visit is access given', async () => {
    await f.at('2027-02-08T10:00:00-05:00');
    const deliveries = [{ kind: 'online' }, { kind: 'inspection', times: 'after work' }] as const;
    const asker = await f.asks(grace, { examItems: [{ examType: 'breast' }], deliveries: [...deliveries] });
    const { requestId } = asker;
    const desk = await f.desk();
    const asked = await fileOf(desk, asker);
    expect(asked).toMatchObject({ fee: { totalCents: 0, method: 'free', lines: [] }, due: { on: '2027-03-10' } });
    // February 15 is Presidents’ Day.
    expect(asked.promises).toContainEqual({ name: 'offer-inspection', by: '2027-02-16', keptOn: null, late: false });
    expect(await letterWords(desk, asker, 'L-ACK')).toContain('by Tuesday, February 16, 2027.');

    const handling = { requestId, label: 'portal-handling', cents: 500 } as const;
    const line = await desk.refusalOf(contract.addFeeLine, handling);
    expect(line.code).toMatch(/never-charged/);
    expect(JSON.stringify(line)).toContain('45 CFR 171.302(b)');
    const where = { place: '12 River Street, room 4', askFor: 'Health Information Management' };
    const times = [
      { on: '2027-02-11', at: '17:30' },
      { on: '2027-02-12', at: '09:00' },
    ];
    await desk.ask(contract.offerInspection, { requestId, ...where, times });
    const { visit } = await asker.speaker.ask(contract.trackRequest, {});
    if (visit?.is !== 'offered') throw new Error('no times on offer');
    expect(visit.offer).toMatchObject({ ...where, times });
    await asker.speaker.ask(contract.answerInspectionOffer, { offerId: visit.offer.id, time: times[1] });
    await proves(f, desk, asker);
    await matches(desk, asker, /breast/i);
    await releases(desk, asker);
    await until('the release could be seen', async () => (await fileOf(desk, asker)).next.step === 'await-visit');
    expect(await fileOf(desk, asker)).toMatchObject({ closed: false, next: { step: 'await-visit', with: 'patient' } });
    const done = await letterWords(desk, asker, 'L-DONE');
    expect(done).toMatch(/You chose this time: • Friday, February 12, 2027, 9:00 a\.m\./);
    expect(done).toContain('You may take photos and notes.');
    // What the sonographer handed her is no copy: it ends nothing, and the letter says so.
    expect(done).toContain('Small prints or files that you were handed during the exam are keepsakes.');
    const souvenir = { examItemId: (await fileOf(desk, asker)).examItems[0]?.id ?? '', outcome: 'none-found' } as const;
    expect(await desk.refusalOf(contract.closeExamItem, { ...souvenir, reason: 'Has keepsake prints' })).toMatchObject({
      code: 'wrong-step',
    });
    // The download that she asked for too: hers now, for nothing.
    expect((await asker.speaker.file(contract.downloadPackage, {})).subarray(0, 2).toString()).toBe('PK');
    expect((await asker.speaker.ask(contract.trackRequest, {})).fee).toMatchObject({ totalCents: 0, lines: [] });

    await f.at('2027-02-12T10:00:00-05:00');
    const then = await f.desk();
    const inspection = await then.ask(contract.readInspection, { requestId });
    await then.ask(contract.recordInspectionVisit, {
      ...{ requestId, on: '2027-02-12', at: '09:05', came: 'Grace Liu', shownBy: 'Maria Chen' },
      shown: inspection?.ready.map(({ examItemId }) => examItemId) ?? [],
    });
    await f.at('2027-04-01T10:00:00-04:00');
    const after = await fileOf(await f.desk(), asker);
    // The clock stands at the day of the visit.
    expect(after).toMatchObject({ closed: true, due: { on: '2027-03-10', daysLeft: 26 } });
    expect(after.history.map(({ type }) => type)).toContain('inspection.held');
    expect(after.fee.totalCents).toBe(0);
    await f.at('2027-02-12T11:00:00-05:00');
  });

  test('S01: asked at 22:40 on a Saturday in winter, due on 2027-03-15, given the same evening for nothing', async () => {
    await f.at('2027-02-13T22:40:00-05:00');
    const asker = await f.asks(ana, { examItems: [{ examType: 'pregnancy', withReport: true }] });
    const tracked = await asker.speaker.ask(contract.trackRequest, {});
    expect(tracked.due).toMatchObject({ receivedOn: '2027-02-13', on: '2027-03-15', daysLeft: 30, level: 'fine' });
    expect(tracked.fee).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
    const desk = await f.desk();
    const acknowledged = await letterWords(desk, asker, 'L-ACK');
    expect(acknowledged).toContain('so the last day is Monday, March 15, 2027.');
    await f.at('2027-02-13T22:44:00-05:00');
    await proves(f, desk, asker);
    await f.at('2027-02-13T22:45:00-05:00');
    await matches(desk, asker, /US OB/);
    await fetched(desk, asker);
    // From now on it could be met: nothing to flag on the same evening.
    expect((await fileOf(desk, asker)).available).toEqual({
      since: expect.stringMatching(/^2027-02-14T03:45:/),
      sinceDay: '2027-02-13',
      level: 'nothing',
    });
    await releases(desk, asker);
    await until(
      'the release could be seen',
      async () => (await asker.speaker.ask(contract.trackRequest, {})).releaseReady,
    );
    const done = await letterWords(desk, asker, 'L-DONE');
    expect(done).toMatch(/Is anything missing\? No\./);
    expect(done).toContain('February 13, 2027');
    expect((await fileOf(desk, asker)).closed).toBe(true);
  });
}
