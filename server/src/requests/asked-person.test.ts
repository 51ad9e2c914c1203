import { expect, it } from 'vitest';
import { differingFromAsked, isAnotherPerson, unexplained } from './asked-person.ts';

const ana = {
  names: [{ familyName: 'Rivera', givenName: 'Ana' }],
  birthDate: '1993-04-12',
  identifiers: [{ mrn: '004471', issuer: '' }],
};
const named = (familyName: string, givenName = 'Ana') => ({ ...ana, names: [{ familyName, givenName }] });
const otherAna = { ...ana, birthDate: '1989-11-02', identifiers: [{ mrn: '009999', issuer: 'RIV' }] };
const eva = { ...otherAna, names: [{ familyName: 'Luna', givenName: 'Eva' }] };

it.each([
  ['the same person', ana, ana, []],
  ['the other one of the same name', ana, otherAna, ['birth-date', 'mrn']],
  ['another birth date only', ana, { ...ana, birthDate: '1993-04-13' }, ['birth-date']],
  ['another name', ana, named('Luna', 'Eva'), ['name']],
  ['a slip in the name', ana, named('Rivero'), []],
  [
    'a former name of the directory',
    named('Alvarez'),
    { ...ana, names: [...named('Alvarez').names, ...ana.names] },
    [],
  ],
  ['a former name that was typed', { ...ana, names: [...named('Luna').names, ...ana.names] }, ana, []],
  ['a number that is none of theirs', ana, { ...ana, identifiers: [{ mrn: '4471', issuer: '' }] }, ['mrn']],
  ['no number typed', { ...ana, identifiers: [] }, ana, []],
  ['no number on file', ana, { ...ana, identifiers: [] }, []],
])('tells what differs: %s', (_, asked, held, facts) => {
  expect(differingFromAsked(asked, held)).toEqual(facts);
});

it('calls somebody of another name and birth date another person, whatever else agrees', () => {
  expect(isAnotherPerson(differingFromAsked(ana, eva))).toBe(true);
  expect(isAnotherPerson(differingFromAsked(ana, otherAna))).toBe(false);
});

it('lets a written reason explain one difference, never another person', () => {
  expect(unexplained(ana, otherAna, null)).toEqual(['birth-date']);
  expect(unexplained(ana, otherAna, 'The year was mistyped.')).toEqual([]);
  expect(unexplained(ana, eva, 'It is her.')).toEqual(['name', 'birth-date']);
});
