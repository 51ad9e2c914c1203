import { describe, expect, it } from 'vitest';
import { compareName, compareNames, foldWords } from './person-names.ts';

const maria = { familyName: 'López', givenName: 'María' };

describe('comparing a name with a DICOM header', () => {
  it.each([
    ['LOPEZ^MARIA', 'case and accents'],
    ['López^María^^Dra.', 'a title'],
    ['MARIA^LOPEZ', 'components in the other order'],
    ['LOPEZ MARIA', 'everything in one component'],
    ['Lopez^Maria=洛佩斯^玛丽亚', 'further script groups'],
  ])('calls %s the same (%s)', (found) => {
    expect(compareName(maria, found)).toBe('same');
  });

  it.each([
    ['LOPEZ^MARIA^ELENA', 'a middle name more'],
    ['LOPEZ^M', 'an initial'],
    ['LOPES^MARIA', 'one other letter'],
    ['LOPEZ^MARAI', 'two letters swapped'],
    ['LOPEZ GARCIA^MARIA', 'a second family name'],
    ['LOPEZ^^^^', 'the family name only'],
  ])('calls %s near (%s)', (found) => {
    expect(compareName(maria, found)).toBe('near');
  });

  it.each([['LOPEZ^MARTA ELENA'], ['LOPEZ^JOSE'], ['GARCIA^MARIA'], ['SMITH^JOHN']])('keeps %s apart', (found) => {
    expect(compareName({ familyName: 'López', givenName: 'Ana' }, found)).toBe('differs');
  });

  it('does not take a sibling with a short name for a slip of the pen', () => {
    expect(compareName({ familyName: 'Li', givenName: 'Wei' }, 'LI^MEI')).toBe('differs');
    expect(compareName({ familyName: 'Li', givenName: 'Wei' }, 'LU^WEI')).toBe('differs');
  });

  it('says unknown when the header has no name', () => {
    expect(compareName(maria, null)).toBe('unknown');
    expect(compareName(maria, '^^^')).toBe('unknown');
  });

  it('reads double names written together or apart alike', () => {
    expect(compareName({ familyName: 'De la Cruz', givenName: 'Juan' }, 'DELACRUZ^JUAN')).toBe('same');
    expect(compareName({ familyName: "O'Brien", givenName: 'Anne-Marie' }, 'OBRIEN^ANNE MARIE')).toBe('same');
  });

  it('finds a name in the script that the directory holds', () => {
    expect(compareName({ familyName: '山田', givenName: '太郎' }, 'Yamada^Tarou=山田^太郎=やまだ^たろう')).toBe('same');
  });

  it('takes the kindest verdict over current and former names', () => {
    expect(compareNames([{ familyName: 'Nguyen', givenName: 'María' }, maria], 'LOPEZ^MARIA')).toBe('same');
  });

  it('folds letters that Unicode does not take apart', () => {
    expect(foldWords('Strauß-Ørsted Łucja')).toEqual(['strauss', 'orsted', 'lucja']);
  });
});
