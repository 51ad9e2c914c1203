import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { goTo, openRequest, signInAtDesk } from './desk-steps.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { askForPictures, heading } from './portal-steps.ts';
import { desktop, openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { clockWords, deskWords, portalWords, questionWords } from './words.ts';

const patient = {
  givenName: 'Ana',
  familyName: 'Rivera',
  birthDate: '1993-04-12',
  mrn: '004471',
  typedEmail: 'question@mail.example',
};
const question = 'You wrote October. Was it one scan or several? If you know the days, tell us.';
const answer = 'Two scans, a week apart. Both of them, please.';

describeWith([haveChromiumHere()], 'A question to the person', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  const press = (visitor: Visitor, name: string) => visitor.page.getByRole('button', { name }).click();

  /** The letter is read before the question goes out. */
  async function askAtDesk(desk: Visitor): Promise<void> {
    await desk.page.getByRole('link', { name: questionWords('ask') }).click();
    await heading(desk, questionWords('title-ask'));
    await desk.page.getByLabel(questionWords('question')).fill(question);
    await desk.shoot('form');
    await press(desk, questionWords('see'));
    await heading(desk, questionWords('title-read'));
    await reads(desk.page.getByRole('article').first(), question);
    await desk.shoot('letter');
    await press(desk, questionWords('send'));
    await heading(desk, questionWords('title-open'));
  }

  test('is asked by letter, answered on the phone, and read at the desk while the due date stands', async () => {
    const person = await openVisitor(browser(), phone, 'question');
    const reference = await askForPictures(person, facility(), patient);
    const desk = await openVisitor(browser(), desktop, 'question');
    await signInAtDesk(desk, facility(), 'desk');
    await openRequest(desk, reference, patient.familyName);
    const dueDay = await desk.page.locator('.clock-day').innerText();
    await askAtDesk(desk);
    await press(desk, questionWords('save'));
    await reads(desk.page, questionWords('need-how'));
    await desk.shoot('waits');
    await goTo(desk, deskWords('worklist'));
    const line = desk.page.getByRole('listitem').filter({ hasText: reference });
    await reads(line, new RegExp(deskWords('waits-clarification')));
    await desk.shoot('worklist');
    await line.getByRole('link').click();

    await person.page.goto(`${facility().url}/request`);
    await heading(person, portalWords('now-received'));
    await reads(person.page, question);
    await reads(person.page, new RegExp(questionWords('my-silence-widest-match')));
    await reads(person.page, clockWords('deadline-stays'));
    await press(person, questionWords('my-send'));
    await reads(person.page, questionWords('need-answer'));
    await person.shoot('asked');
    await person.page.getByLabel(questionWords('my-answer')).fill(answer);
    await press(person, questionWords('my-send'));
    await reads(person.page, questionWords('my-sent'));
    await reads(person.page, questionWords('event-answered'));
    await person.shoot('answered');

    await desk.page.reload();
    await reads(desk.page, answer);
    expect(await desk.page.locator('.clock-day').innerText()).toBe(dueDay);
    await desk.shoot('answer');

    await askAtDesk(desk);
    await desk.page.getByRole('radio', { name: questionWords('end-taken-back') }).check();
    await press(desk, questionWords('save'));
    await heading(desk, questionWords('title-ask'));
    await reads(desk.page, /Taken back by/);
    await person.page.reload();
    await reads(person.page, questionWords('event-taken-back', { facility: 'Riverside Imaging' }));
    expect(await person.page.getByLabel(questionWords('my-answer')).count()).toBe(0);
    expect([...person.faults, ...desk.faults, ...person.complaints, ...desk.complaints]).toEqual([]);
  });
});
