import { describe, expect, it } from 'vitest';
import { lengthScale } from './length-scale.ts';
import type { Calibration, UltrasoundRegion } from './ultrasound-regions.ts';

const plane: UltrasoundRegion = {
  format: 1,
  left: 100,
  top: 50,
  right: 500,
  bottom: 450,
  unitX: 3,
  unitY: 3,
  deltaX: 0.03,
  deltaY: -0.04,
  referenceY: 0,
  referenceValueY: 0,
};
const picture = (...regions: UltrasoundRegion[]): Calibration => ({ columns: 640, rows: 480, regions });

describe('the scale of a picture', () => {
  it('is that of the largest region in centimetres, whichever way its axes run', () => {
    const inset = { ...plane, right: 120, bottom: 80, deltaX: 0.01 };
    expect(lengthScale(picture(inset, plane))).toEqual({ cmPerPixelX: 0.03, cmPerPixelY: 0.04, region: plane });
  });

  it('is none for M-mode, spectra, boxes without a unit, and pictures that were scaled later', () => {
    expect(lengthScale(picture({ ...plane, format: 2, unitX: 4 }))).toBeUndefined();
    expect(lengthScale(picture({ ...plane, unitX: 0, unitY: 0 }))).toBeUndefined();
    expect(lengthScale(picture({ ...plane, deltaY: 0 }))).toBeUndefined();
    expect(lengthScale(picture(plane, { ...plane, right: 900 }))).toBeUndefined();
    expect(lengthScale(picture())).toBeUndefined();
  });
});
