import { expect, test } from 'vitest';
import { readPatientLine } from './patient-csv.ts';

const cells = {
  family_name: 'Rivera',
  given_name: 'Ana',
  birth_date: '1993-04-12',
  mrn: '004471',
  sex: 'f',
  email: 'ana@example.org',
  former_names: 'Alvarez, Ana; Alvarez Ortiz',
  contacts_since: '2020-01-31',
  parent_mrns: '001; 002',
};

test('a line becomes a patient with the facility’s own issuer where none is said', () => {
  const { read, problems } = readPatientLine(2, cells, 'RIVERSIDE', '2026-10-05');
  expect(problems).toEqual([]);
  expect(read).toMatchObject({
    patient: {
      sex: 'F',
      identifiers: [{ mrn: '004471', issuer: 'RIVERSIDE' }],
      formerNames: [
        { familyName: 'Alvarez', givenName: 'Ana' },
        { familyName: 'Alvarez Ortiz', givenName: 'Ana' },
      ],
      contacts: [{ kind: 'email', value: 'ana@example.org' }],
    },
    contactsSince: '2020-01-31',
    parentMrns: ['001', '002'],
  });
});

test('each problem is named with its line and column', () => {
  const wrong = { ...cells, family_name: ' ', birth_date: '1993-02-30', sex: 'x', email: 'a@b, c@d', mobile: 'call' };
  const { problems } = readPatientLine(7, wrong, 'RIVERSIDE', '2026-10-05');
  expect(problems.map((problem) => problem.pointer)).toEqual([
    '/lines/7/family_name',
    '/lines/7/birth_date',
    '/lines/7/sex',
    '/lines/7/email',
    '/lines/7/mobile',
  ]);
});

test('nobody was born tomorrow', () => {
  const { problems } = readPatientLine(2, { ...cells, birth_date: '2026-10-06' }, 'RIVERSIDE', '2026-10-05');
  expect(problems).toHaveLength(1);
});
