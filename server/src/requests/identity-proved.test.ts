import { expect, test } from 'vitest';
import { decideStanding } from './identity-proved.ts';

test('without any proof nothing is shown, whoever asks', () => {
  expect(decideStanding('self', [], true)).toEqual({ identityProved: false, authorityShown: false });
});

test('a code to a contact on file is enough for one’s own pictures', () => {
  expect(decideStanding('self', ['code-to-held-contact'], false)).toEqual({
    identityProved: true,
    authorityShown: true,
  });
});

test('a parent needs the link on file or papers that staff judged', () => {
  expect(decideStanding('parent', ['code-to-held-contact'], true).authorityShown).toBe(true);
  expect(decideStanding('parent', ['code-to-held-contact'], false).authorityShown).toBe(false);
  expect(decideStanding('parent', ['photo-id'], false).authorityShown).toBe(true);
});

test('a representative’s papers are always judged by a person', () => {
  expect(decideStanding('personal-representative', ['code-to-held-contact'], true).authorityShown).toBe(false);
  expect(decideStanding('personal-representative', ['in-person'], false).authorityShown).toBe(true);
});
