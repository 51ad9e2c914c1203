import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import { listRequests } from '../requests/list-requests.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource, addMatch } from '../testing/test-match.ts';
import { addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { watchClocks } from './watch-clocks.ts';

describeWith([haveDatabase()], 'clocks that nobody looks at', () => {
  let house: TestApp;
  let clerk: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await house.app.db.deleteFrom('clock_notice').execute();
    await house.app.db.deleteFrom('mail').execute();
    await house.app.db.updateTable('exam_item').set({ state: 'closed' }).execute();
  });

  async function receivedOn(day: string): Promise<string> {
    house.clock.set(`${day}T15:00:00Z`);
    const { accessRequestId } = await addRequest(house);
    return accessRequestId;
  }
  async function watchOn(day: string): Promise<void> {
    house.clock.set(`${day}T11:00:00Z`);
    await watchClocks(house.app);
  }
  const notices = async (requestId: string) =>
    (
      await house.app.db
        .selectFrom('clock_notice')
        .select(['level', 'reached_on'])
        .where('access_request_id', '=', requestId)
        .orderBy('noticed_at')
        .orderBy('level')
        .execute()
    ).map(({ level, reached_on }) => `${level} ${reached_on}`);
  const mails = () =>
    house.app.db
      .selectFrom('mail')
      .select(['recipient', 'subject', 'body'])
      .orderBy('made_at')
      .orderBy('subject')
      .execute();

  test('S15: warnings on days 15, 24 and 28 escalate even if nobody opens the file, each once', async () => {
    const requestId = await receivedOn('2027-09-13');
    for (const day of [
      '2027-09-27',
      '2027-09-28',
      '2027-09-28',
      '2027-10-06',
      '2027-10-07',
      '2027-10-11',
      '2027-10-13',
    ])
      await watchOn(day);
    expect(await notices(requestId)).toEqual(['50 2027-09-28', '80 2027-10-07', '95 2027-10-11']);
    const sent = await mails();
    expect(sent.map(({ recipient }) => recipient)).toEqual(Array(3).fill('records@test.example'));
    expect(sent[0]?.body).toMatch(/EB \w{3} \w{3}: 50 % of the time is used\. Due on Wednesday, October 13, 2027\./);
    expect(sent.map(({ subject, body }) => subject + body).join()).not.toMatch(/Rivera|Ana\b|pregnan/i);
  });

  test('supervisors with an address of their own hear of what is late or nearly late, and of nothing else', async () => {
    await receivedOn('2027-09-13');
    const app = { ...house.app, config: { ...house.app.config, supervisorEmail: 'lead@test.example' } };
    const toSupervisors = async () => (await mails()).filter(({ recipient }) => recipient === 'lead@test.example');
    for (const [day, count] of [
      ['2027-09-28', 0],
      ['2027-10-07', 0],
      ['2027-10-11', 1],
      ['2027-10-14', 2],
    ] as const) {
      house.clock.set(`${day}T11:00:00Z`);
      await watchClocks(app);
      expect([day, (await toSupervisors()).length]).toEqual([day, count]);
    }
    expect((await toSupervisors())[0]?.body).toContain('95 % of the time is used');
  });

  test('S05: overdue from the day after, with an apology to the person and word to the privacy officer', async () => {
    const requestId = await receivedOn('2026-08-03');
    await watchOn('2026-09-03');
    await watchOn('2026-09-04');
    expect(await notices(requestId)).toContain('overdue 2026-09-03');
    const letters = await house.app.db
      .selectFrom('letter')
      .select(['code', 'content'])
      .where('access_request_id', '=', requestId)
      .execute();
    expect(letters.map(({ code }) => code)).toEqual(['L-LATE']);
    const words = JSON.stringify(letters[0]?.content);
    // Who it is, search, fetch and check: six working days on, Labor Day left out.
    for (const said of ['we are sorry', 'Monday, September 14, 2026', '+1 555 555 0101', 'Office for Civil Rights'])
      expect(words).toContain(said);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'Late requests, for the privacy officer',
      expect.stringContaining('News about your request'),
      'Requests that need attention',
    ]);
    await receivedOn('2026-09-04');
    const list = await listRequests(house.app, clerk, { show: 'open' });
    expect(list).toMatchObject({ value: { rows: [{ id: requestId, due: { level: 'late', on: '2026-09-02' } }, {}] } });
  });

  test('an apology that lacks what it must say is written on the first morning on which it can be', async () => {
    const requestId = await receivedOn('2026-08-03');
    const { contact } = await house.app.db.selectFrom('facility').select('contact').executeTakeFirstOrThrow();
    const setContact = (value: object) =>
      house.app.db
        .updateTable('facility')
        .set({ contact: JSON.stringify(value) })
        .execute();
    const letters = async () =>
      (await house.app.db.selectFrom('letter').select('code').where('access_request_id', '=', requestId).execute()).map(
        ({ code }) => code,
      );
    await setContact({ ...contact, phone: '', privacyOfficer: { ...contact.privacyOfficer, phone: '' } });
    await watchOn('2026-09-03');
    expect(await notices(requestId)).toContain('overdue 2026-09-03');
    expect(await letters()).toEqual([]);
    await setContact(contact);
    await watchOn('2026-09-04');
    await watchOn('2026-09-05');
    expect(await letters()).toEqual(['L-LATE']);
    const { letter_id } = await house.app.db
      .selectFrom('clock_notice')
      .select('letter_id')
      .where('access_request_id', '=', requestId)
      .where('level', '=', 'overdue')
      .executeTakeFirstOrThrow();
    expect(letter_id).not.toBeNull();
  });

  test('a run that was killed before its mail is finished by the next one, and nothing is told twice', async () => {
    const requestId = await receivedOn('2027-01-04');
    house.clock.set('2027-02-04T11:00:00Z');
    // The mail's transaction breaks off after everything was noted.
    const broken = { ...house.app, jobs: { ...house.app.jobs, enqueue: failOn('send-mail') } };
    await expect(watchClocks({ ...broken })).rejects.toThrow('killed');
    expect(await mails()).toEqual([]);
    await Promise.all([watchClocks(house.app), watchClocks(house.app)]);
    expect((await notices(requestId)).filter((notice) => notice.startsWith('overdue'))).toHaveLength(1);
    const toldOffice = (await mails()).filter(({ subject }) => subject === 'Requests that need attention');
    expect(toldOffice).toHaveLength(1);
    await watchClocks(house.app);
    expect(await mails()).toHaveLength(3);
    const letters = await house.app.db
      .selectFrom('letter')
      .select('code')
      .where('access_request_id', '=', requestId)
      .execute();
    expect(letters).toEqual([{ code: 'L-LATE' }]);

    function failOn(job: string): TestApp['app']['jobs']['enqueue'] {
      return (async (tx: never, name: string, ...rest: never[]) => {
        if (name === job) throw new Error('killed');
        await (house.app.jobs.enqueue as (...all: unknown[]) => Promise<void>)(tx, name, ...rest);
      }) as never;
    }
  });

  test('what could be given and waits is flagged after a working day, and not while a lawful hold is on', async () => {
    house.clock.set('2027-03-05T15:00:00Z');
    const source = await addDicomwebSource(house, 'http://127.0.0.1:9/dicom-web');
    const { request } = await addMatch(house, source, '1.2.3');
    const level = async (at: string) => {
      house.clock.set(at);
      const list = await listRequests(house.app, clerk, { show: 'open' });
      return list.ok ? list.value.rows.find(({ id }) => id === request.accessRequestId)?.available : undefined;
    };
    expect(await level('2027-03-08T15:00:00Z')).toMatchObject({ sinceDay: '2027-03-05', level: 'nothing' });
    expect(await level('2027-03-09T15:00:00Z')).toMatchObject({ level: 'flag' });
    expect(await level('2027-03-11T15:00:00Z')).toMatchObject({ level: 'supervisor' });
    await watchClocks(house.app);
    expect(await notices(request.accessRequestId)).toEqual(['available-supervisor 2027-03-11']);
    await house.app.db
      .insertInto('hold')
      .values({
        id: crypto.randomUUID(),
        access_request_id: request.accessRequestId,
        code: 'it-maintenance',
        holds: '["images"]',
        brought: '{}',
        why: '{}',
        from_day: null,
        until_day: null,
        set_by: clerk.staffId,
        set_at: house.app.now(),
      })
      .execute();
    expect(await level('2027-03-12T15:00:00Z')).toBeNull();
  });
});
