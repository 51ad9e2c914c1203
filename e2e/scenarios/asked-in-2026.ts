import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { readOutbox, until } from '../facility.ts';
import {
  type Asker,
  ana,
  type FacilityInTime,
  fileOf,
  grace,
  letterWords,
  matches,
  proves,
  releases,
  showsPhotoId,
} from './facility-in-time.ts';
import { openSpeaker, type Speaker } from './speaker.ts';

/** OD-17: the report is here, so she has it that day; the films keep the day of the letter. */
async function givesReportNow(f: FacilityInTime, desk: Speaker, asker: Asker): Promise<void> {
  const { requestId } = asker;
  const examItemId = (await fileOf(desk, asker)).examItems[0]?.id ?? '';
  const report = Buffer.from('%PDF-1.4\n% report of 2009\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
  await desk.upload(contract.attachReport, { examItemId }, Uint8Array.from(report));
  const { version } = await fileOf(desk, asker);
  await desk.ask(contract.approveRelease, { requestId, version, only: 'report' });
  await f.comesBack(asker);
  const tracked = await until('the report could be opened', async () => {
    const now = await asker.speaker.ask(contract.trackRequest, {});
    return now.releaseReady && now;
  });
  expect(tracked).toMatchObject({
    closed: false,
    headline: 'part-ready',
    examItems: [{ partGiven: 'report' }],
    due: { on: '2026-09-25' },
  });
  const opened = await asker.speaker.file(contract.openAttachedReport, { ordinal: 0 });
  expect(opened).toEqual(report);
  const letter = await letterWords(desk, asker, 'L-DONE');
  expect(letter).toContain('Your report is ready');
  expect(letter).toContain('You will have an answer by Friday, September 25, 2026.');
}

/** What began in 2026: withdrawn, extended, late, and given on a holiday weekend. */
export function askedIn2026(f: FacilityInTime): void {
  test('S21: she withdraws by phone after a call-back; the clock stops that day, and a new request has its own date', async () => {
    await f.at('2026-05-04T09:00:00-04:00');
    const asker = await f.asks(grace, { examItems: [{ examType: 'breast' }] });
    expect((await fileOf(await f.desk(), asker)).due.on).toBe('2026-06-03');
    await f.at('2026-05-14T11:00:00-04:00');
    const desk = await f.desk();
    const { requestId } = asker;
    const said = { requestId, channel: 'phone', said: 'I take it back', on: '2026-05-14' } as const;
    const identityBy = 'called back at the number on file';
    expect(await desk.refusalOf(contract.recordWithdrawal, { ...said, identityBy: '' })).toMatchObject({
      code: 'withdrawer-not-identified',
    });
    expect(await desk.refusalOf(contract.recordWithdrawal, { ...said, said: '', identityBy })).toMatchObject({
      code: 'silence-is-no-withdrawal',
    });
    await desk.ask(contract.recordWithdrawal, { ...said, identityBy });
    const { withdrawal } = await desk.ask(contract.readDeterminations, { requestId });
    expect(withdrawal).toMatchObject({ withdrawnOn: '2026-05-14', keepUntil: '2032-05-14' });
    expect((await fileOf(desk, asker)).closed).toBe(true);
    const letter = await letterWords(desk, asker, 'L-WITH');
    expect(letter).toContain('You took your request back on Thursday, May 14, 2026, by phone.');
    expect(letter).toContain('Nothing. No copy has left us.');
    await f.at('2026-05-20T11:00:00-04:00');
    const again = await f.asks(grace, { examItems: [{ examType: 'breast' }] });
    expect((await fileOf(await f.desk(), again)).due.on).toBe('2026-06-19');
  });

  test('S04: one extension on the last afternoon, sent with its reason and date; a second one is refused', async () => {
    await f.at('2026-08-03T09:00:00-04:00');
    const asker = await f.asks(ana, { examItems: [{ examType: 'abdomen', dateWords: '2009, on film' }] });
    const { requestId } = asker;
    await proves(f, await f.desk(), asker);
    await f.at('2026-09-02T16:10:00-04:00');
    const desk = await f.desk();
    expect((await fileOf(desk, asker)).due.on).toBe('2026-09-02');
    const reason = 'films are in off-site storage; the vendor delivers on 15 September';
    const wish = { requestId, promisedOn: '2026-09-25', reason, cause: 'off-site-storage' } as const;
    const refused = (change: object) => desk.refusalOf(contract.wishExtension, { ...wish, ...change });
    expect(await refused({ promisedOn: '2026-10-03' })).toMatchObject({ code: 'date-too-late' });
    expect(await refused({ reason: '' })).toMatchObject({ code: 'reason-missing' });
    // “Busy” is no legal bar, and a clerk needs somebody who stands for it.
    const kim = await f.signedIn({ username: 'kim', displayName: 'Kim Reyes', role: 'clerk' });
    const busy = await kim.ask(contract.wishExtension, { ...wish, reason: 'busy', cause: 'other' });
    expect(busy.needsSupervisor).toBe(true);
    const unagreed = { requestId, wishId: busy.wishId, by: 'portal' } as const;
    expect(await kim.refusalOf(contract.sendExtension, unagreed)).toMatchObject({ code: 'supervisor-needed' });
    const { wishId } = await desk.ask(contract.wishExtension, { ...wish, readyNow: 'the written report' });
    expect((await fileOf(desk, asker)).due.on).toBe('2026-09-02');
    expect(await desk.ask(contract.readExtension, { requestId })).toMatchObject({ latest: '2026-10-02', sent: null });
    await desk.ask(contract.sendExtension, { requestId, wishId, by: 'portal' });
    expect((await fileOf(desk, asker)).due).toMatchObject({
      on: '2026-09-25',
      extension: { sentOn: '2026-09-02', promisedOn: '2026-09-25', reason },
    });
    const letter = await letterWords(desk, asker, 'L-EXT');
    expect(letter).toContain(`This is the reason: ${reason}`);
    expect(letter).toContain('We will finish it by Friday, September 25, 2026.');
    expect(letter).toContain('This is ready today: the written report.');
    const { phone } = await asker.speaker.ask(contract.readFacility, {});
    expect(letter).toContain(phone);
    await givesReportNow(f, desk, asker);
    await f.at('2026-09-24T10:00:00-04:00');
    const later = await f.desk();
    const second = await later.refusalOf(contract.wishExtension, { ...wish, promisedOn: '2026-10-02' });
    expect(second.code).toBe('already-extended');
    expect(second.title).toMatch(/only one extension is allowed/i);
    expect(await later.ask(contract.readExtension, { requestId })).toMatchObject({
      barred: { code: 'already-extended', cite: expect.stringContaining('164.524(b)(2)(ii)(B)') },
    });
  });

  test('S05: nobody wrote in time; on day 31 it is overdue since midnight, and stands first on the worklist', async () => {
    await f.at('2026-08-03T10:00:00-04:00');
    const late = await f.asks(ana, { examItems: [{ examType: 'other', dateWords: '2009, on film' }] });
    await f.at('2026-09-02T23:59:00-04:00');
    expect((await fileOf(await f.desk(), late)).due).toMatchObject({ on: '2026-09-02', daysLeft: 0, level: 'soon' });
    await f.at('2026-09-03T08:00:00-04:00');
    const fresh = await f.asks(grace, { examItems: [{ examType: 'breast' }] });
    const desk = await f.desk();
    expect((await fileOf(desk, late)).due).toMatchObject({ overdueFrom: '2026-09-03', daysLeft: -1, level: 'late' });
    const { rows } = await desk.ask(contract.listRequests, {});
    const order = rows.map(({ reference }) => reference);
    expect(order.indexOf(late.reference)).toBeLessThan(order.indexOf(fresh.reference));
    const wish = {
      promisedOn: '2026-09-25',
      reason: 'Films come on 15 September.',
      cause: 'off-site-storage',
    } as const;
    const tooLate = await desk.refusalOf(contract.wishExtension, { requestId: late.requestId, ...wish });
    expect(tooLate.code).toBe('too-late-to-extend');
    expect((await fileOf(desk, late)).letters.map(({ code }) => code)).not.toContain('L-EXT');
    // Told in the morning, without anybody's hand: an apology with a new day (six working days, Labor Day left out).
    const letter = await letterWords(desk, late, 'L-LATE');
    const { phone } = await late.speaker.ask(contract.readFacility, {});
    for (const said of [
      'sorry',
      'Wednesday, September 2, 2026',
      'Monday, September 14, 2026',
      'Office for Civil Rights',
    ])
      expect(letter).toContain(said);
    expect(letter).toMatch(/privacy officer/i);
    expect(letter).toContain(phone);
    // Answered the same day, it is late for good in the report for compliance.
    await showsPhotoId(desk, late);
    const search = { requestId: late.requestId, examItemId: (await fileOf(desk, late)).examItems[0]?.id ?? '' };
    await desk.ask(contract.searchStudies, { ...search, familyName: 'Rivera', givenName: 'Ana', mrn: '0' });
    await desk.ask(contract.closeExamItem, { ...search, outcome: 'none-found', reason: 'No film of 2009 is kept' });
    expect((await fileOf(desk, late)).closed).toBe(true);
    const { late: counted } = await desk.ask(contract.readLateAnswers, {});
    expect(counted.find(({ reference }) => reference === late.reference)).toMatchObject({
      dueOn: '2026-09-02',
      answeredOn: '2026-09-03',
      daysLate: 1,
    });
    const alerts = (await readOutbox(f.facility())).filter(({ body }) => body.includes(`${late.reference}: `));
    expect(alerts.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['Late requests, for the privacy officer', 'Requests that need attention']),
    );
  });

  test('S03: asked for on Thanksgiving, due on a Saturday and not rolled; a CD by post is $6.50 all in; the carrier ends it', async () => {
    await f.at('2026-11-26T12:00:00-05:00');
    const address = ['8 Hill Road', 'Springfield, NY 10001'];
    const asker = await f.asks(grace, { examItems: [{ examType: 'breast' }], deliveries: [{ kind: 'cd', address }] });
    const { due, fee } = await asker.speaker.ask(contract.trackRequest, {});
    expect(due).toMatchObject({ receivedOn: '2026-11-26', on: '2026-12-26', actionBy: '2026-12-24', daysLeft: 30 });
    expect(fee).toMatchObject({ totalCents: 650, method: 'flat', lines: [{ label: 'flat', cents: 650 }] });
    const desk = await f.desk();
    await proves(f, desk, asker);
    await matches(desk, asker, /breast/i);
    await releases(desk, asker);
    const disc = await until('the disc was ready', async () =>
      (await fileOf(desk, asker)).deliveries.find(({ kind, state }) => kind === 'cd' && state === 'ready'),
    );
    // A label is no carrier: the request stays open until somebody took the parcel.
    const postage = { requestId: asker.requestId, label: 'postage', cents: 520 } as const;
    expect(await desk.refusalOf(contract.addFeeLine, postage)).toMatchObject({ code: 'flat-is-all-in' });
    await f.at('2026-12-26T10:00:00-05:00');
    const lastDay = await f.desk();
    await lastDay.file(contract.printMailingLabel, { deliveryId: disc.id });
    expect(await fileOf(lastDay, asker)).toMatchObject({ closed: false, due: { daysLeft: 0 } });
    await f.at('2026-12-24T17:10:00-05:00');
    const later = await f.desk();
    await later.ask(contract.postMedia, { deliveryId: disc.id, carrier: 'USPS', trackingNumber: '9400 1' });
    expect((await fileOf(later, asker)).closed).toBe(true);
  });

  test('S23: given on 2026-07-15 and found to be another’s on 07-20: recalled, dated, and open again as due on 08-05', async () => {
    await f.at('2026-07-06T09:00:00-04:00');
    const link = { kind: 'secure-link', who: 'third-party', name: 'Dr. Chen', email: 'chen@heart.example' } as const;
    const asker = await f.asks(grace, {
      examItems: [{ examType: 'breast' }],
      deliveries: [{ kind: 'online' }, link],
    });
    const { requestId } = asker;
    await f.at('2026-07-15T09:00:00-04:00');
    const desk = await f.desk();
    await showsPhotoId(desk, asker);
    await matches(desk, asker, /breast/i);
    await releases(desk, asker);
    await until('it was given', async () => (await fileOf(desk, asker)).closed);
    await f.comesBack(asker);
    await asker.speaker.ask(contract.seeRelease, {});
    const mail = (await readOutbox(f.facility())).find(({ recipient }) => recipient === link.email);
    const [, pathId = ''] = /\/link\/(\S+)/.exec(mail?.body ?? '') ?? [];

    await f.at('2026-07-20T09:00:00-04:00');
    await f.comesBack(asker);
    const officer = await f.signedIn({
      ...{ username: 'ortiz', displayName: 'P. Ortiz', role: 'supervisor', privacyOfficer: true },
    });
    const { rows } = await officer.ask(contract.listPatients, { search: '003902' });
    const affectedPatientId = rows[0]?.id ?? '';
    const [release] = (await officer.ask(contract.readDeterminations, { requestId })).releases;
    await officer.ask(contract.recallRelease, {
      releaseId: release?.id ?? '',
      what: 'wrong-patient',
      reason: 'The birth date was read wrongly',
      discoveredOn: '2026-07-20',
      whatHappened: 'Pictures of you were shown to another person who had asked for her own.',
      kindsOfData: ['Ultrasound pictures with your name and birth date'],
      protectYourself: ['You do not have to do anything.'],
      whatWeDo: ['We took the pictures back the same day.'],
      tollFree: '1-800-555-0100',
      affectedPatientId,
    });
    // Dead at once, for herself and for whoever has the link; who was signed in is so no longer.
    expect(await asker.speaker.refusalOf(contract.seeRelease, {})).toMatchObject({ code: 'not-signed-in' });
    await f.comesBack(asker);
    expect(await asker.speaker.refusalOf(contract.seeRelease, {})).toMatchObject({ code: 'not-found' });
    const visitor = openSpeaker(f.facility().url);
    expect(
      await visitor.refusalOf(contract.openLink, { pathId, passcode: asker.passcodes[0]?.passcode ?? '' }),
    ).toMatchObject({
      code: 'wrong-passcode',
    });
    expect(await officer.ask(contract.readDeterminations, { requestId })).toMatchObject({
      releases: [{ incident: { discoveredOn: '2026-07-20', individualBy: '2026-09-18', authorityBy: '2027-03-01' } }],
    });
    const { letters } = await officer.ask(contract.lettersToPost, {});
    expect(letters.find(({ code, requestId: of }) => code === 'L-BRCH' && of === requestId)).toMatchObject({
      addressee: 'Ana Rivera',
      sendBy: '2026-09-18',
    });
    const { entries } = await officer.ask(contract.readAccounting, { patientId: affectedPatientId });
    expect(entries).toMatchObject([{ on: '2026-07-15', recipient: 'Grace Liu', why: 'wrong-patient' }]);
    expect(await asker.speaker.ask(contract.trackRequest, {})).toMatchObject({
      closed: false,
      releaseReady: false,
      due: { receivedOn: '2026-07-06', on: '2026-08-05', daysLeft: 16 },
    });
  });
}
