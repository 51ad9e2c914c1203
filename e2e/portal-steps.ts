import { expect } from 'vitest';
import { dateWords } from '../web/src/locales/dates.ts';
import { type Facility, newestCode } from './facility.ts';
import { reads, type Visitor } from './visitor.ts';
import { askWords, clockWords, commonWords, portalWords } from './words.ts';

export type Asker = {
  givenName: string;
  familyName: string;
  birthDate: string;
  mrn: string;
  /** The address that the person types; not one that the facility held. */
  typedEmail: string;
};

/** All questions of the portal, as a thumb answers them. Answers the reference. */
export async function askForPictures(
  visitor: Visitor,
  facility: Facility,
  asker: Asker,
  chooseWays: () => Promise<void> = async () => {},
): Promise<string> {
  const { page, shoot } = visitor;
  await page.goto(`${facility.url}/`);
  await heading(visitor, portalWords('home-title'));
  await shoot('home');
  await page.getByRole('link', { name: portalWords('home-ask') }).click();
  await heading(visitor, askWords('whose-question'));
  await page.getByRole('radio', { name: askWords('whose-self'), exact: true }).check();
  await goOn(visitor, 'whose');
  await proveMailbox(visitor, facility, asker.typedEmail);
  await sayWho(visitor, asker);
  await sayWhich(visitor);
  await heading(visitor, askWords('to-whom-question'));
  await page
    .getByRole('checkbox', { name: askWords('to-me'), exact: false })
    .first()
    .isChecked();
  await goOn(visitor, 'to-whom');
  await heading(visitor, askWords('how-question'));
  await page.getByRole('checkbox', { name: commonWords('delivery-online') }).isChecked();
  await chooseWays();
  await goOn(visitor, 'how');
  return sign(visitor, facility, asker);
}

async function sayWho(visitor: Visitor, asker: Asker): Promise<void> {
  const { page } = visitor;
  await heading(visitor, askWords('who-question'));
  const [year = '', month = '', day = ''] = asker.birthDate.split('-');
  await page.getByLabel(askWords('given-name')).fill(asker.givenName);
  await page.getByLabel(askWords('family-name')).fill(asker.familyName);
  const birth = page.getByRole('group', { name: askWords('birth') });
  await birth.getByLabel(commonWords('date-month')).fill(month);
  await birth.getByLabel(commonWords('date-day')).fill(day);
  await birth.getByLabel(commonWords('date-year')).fill(year);
  await page.getByLabel(askWords('mrn')).fill(asker.mrn);
  await goOn(visitor, 'who');
}

async function sayWhich(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await heading(visitor, askWords('which-question'));
  await page.getByRole('radio', { name: commonWords('exam-pregnancy') }).check();
  await goOn(visitor, 'which');
  await heading(visitor, askWords('when-question'));
  await page.getByRole('radio', { name: askWords('when-month') }).check();
  const from = page.getByRole('group', { name: askWords('from') });
  await from.getByLabel(commonWords('date-month')).fill('10');
  await from.getByLabel(commonWords('date-year')).fill('2026');
  await goOn(visitor, 'when');
  await heading(visitor, askWords('what-question'));
  await page.getByRole('radio', { name: askWords('what-entire') }).isChecked();
  await page.getByRole('checkbox', { name: askWords('with-report') }).isChecked();
  await goOn(visitor, 'what');
}

export async function proveMailbox(visitor: Visitor, facility: Facility, email: string): Promise<void> {
  const { page, shoot } = visitor;
  await heading(visitor, askWords('email-question'));
  await page.getByLabel(askWords('email')).fill(email);
  await page.getByRole('button', { name: askWords('send-code') }).click();
  await page.getByLabel(askWords('code'), { exact: true }).fill(await newestCode(facility, email));
  await shoot('email-code');
  await page.getByRole('button', { name: askWords('continue') }).click();
}

/** Fee and due date are on the page before anything is signed. */
async function sign(visitor: Visitor, facility: Facility, asker: Asker): Promise<string> {
  const { page, shoot } = visitor;
  await heading(visitor, askWords('sign-title'));
  await reads(page, commonWords('no-charge'));
  await reads(page, await dayInThirtyDays(facility));
  await page.getByText(clockWords('how-count')).click();
  await page.getByText(clockWords('where-written')).click();
  await reads(page, '45 CFR 164.524(b)(2)');
  await shoot('sign');
  await page.getByLabel(askWords('signed-name')).fill(`${asker.givenName} ${asker.familyName}`);
  await page.getByRole('button', { name: askWords('sign-and-send') }).click();
  await heading(visitor, askWords('sent-title'));
  await shoot('sent');
  const reference = ((await page.locator('.reference').first().textContent()) ?? '').trim();
  expect(reference).toMatch(/^EB\b/);
  return reference;
}

/** "Wednesday, December 23": thirty calendar days after today, counted here on our own. 45 CFR 164.524(b)(2). */
async function dayInThirtyDays(facility: Facility): Promise<string> {
  const answer = await fetch(`${facility.url}/api/facility`);
  const { today } = (await answer.json()) as { today: string };
  const due = new Date(Date.parse(`${today}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
  return dateWords('en', 'UTC', today).day(due);
}

/** Types the code that went to a contact which the facility held before. */
export async function proveIdentity(visitor: Visitor, facility: Facility, heldContact: string): Promise<void> {
  const { page, shoot } = visitor;
  await openTracking(visitor, facility);
  await heading(visitor, portalWords('now-prove-identity'));
  await shoot('prove-identity');
  await page.getByLabel(portalWords('identity-code')).fill(await newestCode(facility, heldContact));
  await page.getByRole('button', { name: portalWords('identity-send') }).click();
  await page.getByLabel(portalWords('identity-code')).waitFor({ state: 'hidden' });
  await shoot('identity-proved');
}

async function openTracking(visitor: Visitor, facility: Facility): Promise<void> {
  await visitor.page.goto(`${facility.url}/request`);
}

/** Comes back with the reference and a code, as from another phone. */
export async function signInAgain(
  visitor: Visitor,
  facility: Facility,
  { reference, email }: { reference: string; email: string },
): Promise<void> {
  const { page, shoot } = visitor;
  const askedAt = Date.now();
  await page.goto(`${facility.url}/`);
  await page.getByRole('link', { name: portalWords('home-back') }).click();
  await page.getByLabel(portalWords('reference')).fill(reference);
  await page.getByRole('button', { name: portalWords('send-code') }).click();
  await page.getByLabel(portalWords('code'), { exact: true }).fill(await newestCode(facility, email, askedAt));
  await shoot('sign-in-code');
  await page.getByRole('button', { name: portalWords('sign-in') }).click();
}

export async function heading({ page }: Visitor, words: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words }).waitFor();
}

async function goOn({ page, shoot }: Visitor, name: string): Promise<void> {
  await shoot(name);
  await page.getByRole('button', { name: askWords('continue') }).click();
}
