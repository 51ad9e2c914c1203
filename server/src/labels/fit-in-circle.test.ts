import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chord, fitInCircle } from './fit-in-circle.ts';

const band = { radius: 164, top: 72, bottom: 150 };
const sizes = [10, 9, 8, 7, 6, 5];
/** As wide as half an em for each letter. */
const measure = (text: string, size: number) => text.length * size * 0.5;

test('every word of every text is there, in order, inside the circle and the band', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh') });
  const texts = fc.array(
    fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(texts, (all) => {
      const lines = fitInCircle(all, band, sizes, measure);
      if (!lines) return;
      expect(lines.map(({ text }) => text).join(' ')).toBe(all.join(' '));
      for (const { text, size, y } of lines) {
        expect(y).toBeGreaterThanOrEqual(band.top);
        expect(y + size).toBeLessThanOrEqual(band.bottom);
        const corner = Math.hypot(measure(text, size) / 2, y + size);
        expect(corner).toBeLessThanOrEqual(band.radius);
      }
    }),
  );
});

test('the largest size that holds everything is taken', () => {
  expect(fitInCircle(['Pregnancy scan'], band, sizes, measure)?.[0]?.size).toBe(10);
  const many = Array.from({ length: 9 }, (_, at) => `Pregnancy scan, October ${at + 1}, 2026`);
  expect(fitInCircle(many, band, sizes, measure)?.[0]?.size).toBe(7);
});

test('what does not fit is said, never cut', () => {
  const many = Array.from({ length: 40 }, () => 'Muscle and joint scan, October 28, 2026');
  expect(fitInCircle(many, band, sizes, measure)).toBeUndefined();
  expect(fitInCircle(['x'.repeat(500)], band, sizes, measure)).toBeUndefined();
  expect(chord(10, 11, 12)).toBe(0);
});
