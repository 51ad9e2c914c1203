import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { openRequest, signInAtDesk } from './desk-steps.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { askForPictures, heading } from './portal-steps.ts';
import { desktop, openVisitor, phone, reads } from './visitor.ts';
import { clockWords, deskWords, extensionWords, portalWords } from './words.ts';

const patient = {
  givenName: 'Ana',
  familyName: 'Rivera',
  birthDate: '1993-04-12',
  mrn: '004471',
  typedEmail: 'clock@mail.example',
};
const reason = 'Films are in off-site storage; the vendor delivers them next month.';

describeWith([haveChromiumHere()], 'More time by letter', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  test('is written, read and sent at the desk, and explained to the person', async () => {
    const person = await openVisitor(browser(), phone, 'clock');
    const reference = await askForPictures(person, facility(), patient);
    const desk = await openVisitor(browser(), desktop, 'clock');
    await signInAtDesk(desk, facility(), 'desk');
    await openRequest(desk, reference, patient.familyName);
    await desk.page.getByText(clockWords('how-count')).click();
    await desk.shoot('how-we-count');
    await desk.page.getByRole('link', { name: deskWords('more-time') }).click();
    await heading(desk, extensionWords('title'));
    await desk.page.getByLabel(extensionWords('reason')).fill(reason);
    await desk.shoot('extension-form');
    await desk.page.getByRole('button', { name: extensionWords('save') }).click();
    await heading(desk, extensionWords('title-wish'));
    await reads(desk.page, reason);
    await desk.shoot('extension-letter');
    await desk.page.getByRole('button', { name: extensionWords('send') }).click();
    await heading(desk, extensionWords('title-sent'));
    await desk.shoot('extension-sent');

    await person.page.goto(`${facility().url}/request`);
    await person.page.getByText(clockWords('how-count')).click();
    await reads(person.page, reason);
    await reads(person.page, clockWords('deadline-stays'));
    await reads(person.page, portalWords('event-extension-sent', { facility: 'Riverside Imaging' }));
    await person.shoot('how-we-count');
    expect([...person.faults, ...desk.faults]).toEqual([]);
  });
});
