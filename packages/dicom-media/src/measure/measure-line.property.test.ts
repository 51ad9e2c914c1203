import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLine, type Place } from './measure-line.ts';
import type { Calibration, UltrasoundRegion } from './ultrasound-regions.ts';

const size = { columns: 800, rows: 600 };
const coordinate = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const delta = fc.double({ min: 1e-4, max: 1, noNaN: true }).chain((value) => fc.constantFrom(value, -value));
const box = fc
  .tuple(fc.nat(700), fc.nat(500), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
const region = (facts: Partial<UltrasoundRegion>): UltrasoundRegion => ({
  format: 1,
  left: 0,
  top: 0,
  right: 799,
  bottom: 599,
  unitX: 3,
  unitY: 3,
  deltaX: 0.05,
  deltaY: 0.05,
  referenceY: 0,
  referenceValueY: 0,
  ...facts,
});
const twoDimensional = fc
  .tuple(box, delta, delta)
  .map(([where, deltaX, deltaY]) => region({ ...where, deltaX, deltaY }));
/** A place of the box by two fractions of its sides. */
const within = ({ left, top, right, bottom }: UltrasoundRegion, [across, down]: [number, number]): Place => ({
  x: left + across * (right - left),
  y: top + down * (bottom - top),
});
const fractions = fc.tuple(coordinate(1), coordinate(1));
const lengthOf = (calibration: Calibration, from: Place, to: Place): number => {
  const measured = measureLine(calibration, from, to);
  if (measured.kind !== 'length') throw new Error(`no length: ${JSON.stringify(measured)}`);
  return measured.cm;
};

describe('a length within one 2D region', () => {
  it('is the same both ways, is never negative, and is 0 only from a place to itself', () => {
    fc.assert(
      fc.property(twoDimensional, fractions, fractions, (one, a, b) => {
        const [from, to] = [within(one, a), within(one, b)];
        const there = lengthOf({ ...size, regions: [one] }, from, to);
        expect(there).toBe(lengthOf({ ...size, regions: [one] }, to, from));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(lengthOf({ ...size, regions: [one] }, from, from)).toBe(0);
      }),
    );
  });

  it('is never longer than a way round over a third place', () => {
    fc.assert(
      fc.property(twoDimensional, fractions, fractions, fractions, (one, a, b, c) => {
        const [from, to, by] = [within(one, a), within(one, b), within(one, c)];
        const calibration = { ...size, regions: [one] };
        const round = lengthOf(calibration, from, by) + lengthOf(calibration, by, to);
        expect(lengthOf(calibration, from, to)).toBeLessThanOrEqual(round * (1 + 1e-9) + 1e-12);
      }),
    );
  });

  it('grows with the scale, and does not change when box and line move together', () => {
    fc.assert(
      fc.property(twoDimensional, fractions, fractions, fc.integer({ min: 2, max: 9 }), (one, a, b, times) => {
        const [from, to] = [within(one, a), within(one, b)];
        const cm = lengthOf({ ...size, regions: [one] }, from, to);
        const larger = { ...one, deltaX: one.deltaX * times, deltaY: one.deltaY * times };
        expect(lengthOf({ ...size, regions: [larger] }, from, to)).toBeCloseTo(cm * times, 9);
        const moved = { ...one, left: 0, right: one.right - one.left, top: 0, bottom: one.bottom - one.top };
        const shift = (place: Place) => ({ x: place.x - one.left, y: place.y - one.top });
        const inside = (place: Place) => ({
          x: Math.min(Math.max(place.x, 0), moved.right),
          y: Math.min(Math.max(place.y, 0), moved.bottom),
        });
        expect(lengthOf({ ...size, regions: [moved] }, inside(shift(from)), inside(shift(to)))).toBeCloseTo(cm, 9);
      }),
    );
  });
});

describe('whatever the header says', () => {
  const anyNumber = fc.oneof(fc.integer({ min: -5, max: 2 ** 32 }), fc.double());
  const anyRegion = fc.record({
    format: fc.nat(9),
    left: anyNumber,
    top: anyNumber,
    right: anyNumber,
    bottom: anyNumber,
    unitX: fc.nat(12),
    unitY: fc.nat(12),
    deltaX: anyNumber,
    deltaY: anyNumber,
    referenceY: anyNumber,
    referenceValueY: anyNumber,
  });

  it('nothing is a length unless both ends lie in one 2D box in cm that lies in the picture', () => {
    fc.assert(
      fc.property(
        fc.array(anyRegion, { maxLength: 6 }),
        fc.tuple(coordinate(799), coordinate(599)),
        fc.tuple(coordinate(799), coordinate(599)),
        (regions, [x, y], [x2, y2]) => {
          const measured = measureLine({ ...size, regions }, { x, y }, { x: x2, y: y2 });
          if (measured.kind !== 'length') return;
          const sound = regions.filter(
            (one) =>
              one.format === 1 &&
              one.unitX === 3 &&
              one.unitY === 3 &&
              one.right <= size.columns &&
              one.bottom <= size.rows &&
              Math.min(x, x2) >= one.left &&
              Math.max(x, x2) <= one.right &&
              Math.min(y, y2) >= one.top &&
              Math.max(y, y2) <= one.bottom,
          );
          expect(sound.length).toBeGreaterThan(0);
          expect(Number.isFinite(measured.cm)).toBe(true);
        },
      ),
    );
  });
});
