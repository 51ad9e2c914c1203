import { describe, expect, it } from 'vitest';
import { integerOf, isoDate, isoTime, nameOf, parseRows, textOf, textsOf } from './dicom-json.ts';

const row = (Value: unknown) => ({ '00100010': { vr: 'PN', Value } });

describe('a row of DICOM JSON', () => {
  it('gives names with all their script groups', () => {
    const groups = { Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎', Phonetic: 'やまだ^たろう' };
    expect(nameOf(row([groups]), '00100010')).toBe('Yamada^Tarou=山田^太郎=やまだ^たろう');
    expect(nameOf(row([{ Ideographic: '山田^太郎' }]), '00100010')).toBe('=山田^太郎');
    expect(nameOf(row(['LOPEZ^MARIA']), '00100010')).toBe('LOPEZ^MARIA');
  });

  it('gives numbers that are numbers or text', () => {
    expect(integerOf(row([7]), '00100010')).toBe(7);
    expect(integerOf(row(['7 ']), '00100010')).toBe(7);
    for (const odd of ['', 'x', 1e30, null, {}]) expect(integerOf(row([odd]), '00100010')).toBeNull();
  });

  it('takes any other shape for absent', () => {
    for (const odd of [undefined, null, 'x', {}, [], [null], [{}], [[]], ['  ']]) {
      expect(textOf(row(odd), '00100010')).toBeNull();
      expect(nameOf(row(odd), '00100010')).toBeNull();
    }
    expect(textOf({ '00100010': null }, '00100010')).toBeNull();
    expect(textsOf(row(['US', 3, null]), '00100010')).toEqual(['US', '3']);
  });

  it('finds nothing under a key that every object inherits', () => {
    expect(textOf({}, 'constructor')).toBeNull();
    expect(textOf(JSON.parse('{"__proto__": {"00100010": {"Value": ["x"]}}}'), '00100010')).toBeNull();
  });

  it('keeps no value longer than any that means something', () => {
    expect(textOf(row(['x'.repeat(5000)]), '00100010')).toHaveLength(1024);
  });
});

describe('an answer', () => {
  it('is a list of objects or nothing', () => {
    expect(parseRows('[{}, {}]')).toHaveLength(2);
    for (const text of ['', '{', '{}', 'null', '[1]', '[[]]', '"x"']) expect(parseRows(text)).toBeUndefined();
  });
});

describe('dates and times', () => {
  it('are read as DICOM writes and wrote them', () => {
    expect(isoDate('20240229')).toBe('2024-02-29');
    expect(isoDate('1994.11.05')).toBe('1994-11-05');
    expect(isoTime('142825.123')).toBe('14:28:25');
    expect(isoTime('1428')).toBe('14:28');
  });

  it('are null when they are none', () => {
    for (const odd of [null, '', '2024', '20241301', 'yesterday', '20240101-20240201']) expect(isoDate(odd)).toBeNull();
    expect(isoTime('noon')).toBeNull();
  });
});
