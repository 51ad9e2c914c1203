import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { signInAtDesk } from './desk-steps.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { desktop, openVisitor } from './visitor.ts';
import { commonWords, deskIntakeWords } from './words.ts';

const page = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

describeWith([haveChromiumHere()], 'A fax at the desk', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  test('is taken in by keyboard in under a minute, with its page beside it, and owes a letter by post', async () => {
    const visitor = await openVisitor(browser(), desktop, 'intake');
    const { page: screen, shoot } = visitor;
    await signInAtDesk(visitor, facility(), 'desk');
    await screen.getByRole('heading', { level: 1 }).waitFor();
    await screen.keyboard.press('i');
    await screen.getByRole('heading', { level: 1, name: deskIntakeWords('intake') }).waitFor();
    const startedAt = performance.now();
    const scan = { name: 'fax.png', mimeType: 'image/png', buffer: page };
    await screen.getByLabel(deskIntakeWords('attach-scan')).first().setInputFiles(scan);
    await screen.getByRole('img', { name: deskIntakeWords('scan') }).waitFor();
    await screen.getByLabel(deskIntakeWords('given-name')).focus();
    // Names, three boxes of the birth date, and past number, former names and exam to the date as written.
    for (const word of ['Mara', 'Lindqvist', '6', '1', '1990', '', '', '', 'this spring']) {
      await screen.keyboard.type(word);
      await screen.keyboard.press('Tab');
    }
    await screen.getByLabel(deskIntakeWords('how-to-get')).selectOption('cd');
    await screen.getByLabel(deskIntakeWords('address')).fill('1 Elm Street\nSpringfield, NY 10001');
    await shoot('typed');
    await screen.keyboard.press('Control+Enter');
    await screen.getByText(deskIntakeWords('next-intake')).waitFor();
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    await shoot('taken-in');
    await screen.getByRole('link', { name: deskIntakeWords('open-request') }).click();
    await screen.getByRole('heading', { name: deskIntakeWords('how-it-came') }).waitFor();
    await shoot('file');
    await screen.goto(`${facility().url}/desk`);
    const line = screen.getByRole('listitem').filter({ hasText: 'Lindqvist' });
    await line.getByText(deskIntakeWords('scan-attached')).waitFor();
    await shoot('worklist');
    await screen.goto(`${facility().url}/desk/media`);
    await screen.getByRole('button', { name: deskIntakeWords('hand-over') }).click();
    await screen.getByText(deskIntakeWords('no-letters')).waitFor();
    await shoot('letters');
    expect(visitor.complaints).toEqual([]);
    expect(visitor.faults).toEqual([]);
  });

  test('that looks like one we have is seen before it is taken in twice; and a wide one is taken in whole', async () => {
    const visitor = await openVisitor(browser(), desktop, 'intake-wide');
    const { page: screen, shoot } = visitor;
    await signInAtDesk(visitor, facility(), 'desk');
    await screen.getByRole('heading', { level: 1 }).waitFor();
    await screen.keyboard.press('i');
    await screen.getByRole('heading', { level: 1, name: deskIntakeWords('intake') }).waitFor();
    await typePatient(screen, 'Mara', '1990');
    await screen.getByLabel(deskIntakeWords('date-words')).fill('this spring');
    await screen.getByText(deskIntakeWords('like-title')).waitFor();
    await screen.getByText(deskIntakeWords('likeness-same')).waitFor();
    await shoot('like');
    await screen.getByRole('button', { name: deskIntakeWords('only-reminder') }).click();
    await screen.getByText(deskIntakeWords('reminder-written')).waitFor();

    await typePatient(screen, 'Otto', '1931');
    await screen.getByText(deskIntakeWords('like-title')).waitFor({ state: 'hidden' });
    await screen.getByRole('button', { name: deskIntakeWords('add-exam') }).click();
    await screen.getByLabel(deskIntakeWords('exam'), { exact: true }).nth(1).selectOption('abdomen');
    await screen.getByRole('combobox', { name: deskIntakeWords('who-asks') }).selectOption('executor');
    await screen.getByLabel(deskIntakeWords('requester-name')).fill('Mara Lindqvist');
    await screen.getByLabel(deskIntakeWords('basis')).fill('letters testamentary of 2026');
    await screen.getByLabel(deskIntakeWords('address')).fill('1 Elm Street\nSpringfield, NY 10001');
    await screen.getByRole('button', { name: deskIntakeWords('add-recipient') }).click();
    await screen.getByLabel(deskIntakeWords('how-to-get')).nth(0).selectOption('cd');
    await screen.getByLabel(deskIntakeWords('how-to-get')).nth(1).selectOption('prints');
    await screen.getByRole('checkbox', { name: deskIntakeWords('has-authorization') }).check();
    await screen.getByLabel(deskIntakeWords('purpose')).fill('at my request');
    await shoot('wide');
    await screen.keyboard.press('Control+Enter');
    await screen.getByText(deskIntakeWords('next-intake')).waitFor();
    await screen.getByRole('link', { name: deskIntakeWords('open-request') }).click();
    await screen.getByRole('heading', { name: deskIntakeWords('how-it-came') }).waitFor();
    await shoot('wide-file');
    expect(visitor.complaints).toEqual([]);
    expect(visitor.faults).toEqual([]);
  });
});

async function typePatient(screen: Page, givenName: string, year: string): Promise<void> {
  await screen.getByLabel(deskIntakeWords('given-name')).fill(givenName);
  await screen.getByLabel(deskIntakeWords('family-name')).fill('Lindqvist');
  const birth = screen.getByRole('group', { name: deskIntakeWords('birth-date') });
  for (const [part, typed] of [
    ['date-month', '6'],
    ['date-day', '1'],
    ['date-year', year],
  ] as const) {
    await birth.getByLabel(commonWords(part)).fill(typed);
  }
}
