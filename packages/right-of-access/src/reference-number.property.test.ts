import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReference, REFERENCE_RANDOM_BYTES, referenceFromRandom } from './reference-number.ts';

const random = fc.uint8Array({ minLength: REFERENCE_RANDOM_BYTES, maxLength: REFERENCE_RANDOM_BYTES });
const cases = { numRuns: 10_000 };
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a reference number', () => {
  it('reads back what was given out, however it was typed', () => {
    fc.assert(
      fc.property(
        random,
        fc.constantFrom('', ' ', '-', '–', '\u00a0', '\u200b', '. '),
        fc.boolean(),
        (bytes, gap, prefix) => {
          const reference = referenceFromRandom(bytes);
          expect(reference).toMatch(/^EB [2-9A-HJKMNP-TV-Z]{3} [2-9A-HJKMNP-TV-Z]{3}$/);
          const parts = reference.toLowerCase().split(' ');
          const typed = (prefix ? parts : parts.slice(1)).join(gap);
          expect(parseReference(` ${typed}\n`)).toEqual({ ok: true, value: reference });
        },
      ),
      cases,
    );
  });

  it('finds every single wrong sign', () => {
    fc.assert(
      fc.property(random, fc.nat(5), fc.constantFrom(...alphabet), (bytes, place, sign) => {
        const signs = [...referenceFromRandom(bytes).slice(3).replace(' ', '')];
        fc.pre(signs[place] !== sign);
        signs[place] = sign;
        expect(parseReference(signs.join(''))).toEqual({ ok: false, refusal: { code: 'mistyped' } });
      }),
      cases,
    );
  });

  it('finds nearly every pair of swapped neighbours', () => {
    let [swaps, found] = [0, 0];
    fc.assert(
      fc.property(random, fc.nat(4), (bytes, place) => {
        const signs = [...referenceFromRandom(bytes).slice(3).replace(' ', '')];
        const [first, second] = [signs[place] as string, signs[place + 1] as string];
        fc.pre(first !== second);
        signs.splice(place, 2, second, first);
        swaps += 1;
        if (!parseReference(signs.join('')).ok) found += 1;
      }),
      { ...cases, seed: 1 },
    );
    expect(found / swaps).toBeGreaterThan(0.99);
  });

  it.each([
    ['EB 7Q4 M2', 'wrong-length'],
    ['', 'wrong-length'],
    ['EB 7Q4 M2O', 'unknown-character'],
    ['EB 7Q4 M2I', 'unknown-character'],
    ['EB 7Q4 M2é', 'unknown-character'],
    ['EB 222 224', 'mistyped'],
  ])('refuses %j as %s', (typed, code) => {
    expect(parseReference(typed)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('does not take a body that begins with EB for the prefix', () => {
    const signs = [...alphabet].map((last) => `EB234${last}`).find((body) => parseReference(body).ok);
    expect(parseReference(signs as string)).toMatchObject({ ok: true, value: `EB EB2 34${signs?.at(-1)}` });
    expect(parseReference(`EB ${signs}`)).toMatchObject({ ok: true, value: `EB EB2 34${signs?.at(-1)}` });
  });
});
