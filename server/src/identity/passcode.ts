import type { App } from '../app.ts';
import { hashSecret, secretMatches } from './secret-hash.ts';

/** S5.2: 8 signs of 32, 40 bits. Crockford's base 32 has no I, L, O or U: what people take for them is read as meant. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Told once, as `7Q4M-2KXV`; only its hash is kept. */
export async function makePasscode(app: Pick<App, 'random'>): Promise<{ passcode: string; passcodeHash: string }> {
  const drawn = [...app.random(8)].map((byte) => signs[byte % signs.length]).join('');
  const passcode = `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
  return { passcode, passcodeHash: await hashSecret(app, foldPasscode(passcode)) };
}

export function passcodeMatches(passcodeHash: string | undefined, typed: string): Promise<boolean> {
  return secretMatches(passcodeHash, foldPasscode(typed));
}

/** Reads what people type: any case, with or without the dash, I and L for 1, O for 0. */
function foldPasscode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
}
