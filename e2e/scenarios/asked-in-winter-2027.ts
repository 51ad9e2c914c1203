import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { until } from '../facility.ts';
import { ana, type FacilityInTime, fileOf, grace, letterWords, matches, proves, releases } from './facility-in-time.ts';
import { openSpeaker } from './speaker.ts';

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
    const hold = { requestId, code: 'balance-due', holds: ['images', 'report'] } as const;
    expect(await then.refusalOf(contract.setHold, { ...hold, holds: [...hold.holds] })).toMatchObject({
      code: 'never-a-hold',
    });
    expect(await then.refusalOf(contract.holdForMoney, { requestId, for: 'unpaid-care' })).toMatchObject({
      code: 'copies-not-withheld-for-unpaid-care',
    });
    const { history } = await fileOf(then, asker);
    expect(history.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(0);
    await releases(then, asker);
    const letter = await letterWords(then, asker, 'L-DONE');
    expect(letter).not.toMatch(/\$|balance|1,240/i);
  });

  test('S12: looking, saving and downloading cost nothing on 2027-02-08, whatever else is chosen beside them', async () => {
    await f.at('2027-02-08T10:00:00-05:00');
    const quote = await openSpeaker(f.facility().url).ask(contract.makeQuote, { deliveries: ['online'] });
    expect(quote.fee).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
    expect(quote.due).toMatchObject({ on: '2027-03-10' });
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
    await proves(f, desk, asker);
    await matches(desk, asker, /US OB/);
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
