import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar.ts';
import { atTime, countsInWords, joinAnd, longDate, money, plainDate, wayInWords } from './wording.ts';

const day = calendarDate('2026-12-03');

describe('words that all letters share', () => {
  it('are English where nobody asked for another language', () => {
    expect([longDate(day), plainDate(day), money(0), joinAnd(['a', 'b'])]).toEqual([
      'Thursday, December 3, 2026',
      'December 3, 2026',
      'No charge',
      'a and b',
    ]);
    expect(wayInWords({ kind: 'cd' })).toBe('A CD');
    expect(countsInWords({ stills: 1, clips: 0, reports: 0, other: 2 })).toBe('1 picture and 2 other items');
  });

  it('write a date and an amount as people of that language do', () => {
    expect([longDate(day, 'es'), plainDate(day, 'es'), money(0, 'es')]).toEqual([
      'jueves 3 de diciembre de 2026',
      '3 de diciembre de 2026',
      'Sin costo',
    ]);
    expect([money(5), money(650), money(1240), money(100_000)]).toEqual(['$0.05', '$6.50', '$12.40', '$1,000.00']);
  });

  it('leave out what there is none of, and say when there is nothing at all', () => {
    const none = { stills: 0, clips: 0, reports: 0, other: 0 };
    expect([countsInWords(none), countsInWords(none, 'es')]).toEqual(['nothing', 'nada']);
    expect(countsInWords({ ...none, stills: 42, clips: 9, reports: 1 }, 'es')).toBe(
      '42 imágenes, 9 videos y 1 informe',
    );
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b y c'],
    [['a', 'imágenes'], 'a e imágenes'],
    [['a', 'hijos'], 'a e hijos'],
    [['a', 'Ivan'], 'a e Ivan'],
    [['a', 'hielo'], 'a y hielo'],
    [['a', 'mi'], 'a y mi'],
  ] as const)('join %j in Spanish: %s', (parts, words) => {
    expect(joinAnd(parts, 'es')).toBe(words);
  });

  it('tell the time of day as people of that language do', () => {
    expect(['19:03', '00:10', '12:00', '13:05', '01:00'].map((time) => atTime(time))).toEqual([
      'at 7:03 p.m.',
      'at 12:10 a.m.',
      'at 12:00 p.m.',
      'at 1:05 p.m.',
      'at 1:00 a.m.',
    ]);
    expect(['19:03', '13:05'].map((time) => atTime(time, 'es'))).toEqual([
      'a las 7:03 p.\u00a0m.',
      'a la 1:05 p.\u00a0m.',
    ]);
  });

  it('say to whom a way leads', () => {
    expect(wayInWords({ kind: 'secure-link', to: 'Dr. Chen' })).toBe('A secure link for Dr. Chen');
    expect(wayInWords({ kind: 'secure-link', to: 'Dr. Chen' }, 'es')).toBe('Un enlace seguro para Dr. Chen');
  });
});
