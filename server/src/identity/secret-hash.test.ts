import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashSecret, secretMatches } from './secret-hash.ts';

const app = { random: randomBytes };

test('a secret matches its own hash and no other', async () => {
  const kept = await hashSecret(app, 'correct horse battery staple');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await secretMatches(kept, 'correct horse battery staple')).toBe(true);
  expect(await secretMatches(kept, 'correct horse battery stapl')).toBe(false);
});

test('the same secret is kept differently each time', async () => {
  expect(await hashSecret(app, 'x')).not.toBe(await hashSecret(app, 'x'));
});

test('what is no hash of ours matches nothing', async () => {
  expect(await secretMatches(undefined, '')).toBe(false);
  expect(await secretMatches('none', 'none')).toBe(false);
});

test('letters that look alike to people count alike', async () => {
  const kept = await hashSecret(app, 'se\u00f1al');
  expect(await secretMatches(kept, 'sen\u0303al')).toBe(true);
});
