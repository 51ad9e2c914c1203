import { describe, expect, it } from 'vitest';
import { parseReference, REFERENCE_RANDOM_BYTES, referenceFromRandom } from './reference-number.ts';

describe('a reference that is given out', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0], 'EB 222 223'],
    [[0, 0, 0, 0, 0, 0, 0, 1], 'EB 322 222'],
    [[0, 0, 0, 0, 0, 0, 1, 0], 'EB JA2 22D'],
    [[1, 2, 3, 4, 5, 6, 7, 8], 'EB 8VZ YCA'],
    [[255, 255, 255, 255, 255, 255, 255, 255], 'EB H26 T26'],
  ])('from the bytes %j is %s', (bytes, reference) => {
    expect(referenceFromRandom(Uint8Array.from(bytes))).toBe(reference);
  });

  it('takes eight random bytes and no other number of them', () => {
    expect(REFERENCE_RANDOM_BYTES).toBe(8);
    for (const length of [0, 7, 9]) {
      expect(() => referenceFromRandom(new Uint8Array(length))).toThrow('Needs 8 random bytes');
    }
  });
});

describe('a reference that somebody types', () => {
  it.each([
    'EB 8VZ YCA',
    'eb 8vz yca',
    '8VZYCA',
    'EB-8VZ-YCA',
    'EB–8VZ–YCA',
    'EB.8VZ.YCA',
    'EB_8VZ/YCA',
    '#EB:8VZ YCA',
    '\u200b8VZ\u00a0YCA\n',
    'ＥＢ ８ＶＺ ＹＣＡ',
  ])('is read from %j', (typed) => {
    expect(parseReference(typed)).toEqual({ ok: true, value: 'EB 8VZ YCA' });
  });

  it('is refused with what is wrong: too short, too long, a sign that is not used, one sign or two mistaken', () => {
    expect(parseReference('EB 8VZ YC')).toEqual({ ok: false, refusal: { code: 'wrong-length', length: 5 } });
    expect(parseReference('EB 8VZ YCAA')).toEqual({ ok: false, refusal: { code: 'wrong-length', length: 7 } });
    expect(parseReference('XB 8VZ YCA')).toEqual({ ok: false, refusal: { code: 'wrong-length', length: 8 } });
    expect(parseReference('')).toEqual({ ok: false, refusal: { code: 'wrong-length', length: 0 } });
    expect(parseReference('EB 8V0 YCA')).toEqual({ ok: false, refusal: { code: 'unknown-character', character: '0' } });
    expect(parseReference('EB 8VZ YC2')).toEqual({ ok: false, refusal: { code: 'mistyped' } });
    expect(parseReference('EB V8Z YCA')).toEqual({ ok: false, refusal: { code: 'mistyped' } });
  });

  it('may itself begin with EB', () => {
    expect(parseReference('EB2348')).toEqual({ ok: true, value: 'EB EB2 348' });
    expect(parseReference('EB EB2 348')).toEqual({ ok: true, value: 'EB EB2 348' });
  });
});
