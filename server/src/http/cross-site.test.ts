import { expect, test } from 'vitest';
import { isCrossSite, isOwnHost } from './cross-site.ts';

const own = ['http://127.0.0.1:8080', 'http://localhost:8080'];

test('a page of another site is refused by either header', () => {
  expect(isCrossSite({ 'sec-fetch-site': 'cross-site' }, own)).toBe(true);
  expect(isCrossSite({ 'sec-fetch-site': 'same-site' }, own)).toBe(true);
  expect(isCrossSite({ origin: 'https://evil.example' }, own)).toBe(true);
  expect(isCrossSite({ origin: 'null' }, own)).toBe(true);
  expect(isCrossSite({ origin: 'http://127.0.0.1:8081' }, own)).toBe(true);
});

test('our own pages and programs without a browser pass', () => {
  expect(isCrossSite({ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:8080' }, own)).toBe(false);
  expect(isCrossSite({ origin: 'http://localhost:8080' }, own)).toBe(false);
  expect(isCrossSite({}, own)).toBe(false);
});

test('a foreign name for our address is not ours', () => {
  expect(isOwnHost('127.0.0.1:8080', own)).toBe(true);
  expect(isOwnHost('rebound.example:8080', own)).toBe(false);
  expect(isOwnHost(undefined, own)).toBe(false);
});
