import { beforeAll, expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { contract } from '../server/src/contract/index.ts';
import { signInAtDesk } from './desk-steps.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { heading, signInAgain } from './portal-steps.ts';
import { type Asker, facilityInTime, grace, proves } from './scenarios/facility-in-time.ts';
import { desktop, openVisitor, phone, type Screen, type Visitor } from './visitor.ts';
import { feeWords, portalWords } from './words.ts';

/** A daughter asks: a stick for herself, a link and prints to a doctor, with the authorization that prints need. */
const asked = {
  requester: { is: 'personal-representative', name: 'Mei Liu', basis: 'power of attorney of 2021' },
  examItems: [{ examType: 'abdomen', dateWords: 'last winter' }, { examType: 'heart' }],
  deliveries: [
    { kind: 'usb', who: 'self', address: ['Mei Liu', '3 Elm Street', 'Springfield, NY 10001'] },
    { kind: 'secure-link', who: 'third-party', name: 'Dr. Osei', email: 'osei@clinic.example' },
    {
      kind: 'prints',
      who: 'third-party',
      name: 'Dr. Osei',
      address: ['4 Heart Lane', 'Springfield, NY 10001'],
      authorization: {
        describesInformation: 'All pictures of last winter',
        purpose: 'At my request',
        endsWithRequest: true,
        statementsAccepted: true,
      },
    },
  ],
  signedName: 'Mei Liu',
} as const;

describeWith([haveChromiumHere()], 'Screens on which somebody decides', () => {
  const time = facilityInTime(new Date().toISOString());
  const browser = browserForTests();
  let asker: Asker;
  beforeAll(async () => {
    asker = await time.asks(grace, {
      ...asked,
      examItems: [...asked.examItems],
      deliveries: asked.deliveries.map((one) => ('address' in one ? { ...one, address: [...one.address] } : one)),
    });
    await proves(time, await time.desk(), asker);
  });

  test.each([desktop, phone])(
    'read and work for everybody at the desk: fee, authority, copies, more time, $name',
    async (screen) => {
      const desk = await openVisitor(browser(), screen, 'desk');
      await signInAtDesk(desk, time.facility(), 'desk');
      const request = `/desk/requests/${asker.requestId}`;
      for (const place of ['identity', 'exams', 'copies', 'fee', 'decisions', 'extension', 'question']) {
        await look(desk, time.facility().url, `${request}?at=${place}`, place);
      }
      await look(desk, time.facility().url, '/desk/intake', 'intake');
      expect([...desk.faults, ...desk.complaints]).toEqual([]);
    },
  );

  test.each([desktop, phone])('and the settings, $name', async (screen: Screen) => {
    const admin = await openVisitor(browser(), screen, 'settings');
    await signInAtDesk(admin, time.facility(), 'admin');
    for (const page of ['', '/fees', '/policy', '/letters', '/staff']) {
      await look(admin, time.facility().url, `/desk/settings${page}`, `settings${page.replace('/', '-')}`);
    }
    expect([...admin.faults, ...admin.complaints]).toEqual([]);
  });

  test('and the person: papers that are still to be shown, a fee, and a request taken back', async () => {
    await time.at(new Date(Date.now() + 60_000).toISOString());
    const person = await openVisitor(browser(), phone, 'person');
    const email = 'asker.1@mail.example';
    await signInAgain(person, time.facility(), { reference: asker.reference, email });
    await person.page.getByRole('heading', { name: portalWords('what-asked') }).waitFor();
    await person.page.getByText(portalWords('why')).click();
    await person.shoot('track');
    await asker.speaker.ask(contract.withdrawRequest, {});
    await person.page.reload();
    await heading(person, portalWords('now-withdrawn'));
    await person.page.getByText(portalWords('delivery-not-sent')).first().waitFor();
    expect(await person.page.getByText(portalWords('delivery-asked')).count()).toBe(0);
    expect(await person.page.getByText(portalWords('fee')).count()).toBe(0);
    await person.shoot('withdrawn');
    expect([...person.faults, ...person.complaints]).toEqual([]);
  });

  test('and a fee that waits for a yes, asked on paper and answered on the phone', async () => {
    const desk = await time.desk();
    const email = 'fee.to.answer@mail.example';
    const { givenName, familyName, birthDate } = grace;
    const { requests } = await desk.ask(contract.recordIntake, {
      channel: 'walk-in',
      receivedOn: (await desk.ask(contract.readFacility, {})).today,
      signature: 'signed',
      language: 'en',
      requester: { is: 'self', name: 'Grace Liu', email },
      patients: [{ patient: { givenName, familyName, birthDate }, examItems: [{ examType: 'heart' }] }],
      deliveries: [{ kind: 'usb', address: ['3 Elm Street', 'Springfield, NY 10001'] }],
    });
    const [request] = requests;
    const requestId = request?.id ?? '';
    const { quotes } = await desk.ask(contract.readFeeAccount, { requestId });
    await desk.ask(contract.sendFeeNotice, { requestId, quoteId: quotes.at(-1)?.id ?? '' });
    // The clock of the program stands: the code must be younger than this moment.
    await time.at(new Date(Date.now() + 60_000).toISOString());
    const person = await openVisitor(browser(), phone, 'fee');
    await signInAgain(person, time.facility(), { reference: request?.reference ?? '', email });
    await person.page.getByRole('button', { name: feeWords('cannot-pay') }).waitFor();
    await person.page.getByText(portalWords('do-fee')).waitFor();
    await person.shoot('change');
    expect([...person.faults, ...person.complaints]).toEqual([]);
  });
});

async function look(visitor: Visitor, url: string, address: string, name: string): Promise<void> {
  const { page, shoot } = visitor;
  await page.goto(`${url}${address}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await shoot(name);
}
