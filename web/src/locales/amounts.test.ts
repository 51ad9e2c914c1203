import { describe, expect, it } from 'vitest';
import { clockWords, moneyWords, sizeWords } from './amounts.ts';

describe('amounts in words', () => {
  it('write money from whole cents', () => {
    expect(moneyWords(650, 'en', 'USD')).toBe('$6.50');
    expect(moneyWords(650, 'en', 'EUR')).toBe('€6.50');
    expect(moneyWords(650, 'es', 'EUR')).toBe('6,50\u00a0€');
    expect(moneyWords(123456, 'es', 'USD')).toBe('$1,234.56');
  });

  it('write sizes as phones count them', () => {
    expect(sizeWords(883, 'en')).toBe('1 kB');
    expect(sizeWords(88_400, 'en')).toBe('88 kB');
    expect(sizeWords(214_000_000, 'en')).toBe('214 MB');
    expect(sizeWords(3_240_000, 'en')).toBe('3.2 MB');
    expect(sizeWords(1_950_000_000, 'en')).toBe('2 GB');
  });

  it('write the length of a clip', () => {
    expect(clockWords(420, 923, 'en')).toBe('0.4 s');
    expect(clockWords(923, 923, 'es')).toBe('0,9 s');
    expect(clockWords(4_020, 83_000, 'en')).toBe('0:04');
    expect(clockWords(83_000, 83_000, 'en')).toBe('1:23');
  });
});
