import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { openRequest, signInAtDesk } from './desk-steps.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { askForPictures, heading } from './portal-steps.ts';
import { desktop, openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { askWords, clockWords, commonWords, formWords, portalWords } from './words.ts';

const patient = {
  givenName: 'Ana',
  familyName: 'Rivera',
  birthDate: '1993-04-12',
  mrn: '004471',
  typedEmail: 'form@mail.example',
};

describeWith([haveChromiumHere()], 'The form of a copy', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  const press = (visitor: Visitor, name: string) => visitor.page.getByRole('button', { name }).click();

  /** A tape, and plain e-mail: each says what it needs before the next question comes. */
  async function chooseWays(person: Visitor): Promise<void> {
    const { page } = person;
    await page.getByRole('checkbox', { name: commonWords('delivery-email-unencrypted') }).check();
    await page.getByRole('checkbox', { name: commonWords('delivery-other-form') }).check();
    await press(person, askWords('continue'));
    await reads(page, askWords('need-other-form'));
    await reads(page, askWords('need-mail-warning'));
    await person.shoot('how-lacks');
    await page.getByLabel(askWords('other-form')).fill('VHS tape');
    await page.getByLabel(askWords('street')).fill('1 Elm St');
    await page.getByLabel(askWords('town')).fill('Hudson, NY 12534');
    await page.getByRole('checkbox', { name: askWords('mail-warning-yes') }).check();
    await person.shoot('how');
  }

  test('is asked for in words, offered otherwise at the desk, chosen on the phone, and moves no date', async () => {
    const person = await openVisitor(browser(), phone, 'form');
    const reference = await askForPictures(person, facility(), patient, () => chooseWays(person));
    const desk = await openVisitor(browser(), desktop, 'form');
    await signInAtDesk(desk, facility(), 'desk');
    await openRequest(desk, reference, patient.familyName);
    const dueDay = await desk.page.locator('.clock-day').innerText();
    await reads(desk.page, formWords('card-warned', { address: patient.typedEmail }));
    await desk.page.getByRole('link', { name: formWords('offer') }).click();
    await heading(desk, formWords('title-offer'));
    await desk.page.getByRole('radio', { name: formWords('why-habit or policy') }).check();
    await press(desk, formWords('see'));
    await reads(desk.page, /That is no reason to refuse a form/);
    await desk.shoot('no-reason');
    await desk.page.getByRole('radio', { name: formWords('why-no equipment makes it') }).check();
    await press(desk, formWords('see'));
    await heading(desk, formWords('title-read'));
    await reads(desk.page.getByRole('article').first(), /MP4 on USB: \$6\.50/);
    await desk.shoot('letter');
    await press(desk, formWords('send'));
    await heading(desk, formWords('title-choice'));
    await press(desk, formWords('save'));
    await reads(desk.page, formWords('need-form'));
    await desk.shoot('note-choice');

    await person.page.goto(`${facility().url}/request`);
    await heading(person, portalWords('now-received'));
    await reads(person.page, formWords('choose-title'));
    await reads(person.page, clockWords('deadline-stays'));
    await press(person, formWords('choose-send'));
    await reads(person.page, formWords('need-form'));
    await person.shoot('choose');
    await person.page.getByRole('radio', { name: formWords('form-usb') }).check();
    await press(person, formWords('choose-send'));
    await reads(person.page, formWords('event-agreed'));
    expect(await person.page.getByRole('heading', { name: formWords('choose-title') }).count()).toBe(0);
    await person.shoot('chosen');

    await desk.page.reload();
    await heading(desk, formWords('title-over'));
    await reads(desk.page, formWords('card-agreed', { form: formWords('form-usb'), asked: 'VHS tape' }));
    expect(await desk.page.locator('.clock-day').innerText()).toBe(dueDay);
    await desk.shoot('agreed');
    const expected = /409 \(Conflict\)/;
    const complaints = [...person.complaints, ...desk.complaints].filter((one) => !expected.test(one));
    expect([...person.faults, ...desk.faults, ...complaints]).toEqual([]);
  });
});
