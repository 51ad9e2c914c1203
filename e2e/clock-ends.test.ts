import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { contract } from '../server/src/contract/index.ts';
import { signInAtDesk } from './desk-steps.ts';
import { until } from './facility.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { ana, facilityInTime, fileOf, grace, matches, proves, releases } from './scenarios/facility-in-time.ts';
import { desktop, openVisitor, reads } from './visitor.ts';
import { deskAuthorityWords, deskFileWords, deskWords } from './words.ts';

describeWith([haveChromiumHere()], 'What ends the clock, at the desk', () => {
  const time = facilityInTime('2027-03-01T10:00:00-05:00');
  const browser = browserForTests();

  test('where the facility waits for the carrier, the posting screen asks for the day on which a parcel arrived', async () => {
    const admin = await time.desk('admin');
    const overlay = { answers: { 'OD-8': 'arrival-scan' } };
    await admin.ask(contract.choosePolicy, { choice: 'us-federal', provider: [], overlay });
    const address = ['1 River Road', 'Springfield, NY 12345'];
    const asker = await time.asks(ana, { deliveries: [{ kind: 'cd', who: 'self', address }] });
    const staff = await time.desk();
    await proves(time, staff, asker);
    await matches(staff, asker, /./);
    await releases(staff, asker);
    const disc = await until('the disc was ready', async () =>
      (await fileOf(staff, asker)).deliveries.find(({ state }) => state === 'ready'),
    );
    await staff.ask(contract.postMedia, { deliveryId: disc.id, carrier: 'USPS', trackingNumber: '9400 1' });
    await time.at('2027-03-05T10:00:00-05:00');
    expect((await fileOf(await time.desk(), asker)).closed).toBe(false);

    const desk = await openVisitor(browser(), desktop, 'clock-ends');
    await signInAtDesk(desk, time.facility(), 'desk');
    await desk.page.goto(`${time.facility().url}/desk/media`);
    await reads(desk.page, deskWords('media-on-the-road', { count: 1 }));
    const arrived = desk.page.getByRole('button', { name: deskFileWords('record-arrival') });
    await arrived.click();
    await reads(desk.page, deskFileWords('need-arrival-day'));
    await desk.shoot('on-the-road');
    for (const [box, typed] of [
      ['Month', '3'],
      ['Day', '4'],
      ['Year', '2027'],
    ] as const)
      await desk.page.getByLabel(box, { exact: true }).fill(typed);
    await arrived.click();
    // While it is sent the button bears other words: only the file tells that it was taken.
    const after = await time.desk();
    await expect.poll(async () => (await fileOf(after, asker)).closed).toBe(true);
    expect(await fileOf(after, asker)).toMatchObject({
      closed: true,
      deliveries: [{ arrivedOn: '2027-03-04', awaitsArrival: false }],
    });
    await desk.page.goto(`${time.facility().url}/desk/requests/${asker.requestId}?at=copies`);
    await reads(desk.page, /Arrived on/);
    await desk.shoot('arrived');
    expect([...desk.faults, ...desk.complaints]).toEqual([]);
  });

  test('when nobody showed who they are, the written answer of the last day closes the request until proof comes', async () => {
    await time.at('2027-03-08T10:00:00-05:00');
    const asker = await time.asks(grace, { examItems: [{ examType: 'breast' }] });
    const { requestId } = asker;
    const staff = await time.desk();
    const [patient] = (await fileOf(staff, asker)).suggestedPatients;
    await staff.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
    await staff.ask(contract.sendLackLetter, { requestId, code: 'L-VER' });
    const address = `${time.facility().url}/desk/requests/${requestId}?at=identity`;
    const early = await openVisitor(browser(), desktop, 'clock-ends');
    await signInAtDesk(early, time.facility(), 'desk');
    await early.page.goto(address);
    await reads(early.page, deskAuthorityWords('not-shown-closes'));
    await early.shoot('still-time');
    expect([...early.faults, ...early.complaints]).toEqual([]);
    await early.leave();

    await time.at('2027-04-07T10:00:00-04:00');
    const desk = await openVisitor(browser(), desktop, 'clock-ends');
    await signInAtDesk(desk, time.facility(), 'desk');
    await desk.page.goto(address);
    await desk.page.getByRole('button', { name: deskAuthorityWords('answer-not-shown') }).waitFor();
    await desk.shoot('last-day');
    await desk.page.getByRole('button', { name: deskAuthorityWords('answer-not-shown') }).click();
    await reads(desk.page, deskAuthorityWords('answered-closed'));
    expect((await fileOf(await time.desk(), asker)).closed).toBe(true);
    await desk.shoot('answered');
    expect([...desk.faults, ...desk.complaints]).toEqual([]);
    await desk.leave();
    await time.at('2027-05-03T10:00:00-04:00');
    await time.comesBack(asker);
    const later = await time.desk();
    await proves(time, later, asker);
    const { closed, due } = await fileOf(later, asker);
    expect({ closed, on: due.on, receivedOn: due.receivedOn }).toEqual({
      closed: false,
      on: '2027-04-07',
      receivedOn: '2027-03-08',
    });
  });
});
