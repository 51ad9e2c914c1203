import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { type Facility, newestCode } from './facility.ts';
import { browserForTests, demoForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { heading, proveMailbox } from './portal-steps.ts';
import { openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { askWords, commonWords, portalWords } from './words.ts';

const email = 'luz.writes@mail.example';
const paper = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const remembered = 'the winter before we moved';

describeWith([haveChromiumHere()], 'Asking over more than one sitting', () => {
  const facility = demoForTests();
  const browser = browserForTests();

  test('a reload and another phone come back to the same question, and the browser keeps nothing', async () => {
    const first = await openVisitor(browser(), phone, 'asking');
    await writeUntilWhen(first, facility());
    await first.page.reload();
    await heading(first, askWords('when-question'));
    expect(await first.page.getByLabel(askWords('date-words')).inputValue()).toBe(remembered);
    const kept = await first.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/Okafor|winter|luz/);
    expect([...first.addresses].join('\n')).not.toMatch(/Okafor|winter|luz/);
    await first.page.getByRole('button', { name: askWords('save-for-later') }).click();
    await heading(first, askWords('saved-title'));
    await first.shoot('saved');
    // Whoever sits at this browser next begins with nothing.
    await first.page.goto(`${facility().url}/ask/when`);
    await heading(first, askWords('whose-question'));
    expect(await first.page.getByRole('radio', { checked: true }).count()).toBe(0);

    const second = await openVisitor(browser(), phone, 'asking-again');
    await comeBack(second, facility());
    await heading(second, askWords('when-question'));
    expect(await second.page.getByLabel(askWords('date-words')).inputValue()).toBe(remembered);
    await toWhomAndPapers(second);
    await signAsParent(second);
    expect([...first.faults, ...second.faults]).toEqual([]);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  test('everything can be deleted before it is sent', async () => {
    const visitor = await openVisitor(browser(), phone, 'deleting');
    await writeUntilWhen(visitor, facility(), 'deletes@mail.example');
    await visitor.page.getByRole('button', { name: askWords('delete-answers') }).click();
    await reads(visitor.page, askWords('delete-words'));
    await visitor.shoot('delete');
    await visitor.page.getByRole('button', { name: askWords('delete-act') }).click();
    await heading(visitor, askWords('deleted-title'));
    await visitor.shoot('deleted');
    await comeBack(visitor, facility(), 'deletes@mail.example');
    await heading(visitor, askWords('nothing-saved'));
    await visitor.shoot('nothing-saved');
    expect(visitor.faults).toEqual([]);
  });
});

async function writeUntilWhen(visitor: Visitor, facility: Facility, mailbox = email): Promise<void> {
  const { page } = visitor;
  await page.goto(`${facility.url}/ask/whose`);
  await page.getByRole('radio', { name: askWords('whose-parent') }).check();
  await goOn(visitor);
  await proveMailbox(visitor, facility, mailbox);
  await heading(visitor, askWords('who-question-other'));
  await page.getByLabel(askWords('given-name')).fill('Tobi');
  await page.getByLabel(askWords('family-name')).fill('Okafor');
  const birth = page.getByRole('group', { name: askWords('birth') });
  await birth.getByLabel(commonWords('date-month')).fill('3');
  await birth.getByLabel(commonWords('date-day')).fill('9');
  await birth.getByLabel(commonWords('date-year')).fill('2015');
  await page.getByLabel(askWords('requester-name')).fill('Luz Okafor');
  await goOn(visitor);
  await heading(visitor, askWords('which-question'));
  await page.getByRole('radio', { name: commonWords('exam-abdomen') }).check();
  await goOn(visitor);
  await heading(visitor, askWords('when-question'));
  await page.getByRole('radio', { name: askWords('when-words') }).check();
  await page.getByLabel(askWords('date-words')).fill(remembered);
  await reads(page, /^Saved at/);
  await visitor.shoot('when-saved');
}

async function comeBack({ page, shoot }: Visitor, facility: Facility, mailbox = email): Promise<void> {
  const askedAt = Date.now();
  await page.goto(facility.url);
  await page.getByRole('link', { name: portalWords('home-saved') }).click();
  await page.getByLabel(askWords('email')).fill(mailbox);
  await shoot('come-back');
  await page.getByRole('button', { name: askWords('send-code') }).click();
  await page.getByLabel(askWords('code'), { exact: true }).fill(await newestCode(facility, mailbox, askedAt));
  await page.getByRole('button', { name: askWords('come-back-open') }).click();
}

/** To both: online for the parent, prints by mail to a doctor, with the form that the law wants for paper. */
async function toWhomAndPapers(visitor: Visitor): Promise<void> {
  const { page, shoot } = visitor;
  await goOn(visitor);
  await heading(visitor, askWords('what-question'));
  await goOn(visitor);
  await heading(visitor, askWords('to-whom-question'));
  await page.getByRole('checkbox', { name: askWords('to-other') }).check();
  await shoot('to-whom');
  await goOn(visitor);
  await heading(visitor, askWords('how-question'));
  await shoot('how');
  await goOn(visitor);
  await heading(visitor, askWords('recipient-question'));
  await goOn(visitor);
  await reads(page, askWords('need-other-name'));
  await reads(page, askWords('need-other-email'));
  await shoot('recipient-lacks');
  await page.getByLabel(askWords('other-name')).fill('Dr. Ada Mensah');
  await page.getByLabel(askWords('other-email')).fill('mensah@heart.example');
  await page.getByRole('checkbox', { name: commonWords('delivery-prints') }).check();
  await page.getByLabel(askWords('street')).fill('4 Heart Lane');
  await page.getByLabel(askWords('town')).fill('Springfield, NY 10001');
  await shoot('recipient');
  await goOn(visitor);
  await heading(visitor, askWords('authorization-title'));
  await goOn(visitor);
  await reads(page, askWords('need-authorizes'));
  await reads(page, askWords('need-statements'));
  await shoot('authorization-lacks');
  await page.getByRole('button', { name: askWords('authorizes-same') }).click();
  await page.getByRole('checkbox', { name: askWords('statements-read') }).check();
  await shoot('authorization');
  await goOn(visitor);
  await heading(visitor, askWords('papers-question'));
  await shoot('papers');
  const file = { name: 'birth.png', mimeType: 'image/png', buffer: paper };
  await page.getByLabel(askWords('papers-choose')).first().setInputFiles(file);
  await page.getByRole('list', { name: askWords('papers-here') }).waitFor();
  await reads(page, /^Saved at/);
  await shoot('paper-sent');
  await page.reload();
  await page.getByRole('list', { name: askWords('papers-here') }).waitFor();
  await goOn(visitor);
}

async function signAsParent(visitor: Visitor): Promise<void> {
  const { page, shoot } = visitor;
  await heading(visitor, askWords('sign-title'));
  await reads(page, askWords('papers-count', { count: 1 }));
  await reads(page, askWords('statement-authorizes', { name: 'Dr. Ada Mensah' }));
  await page.getByText(askWords('why')).first().click();
  await reads(page, /^Saved at/);
  await shoot('sign');
  await page.getByLabel(askWords('signed-name')).fill('Luz Okafor');
  await page.getByRole('button', { name: askWords('sign-and-send') }).click();
  await heading(visitor, askWords('sent-title'));
  await shoot('sent');
  await page.getByRole('link', { name: askWords('follow-request') }).click();
  await reads(page, portalWords('what-asked'));
  await shoot('tracked');
}

async function goOn({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: askWords('continue') }).click();
}
