import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makePasscode, passcodeMatches } from './passcode.ts';

test('a passcode is read back however it is typed', async () => {
  const { passcode, passcodeHash } = await makePasscode({ random: () => Buffer.from([0, 1, 10, 11, 12, 13, 14, 15]) });
  expect(passcode).toBe('01AB-CDEF');
  for (const typed of ['01AB-CDEF', 'o1ab cdef', ' OLABCDEF ', '01ab–cdef']) {
    expect(await passcodeMatches(passcodeHash, typed)).toBe(true);
  }
  expect(await passcodeMatches(passcodeHash, '01AB-CDEG')).toBe(false);
  expect(await passcodeMatches(undefined, '01AB-CDEF')).toBe(false);
});

test('passcodes hold 8 of 32 signs and differ', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => makePasscode({ random: randomBytes })));
  expect(new Set(made.map(({ passcode }) => passcode)).size).toBe(5);
  for (const { passcode } of made) expect(passcode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
