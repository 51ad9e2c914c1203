import { expect, test } from 'vitest';
import { scoreOf } from './suggest-patients.ts';

const typed = { familyName: 'Rivera', givenName: 'Ana', formerNames: null, birthDate: '1993-04-12', mrn: null };
const onFile = {
  familyName: 'Rivera',
  givenName: 'Ana María',
  formerNames: [],
  birthDate: '1993-04-12',
  identifiers: [{ mrn: '004471', issuer: 'R' }],
};

test('who agrees in more stands first', () => {
  const exact = scoreOf({ ...typed, mrn: '004471' }, onFile);
  const withoutNumber = scoreOf(typed, onFile);
  const otherBirthday = scoreOf(typed, { ...onFile, birthDate: '1989-11-02' });
  expect([exact, withoutNumber, otherBirthday]).toEqual([6, 4, 2]);
});

test('a former name counts, whichever side remembers it', () => {
  const maiden = { familyName: 'Alvarez', givenName: 'Ana' };
  expect(
    scoreOf(typed, { ...onFile, familyName: 'Soto', formerNames: [{ familyName: 'Rivera', givenName: 'Ana' }] }),
  ).toBe(4);
  expect(scoreOf({ ...typed, familyName: 'Soto', formerNames: 'Rivera' }, onFile)).toBe(4);
  expect(scoreOf({ ...typed, ...maiden }, onFile)).toBe(3);
});
