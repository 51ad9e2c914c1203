import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dicomFileId, nameStem, nameWords, numberNames, webContentName } from './package-names.ts';

describe('names for people', () => {
  it.each([
    ['Ecografía de embarazo', 'Ecografia de embarazo'],
    ['../../etc/passwd', 'etcpasswd'],
    ['..hidden', 'hidden'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['scan: "left" <b>', 'scan left b'],
    ['CON', 'CON-'],
    ['com1.txt', 'com1-.txt'],
    ['console', 'console'],
    ['妊娠', ''],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%s becomes %s', (text, expected) => {
    expect(nameWords(text)).toBe(expected);
  });

  it('start with the day when it is known, and are never empty', () => {
    expect(nameStem('2026-10-28', 'Pregnancy scan')).toBe('2026-10-28 Pregnancy scan');
    expect(nameStem(null, '妊娠')).toBe('Exam');
  });

  it('go on counting within one day and exam, with as many digits as the last one needs', () => {
    const next = numberNames(new Map([['a', 120]]));
    expect([next('a'), next('a'), next('b')]).toEqual(['a 001', 'a 002', 'b 01']);
  });
});

describe('names for machines', () => {
  it('have at most 8 characters a component', () => {
    expect(dicomFileId(1, 2, 34)).toBe('DICOM/ST000001/SE000002/IM000034');
    expect(() => dicomFileId(1, 1, 1_000_000)).toThrow(RangeError);
    expect(webContentName('P', 12, 'JPG')).toBe('IHE_PDI/P0000012.JPG');
  });
});

describe('any words of an exam', () => {
  it('give a name of letters, digits, space and -_., that every system takes and that names no place', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.string({ unit: fc.constantFrom('a', ' ', '.', '/', 'con'), maxLength: 100 }),
    );
    const isGood = (label: string) => {
      const name = `${numberNames(new Map())(nameStem('2026-01-10', label))}.jpg`;
      const fits = /^2026-01-10[A-Za-z0-9 \-_.,]{0,70} 01\.jpg$/.test(name);
      return fits && !/^[ .]|[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(nameWords(label));
    };
    fc.assert(fc.property(anything, isGood), { seed: 7, numRuns: 150 });
  });
});
