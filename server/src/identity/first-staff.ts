import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { hashSecret } from './secret-hash.ts';

export type FirstStaff = { password: string; usernames: string[] };

const accounts = [
  { username: 'desk', displayName: 'Dana Desk', role: 'supervisor' },
  { username: 'admin', displayName: 'Alex Admin', role: 'admin' },
] as const;

/** Letters that cannot be mistaken for one another; 20 of 31 make 99 bits. */
const letters = 'abcdefghijkmnpqrstuvwxyz2345678';

/**
 * At the very first start nobody could sign in: one account for the desk and one for settings are made, with a generated
 * password that is told once (S11.3). Nothing when there are staff already.
 */
export async function makeFirstStaff(app: App): Promise<FirstStaff | undefined> {
  const known = await app.db
    .selectFrom('staff')
    .select('id')
    .where('facility_id', '=', app.facilityId)
    .limit(1)
    .executeTakeFirst();
  if (known) return undefined;
  const password = drawPassword(app);
  for (const { username, displayName, role } of accounts) {
    await app.db
      .insertInto('staff')
      .values({
        id: randomUUID(),
        facility_id: app.facilityId,
        username,
        display_name: displayName,
        role,
        password_hash: await hashSecret(app, password),
        retry_after: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return { password, usernames: accounts.map(({ username }) => username) };
}

function drawPassword(app: App): string {
  const drawn: string[] = [];
  while (drawn.length < 20) {
    const [byte = 255] = app.random(1);
    // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
    if (byte < 248) drawn.push(letters[byte % 31] ?? '');
  }
  return [0, 5, 10, 15].map((at) => drawn.slice(at, at + 5).join('')).join('-');
}
