import { expect, test } from 'vitest';
import { noDate } from '../../design-system/calendar-parts.ts';
import { type Typed, toSearch } from './search-form.tsx';

const empty: Typed = {
  familyName: '',
  givenName: ' ',
  birthDate: noDate,
  mrn: '',
  accessionNumber: '',
  onOrAfter: noDate,
  onOrBefore: noDate,
};

test('what is left empty is not searched by', () => {
  expect(toSearch(empty)).toEqual({});
});

test('names lose their blanks, and a day that is none is left out', () => {
  expect(
    toSearch({
      ...empty,
      familyName: ' Rivera ',
      birthDate: { year: '1993', month: '4', day: '12' },
      onOrAfter: { year: '2026', month: '2', day: '30' },
    }),
  ).toEqual({ familyName: 'Rivera', birthDate: '1993-04-12' });
});
