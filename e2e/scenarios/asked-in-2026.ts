import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { readOutbox, until } from '../facility.ts';
import { ana, type FacilityInTime, fileOf, grace, letterWords, matches, proves, releases } from './facility-in-time.ts';

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
    await f.at('2026-09-02T16:10:00-04:00');
    const desk = await f.desk();
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
    await desk.ask(contract.sendExtension, { requestId, wishId, by: 'portal' });
    expect((await fileOf(desk, asker)).due).toMatchObject({
      on: '2026-09-25',
      extension: { sentOn: '2026-09-02', promisedOn: '2026-09-25', reason },
    });
    const letter = await letterWords(desk, asker, 'L-EXT');
    expect(letter).toContain(`This is the reason: ${reason}`);
    expect(letter).toContain('We will finish it by Friday, September 25, 2026.');
    expect(letter).toContain('the written report');
    await f.at('2026-09-24T10:00:00-04:00');
    const later = await f.desk();
    expect(await later.refusalOf(contract.wishExtension, { ...wish, promisedOn: '2026-10-02' })).toMatchObject({
      code: 'already-extended',
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
    await desk.file(contract.printMailingLabel, { deliveryId: disc.id });
    expect((await fileOf(desk, asker)).closed).toBe(false);
    await f.at('2026-12-24T17:10:00-05:00');
    const later = await f.desk();
    await later.ask(contract.postMedia, { deliveryId: disc.id, carrier: 'USPS', trackingNumber: '9400 1' });
    expect((await fileOf(later, asker)).closed).toBe(true);
  });
}
