import { expect, test } from 'vitest';
import { clearCookie, readCookie, setCookie } from './cookies.ts';

const token = 'A'.repeat(43);

test('behind TLS the cookie is bound to this very host; on loopback it keeps a plain name', () => {
  expect(setCookie('requester', token, true)).toBe(
    `__Host-echoback-portal=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`,
  );
  expect(setCookie('staff', token, false)).toBe(`echoback-desk=${token}; Path=/; HttpOnly; SameSite=Strict`);
});

test('a cookie set without TLS is not believed behind TLS', () => {
  expect(readCookie(`echoback-desk=${token}`, 'staff', true)).toBeUndefined();
  expect(readCookie(`other=1; __Host-echoback-desk=${token}`, 'staff', true)).toBe(token);
});

test('what does not look like our token is no token', () => {
  expect(readCookie('echoback-desk=short', 'staff', false)).toBeUndefined();
  expect(readCookie(undefined, 'staff', false)).toBeUndefined();
  expect(clearCookie('staff', false)).toContain('Max-Age=0');
});
