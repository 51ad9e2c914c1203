import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { type Facility, newestCode } from './facility.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { heading, proveMailbox } from './portal-steps.ts';
import { openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { askWords, commonWords, portalWords } from './words.ts';

const email = 'keys-only@mail.example';

describeWith([haveChromiumHere()], 'Asking for pictures', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  test('needs no pointer: every question is answered, and the request sent, by keyboard alone', async () => {
    const visitor = await openVisitor(browser(), phone);
    await visitor.page.goto(facility().url);
    await answerByKeyboard(visitor, facility());
    await heading(visitor, askWords('sent-title'));
  });

  test('says at each question what is missing, in a way that everybody can perceive', async () => {
    const visitor = await openVisitor(browser(), phone, 'unanswered');
    await visitor.page.goto(`${facility().url}/ask/whose`);
    await leaveOut(visitor, 'need-whose');
    await choose(visitor.page, askWords('whose-self'));
    await goOn(visitor.page);
    await press(visitor.page, visitor.page.getByRole('button', { name: askWords('send-code') }), 'Enter');
    await reads(visitor.page, askWords('need-email'));
    await visitor.shoot('need-email');
    await proveMailbox(visitor, facility(), 'left-out@mail.example');
    await heading(visitor, askWords('who-question'));
    await leaveOut(visitor, 'need-given-name');
    await fillWho(visitor.page);
    await goOn(visitor.page);
    await leaveOut(visitor, 'need-which');
    await choose(visitor.page, commonWords('exam-not-sure'));
    await goOn(visitor.page);
    await leaveOut(visitor, 'need-when');
    await choose(visitor.page, askWords('when-words'));
    await leaveOut(visitor, 'need-date-words');
    expect(visitor.faults).toEqual([]);
  });

  test('can be done in Spanish, which the page says of itself', async () => {
    const visitor = await openVisitor(browser(), phone, 'spanish');
    await visitor.page.goto(facility().url);
    await visitor.page.getByRole('button', { name: 'Español' }).click();
    await visitor.page.locator('html[lang="es"]').waitFor();
    await visitor.shoot('home');
    expect(visitor.faults).toEqual([]);
  });
});

async function answerByKeyboard(visitor: Visitor, facility: Facility): Promise<void> {
  const { page } = visitor;
  await press(page, page.getByRole('link', { name: portalWords('home-ask') }), 'Enter');
  await heading(visitor, askWords('whose-question'));
  await choose(page, askWords('whose-self'));
  await goOn(page);
  await heading(visitor, askWords('email-question'));
  await type(page, page.getByLabel(askWords('email')), email);
  await page.keyboard.press('Enter');
  await type(page, page.getByLabel(askWords('code'), { exact: true }), await newestCode(facility, email));
  await page.keyboard.press('Enter');
  await heading(visitor, askWords('who-question'));
  await fillWho(page);
  await goOn(page);
  await heading(visitor, askWords('which-question'));
  await choose(page, commonWords('exam-pregnancy'));
  await goOn(page);
  await heading(visitor, askWords('when-question'));
  await choose(page, askWords('when-all'));
  await goOn(page);
  for (const question of ['what-question', 'to-whom-question', 'how-question'] as const) {
    await heading(visitor, askWords(question));
    await goOn(page);
  }
  await heading(visitor, askWords('sign-title'));
  await type(page, page.getByLabel(askWords('signed-name')), 'Keys Only');
  await page.keyboard.press('Enter');
}

async function fillWho(page: Page): Promise<void> {
  await type(page, page.getByLabel(askWords('given-name')), 'Keys');
  await type(page, page.getByLabel(askWords('family-name')), 'Only');
  await type(page, page.getByLabel(commonWords('date-month')), '2');
  await type(page, page.getByLabel(commonWords('date-day')), '29');
  await type(page, page.getByLabel(commonWords('date-year')), '1996');
}

/** Goes on without an answer: the problem is named beside the field. */
async function leaveOut(visitor: Visitor, problem: Parameters<typeof askWords>[0]): Promise<void> {
  await goOn(visitor.page);
  await reads(visitor.page, askWords(problem as 'need-whose'));
  await visitor.shoot(problem);
}

/** Tab leads into the group, arrow keys to the answer: how radio buttons work everywhere. */
async function choose(page: Page, answer: string): Promise<void> {
  const wanted = page.getByRole('radio', { name: answer, exact: true });
  await wanted.waitFor({ state: 'attached' });
  await focusByTab(page, async () => page.evaluate(() => document.activeElement?.matches('[type="radio"]') ?? false));
  await page.keyboard.press('Space');
  for (let tries = 0; tries < 12 && !(await wanted.isChecked()); tries += 1) await page.keyboard.press('ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
}

async function goOn(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: askWords('continue') }), 'Enter');
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.waitFor();
  await focusByTab(page, () => isFocused(field));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator, key: string): Promise<void> {
  await target.waitFor();
  await focusByTab(page, () => isFocused(target));
  await page.keyboard.press(key);
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

async function focusByTab(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}
