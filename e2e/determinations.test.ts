import { expect, test } from 'vitest';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { signInAtDesk } from './desk-steps.ts';
import { browserForTests } from './for-tests.ts';
import { haveChromiumHere } from './peers-here.ts';
import { heading, signInAgain } from './portal-steps.ts';
import { ana, facilityInTime, fetched, matches, proves } from './scenarios/facility-in-time.ts';
import { desktop, openVisitor, phone, reads, type Visitor } from './visitor.ts';
import { deskDeterminationWords, determinationWords, portalWords } from './words.ts';

const withheld = 'the research pictures';

describeWith([haveChromiumHere()], 'Deciding other than to give', () => {
  const time = facilityInTime(new Date().toISOString());
  const browser = browserForTests();

  test('the desk proposes to keep a part apart, the privacy officer sends the letter; the person takes it back', async () => {
    const staff = await time.desk();
    const asker = await time.asks(ana, {});
    await proves(time, staff, asker);
    await matches(staff, asker, /./);
    await fetched(staff, asker);
    const decisions = `${time.facility().url}/desk/requests/${asker.requestId}?at=decisions`;

    const desk = await openVisitor(browser(), desktop, 'deny');
    await signInAtDesk(desk, time.facility(), 'desk');
    await desk.page.goto(decisions);
    await proposePart(desk);

    const privacy = await openVisitor(browser(), desktop, 'decide');
    await signInAtDesk(privacy, time.facility(), 'privacy');
    await privacy.shoot('worklist');
    await privacy.page.goto(decisions);
    await privacy.page.getByRole('button', { name: deskDeterminationWords('deny-and-send') }).click();
    await privacy.page.getByRole('link', { name: deskDeterminationWords('see-letter') }).waitFor();
    await privacy.shoot('denied');

    // The clock of the program stands: the next code must be younger than the one before.
    await time.at(new Date(Date.now() + 60_000).toISOString());
    const person = await openVisitor(browser(), phone, 'withdraw');
    await signInAgain(person, time.facility(), { reference: asker.reference, email: 'asker.1@mail.example' });
    await reads(person.page, determinationWords('withdraw-link'));
    await person.shoot('track');
    await person.page.getByRole('link', { name: determinationWords('withdraw-link') }).click();
    await heading(person, determinationWords('withdraw-title'));
    await person.shoot('ask');
    await person.page.getByRole('button', { name: determinationWords('withdraw-act') }).click();
    await heading(person, portalWords('now-withdrawn'));
    await person.shoot('withdrawn');
    expect([desk, privacy, person].flatMap(({ faults, complaints }) => [...faults, ...complaints])).toEqual([]);
  });
});

/** Writes the wish until nothing is missing; the letter stands beside it before anybody decides. */
async function proposePart(desk: Visitor): Promise<void> {
  const { page, shoot } = desk;
  await page.getByRole('radio', { name: deskDeterminationWords('do-deny') }).check();
  await page.getByLabel(deskDeterminationWords('ground'), { exact: true }).selectOption('U3');
  await page.getByRole('radio', { name: deskDeterminationWords('part-exam') }).check();
  await page.getByLabel(deskDeterminationWords('withheld'), { exact: true }).fill(withheld);
  await page.getByLabel(deskDeterminationWords('basis'), { exact: true }).fill('You joined the study, and it goes on.');
  // Each thing once, in words; neither the letter's own list nor the other language says it again.
  await reads(page, /^The consent that suspends access 45 CFR/);
  await expect.poll(() => page.getByRole('status').getByRole('listitem').count()).toBe(4);
  await shoot('lacking');
  for (const [condition, said] of [
    ['The research is in progress', 'Study 12, until March 2028'],
    ['The consent that suspends access', 'Consent form, section 4'],
    ['Told that access returns', 'Same form, section 5'],
  ] as const) {
    await page.getByLabel(condition, { exact: true }).fill(said);
  }
  await page.getByLabel(deskDeterminationWords('returns-on')).fill('2028-03-31');
  await page.getByLabel(deskDeterminationWords('returns-words')).fill('when the study ends, in March 2028');
  await page.getByRole('heading', { name: deskDeterminationWords('letter-ready') }).waitFor();
  await shoot('letter');
  await page.getByRole('button', { name: deskDeterminationWords('propose') }).click();
  await reads(page, deskDeterminationWords('denial-proposed', { ground: 'U3', withheld }));
  await shoot('proposed');
}
