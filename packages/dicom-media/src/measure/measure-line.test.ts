import { describe, expect, it } from 'vitest';
import { indexOf, sampleBytes, samplesPresent } from '../../testing/sample-files.ts';
import { measureLine, whyUnmeasurable } from './measure-line.ts';
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
  deltaY: 0.04,
  referenceY: 0,
  referenceValueY: 0,
};
const picture = (...regions: UltrasoundRegion[]): Calibration => ({ columns: 640, rows: 480, regions });

describe('a line on an ultrasound picture', () => {
  it('is measured with both deltas: pixels need not be square', () => {
    const measured = measureLine(picture(plane), { x: 200, y: 100 }, { x: 300, y: 200 });
    expect(measured).toEqual({ kind: 'length', cm: 5 });
  });

  it('has no length when its ends lie in two regions, or one of them in none', () => {
    const right = { ...plane, left: 501, right: 639 };
    const outside = { kind: 'not-calibrated', why: 'outside' };
    expect(measureLine(picture(plane, right), { x: 200, y: 100 }, { x: 600, y: 100 })).toEqual(outside);
    expect(measureLine(picture(plane), { x: 200, y: 100 }, { x: 200, y: 460 })).toEqual(outside);
  });

  it('is measured by the smallest box that holds both ends', () => {
    const inset = { ...plane, left: 120, top: 60, right: 220, bottom: 160, deltaX: 0.01, deltaY: 0.01 };
    expect(measureLine(picture(plane, inset), { x: 130, y: 100 }, { x: 210, y: 100 })).toEqual({
      kind: 'length',
      cm: 0.8,
    });
    expect(measureLine(picture(plane, inset), { x: 130, y: 100 }, { x: 230, y: 100 })).toMatchObject({ cm: 3 });
  });

  it('gives time and depth apart in M-mode, and the velocity at each end in a spectrum', () => {
    const motion = { ...plane, format: 2, unitX: 4, deltaX: 0.01 };
    expect(measureLine(picture(motion), { x: 200, y: 100 }, { x: 300, y: 200 })).toEqual({
      kind: 'time-and-depth',
      seconds: 1,
      cm: 4,
    });
    const spectrum = { ...plane, format: 3, unitX: 4, unitY: 7, deltaX: 0.01, deltaY: -0.5, referenceY: 200 };
    expect(measureLine(picture(spectrum), { x: 200, y: 250 }, { x: 300, y: 50 })).toEqual({
      kind: 'time-and-velocity',
      seconds: 1,
      fromCmPerSecond: 0,
      toCmPerSecond: 100,
    });
  });

  it('is not measured in a box of other units', () => {
    const hertz = { ...plane, format: 3, unitX: 4, unitY: 5 };
    const measured = measureLine(picture(hertz), { x: 200, y: 100 }, { x: 300, y: 200 });
    expect(measured).toEqual({ kind: 'not-calibrated', why: 'other-unit' });
  });

  it('is not measured where the only box has no spatial format', () => {
    const none = { ...plane, format: 0, unitX: 0, unitY: 0, deltaX: 1, deltaY: 1 };
    expect(whyUnmeasurable(picture(none))).toBe('no-scale');
    expect(measureLine(picture(none, plane), { x: 200, y: 100 }, { x: 300, y: 200 })).toMatchObject({ cm: 5 });
  });
});

describe.skipIf(!samplesPresent)(
  `samples of real machines${samplesPresent ? '' : ' (skipped: no DICOM samples)'}`,
  () => {
    const calibration = (name: string): Calibration => {
      const indexed = indexOf(sampleBytes(`us/${name}`));
      if (!indexed.ok) throw new Error('not read');
      const { pixels, regions } = indexed.value;
      return { columns: pixels?.columns ?? 0, rows: pixels?.rows ?? 0, regions };
    };

    it('a picture that was scaled after its calibration is not measured', () => {
      expect(whyUnmeasurable(calibration('sonosite-cine-jpeg.dcm'))).toBe('scaled');
    });

    it('a box that names the edge as its last pixel is', () => {
      const measured = measureLine(calibration('ob-palette.dcm'), { x: 300, y: 200 }, { x: 400, y: 200 });
      expect(measured).toMatchObject({ kind: 'length' });
      expect(measured.kind === 'length' && measured.cm).toBeCloseTo(2.6229, 4);
    });

    it('an M-mode strip below its 2D picture has both scales', () => {
      const both = calibration('vivid7-mmode-jpeg.dcm');
      expect(measureLine(both, { x: 100, y: 20 }, { x: 200, y: 20 })).toMatchObject({ kind: 'length' });
      const strip = measureLine(both, { x: 100, y: 200 }, { x: 200, y: 300 });
      expect(strip.kind === 'time-and-depth' && [strip.seconds, strip.cm].map((value) => value.toFixed(3))).toEqual([
        '0.739',
        '2.482',
      ]);
    });
  },
);
