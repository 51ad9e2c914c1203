import type { Locator } from 'playwright-core';
import { type Facility, until } from './facility.ts';
import { reads, type Visitor } from './visitor.ts';
import { commonWords, deskCheckWords, deskFileWords, deskWords } from './words.ts';

type Account = 'desk' | 'admin' | 'privacy';

export async function signInAtDesk(visitor: Visitor, facility: Facility, account: Account): Promise<void> {
  const { page, shoot } = visitor;
  await page.goto(`${facility.url}/desk`);
  await page.getByLabel(deskWords('username')).fill(account);
  await page.getByLabel(deskWords('password')).fill(facility.staffPassword);
  await shoot('sign-in');
  await page.getByRole('button', { name: deskWords('sign-in-act') }).click();
  await page.getByRole('navigation', { name: deskWords('places') }).waitFor();
}

/** Opens the request's line of the worklist, which says how many days are left. */
export async function openRequest(visitor: Visitor, reference: string, familyName: string): Promise<void> {
  const { page, shoot } = visitor;
  await goTo(visitor, deskWords('worklist'));
  const line = page.getByRole('listitem').filter({ hasText: reference });
  await line.waitFor();
  await reads(line, commonWords('days-left', { count: 30 }));
  await shoot('worklist');
  // Staff search by name: the name must not end in an address.
  await page.getByRole('searchbox', { name: deskWords('search-label') }).fill(familyName);
  await line.waitFor();
  await shoot('worklist-searched');
  await line.getByRole('link').click();
}

/** The person of the directory, and a code to the contact that was held long before the request. */
export async function choosePatient(visitor: Visitor, givenName: string, familyName: string): Promise<void> {
  const { page, shoot } = visitor;
  await page.getByRole('heading', { level: 1, name: deskFileWords('which-patient') }).waitFor();
  await page.getByRole('radio', { name: `${givenName} ${familyName}` }).check();
  await shoot('choose-patient');
  await press(page.getByRole('button', { name: deskFileWords('this-patient') }));
}

export async function sendIdentityCode(visitor: Visitor): Promise<void> {
  const { page, shoot } = visitor;
  await page.getByRole('heading', { level: 1, name: deskFileWords('is-it-her') }).waitFor();
  await shoot('prove-identity');
  await press(page.getByRole('button', { name: deskFileWords('send-code') }));
  // The desk goes on with what it can do meanwhile.
  await page.getByRole('heading', { level: 1, name: deskFileWords('which-exam-F') }).waitFor();
  await shoot('code-sent');
}

/** Searches every source with what the directory knows; evidence is on the screen before anybody confirms. */
export async function searchAndConfirm(visitor: Visitor, description: string): Promise<void> {
  const { page, shoot } = visitor;
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot('search');
  await press(page.getByRole('button', { name: deskFileWords('search-sources') }).last());
  const found = page.getByRole('radio', { name: new RegExp(description, 'i') });
  await found.waitFor();
  await found.check();
  await shoot('candidates');
  await press(page.getByRole('button', { name: deskFileWords('confirm-and-get') }));
}

/** Follows the retrieval on the screen until the pictures can be checked, and opens the check. */
export async function openCheck(visitor: Visitor): Promise<void> {
  const { page, shoot } = visitor;
  const button = page.getByRole('button', { name: deskFileWords('check-pictures') });
  await button.waitFor({ timeout: 90_000 });
  await shoot('retrieved');
  await press(button);
  await page.getByRole('heading', { level: 1, name: deskCheckWords('ready-to-give') }).waitFor();
}

export function checksPanel({ page }: Visitor): Locator {
  return page.getByRole('complementary', { name: deskCheckWords('checks') });
}

/** Before the source was asked again for a gap, and without a reason for it, nothing is approved; then it is frozen. */
export async function approve(visitor: Visitor, reason: string): Promise<void> {
  const { page, shoot } = visitor;
  const panel = checksPanel(visitor);
  await panel.getByText(deskCheckWords('blocked-ask-again')).waitFor();
  await panel.getByRole('button', { name: deskCheckWords('ask-again') }).click();
  await openCheck(visitor);
  const button = panel.getByRole('button', { name: deskCheckWords('approve-with-gap') });
  await button.click();
  await panel.getByText(deskCheckWords('need-missing-reason')).waitFor();
  await shoot('refused-without-reason');
  await panel.getByLabel(deskCheckWords('missing-reason')).fill(reason);
  await button.click();
  await page.getByRole('heading', { level: 1, name: deskCheckWords('given-ready') }).waitFor({ timeout: 60_000 });
  await shoot('given');
}

export async function goTo({ page }: Visitor, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: deskWords('places') })
    .getByRole('link', { name: place })
    .click();
}

/** A button that is there and may be pressed. */
async function press(button: Locator): Promise<void> {
  await until('the button could be pressed', () => button.isEnabled());
  await button.click();
}
