import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLine, inPicture, type Laid, measureShown, onStage } from './stage-places.ts';

const side = fc.integer({ min: 40, max: 4000 });
const size = fc.record({ width: side, height: side });
const laid: fc.Arbitrary<Laid> = fc.record({
  box: size,
  picture: size,
  view: fc.record({
    scale: fc.double({ min: 1, max: 8, noNaN: true }),
    x: fc.integer({ min: -900, max: 900 }),
    y: fc.integer({ min: -900, max: 900 }),
  }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('places on the stage', () => {
  it('are found back in the picture however it is moved and zoomed', () => {
    fc.assert(
      fc.property(laid, share, share, (how, across, down) => {
        const place = { x: across * how.picture.width, y: down * how.picture.height };
        const back = inPicture(how, onStage(how, place));
        expect(back.x).toBeCloseTo(place.x, 6);
        expect(back.y).toBeCloseTo(place.y, 6);
      }),
    );
  });

  it('never leave the picture', () => {
    fc.assert(
      fc.property(laid, fc.integer(), fc.integer(), (how, x, y) => {
        const place = inPicture(how, { x, y });
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.x).toBeLessThanOrEqual(how.picture.width);
        expect(place.y).toBeGreaterThanOrEqual(0);
        expect(place.y).toBeLessThanOrEqual(how.picture.height);
      }),
    );
  });
});

describe('a line over a picture that is shown in another size than it is stored', () => {
  const region = {
    format: 1,
    left: 0,
    top: 0,
    right: 399,
    bottom: 199,
    unitX: 3,
    unitY: 3,
    deltaX: 0.02,
    deltaY: 0.01,
  };
  const calibration = { columns: 400, rows: 200, regions: [{ ...region, referenceY: 0, referenceValueY: 0 }] };

  it('measures what it measures in its own size', () => {
    const line = { from: { x: 100, y: 100 }, to: { x: 300, y: 100 } };
    const twice = { from: { x: 200, y: 200 }, to: { x: 600, y: 200 } };
    expect(measureShown(calibration, { width: 400, height: 200 }, line)).toEqual({ kind: 'length', cm: 4 });
    expect(measureShown(calibration, { width: 800, height: 400 }, twice)).toEqual({ kind: 'length', cm: 4 });
  });

  it('starts inside the largest region', () => {
    const line = firstLine(calibration, { width: 800, height: 400 });
    expect(line && measureShown(calibration, { width: 800, height: 400 }, line)).toMatchObject({ kind: 'length' });
    expect(firstLine(null, { width: 800, height: 400 })).toBeUndefined();
  });
});
