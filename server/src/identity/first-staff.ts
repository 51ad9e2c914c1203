import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { StaffRole } from '../store/schema.ts';
import { drawPassword } from './draw-password.ts';
import { hashSecret } from './secret-hash.ts';

export type FirstStaff = { password: string; usernames: string[] };

type Account = {
  username: string;
  displayName: string;
  role: StaffRole;
  licensed_as?: string;
  is_privacy_officer?: true;
};

const accounts: readonly Account[] = [
  { username: 'desk', displayName: 'Dana Desk', role: 'supervisor' },
  { username: 'admin', displayName: 'Alex Admin', role: 'admin' },
];

/** In the demo there is somebody for every decision that the law gives to one kind of person. */
const demoAccounts: readonly Account[] = [
  { username: 'doctor', displayName: 'Lena Licht', role: 'supervisor', licensed_as: 'MD, radiologist' },
  { username: 'reviewer', displayName: 'Ravi Rao', role: 'supervisor', licensed_as: 'MD, obstetrician' },
  { username: 'privacy', displayName: 'Paula Privado', role: 'supervisor', is_privacy_officer: true },
];

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
  const all = app.config.demo ? [...accounts, ...demoAccounts] : accounts;
  for (const { displayName, ...account } of all) {
    await app.db
      .insertInto('staff')
      .values({
        id: randomUUID(),
        facility_id: app.facilityId,
        ...account,
        display_name: displayName,
        password_hash: await hashSecret(app, password),
        retry_after: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return { password, usernames: all.map(({ username }) => username) };
}
