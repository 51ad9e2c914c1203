import type { Calibration, UltrasoundRegion } from './ultrasound-regions.ts';

/** A place in the picture as stored: pixels from the left and from the top, fractions allowed. */
export type Place = { x: number; y: number };

/** What a line from one place to another measures. Lengths and depths in cm, times in s, velocities in cm/s. */
export type LineMeasure =
  | { kind: 'length'; cm: number }
  /** M-mode: along is time, down is depth; the slope of the line is no length. */
  | { kind: 'time-and-depth'; seconds: number; cm: number }
  /** Doppler spectrum: the time between both ends, and the velocity at each. */
  | { kind: 'time-and-velocity'; seconds: number; fromCmPerSecond: number; toCmPerSecond: number }
  | { kind: 'not-calibrated'; why: NotCalibrated };

/**
 * `no-scale`: the object names none that can be trusted. `scaled`: its boxes leave the picture. `outside`: an end lies in
 * no calibrated box, or the ends in two. `other-unit`: the box counts in something that is no length, time or velocity.
 */
export type NotCalibrated = 'no-scale' | 'scaled' | 'outside' | 'other-unit';

const CENTIMETRES = 3;
const SECONDS = 4;
const CENTIMETRES_PER_SECOND = 7;

/**
 * Measures by the ultrasound region that holds both ends, PS3.3 C.8.5.5; the smallest, where boxes overlap. Pixel Spacing
 * (0028,0030) is never asked: within a picture that has regions it holds for none of them.
 */
export function measureLine(calibration: Calibration, from: Place, to: Place): LineMeasure {
  const scaled = whyUnmeasurable(calibration);
  if (scaled) return { kind: 'not-calibrated', why: scaled };
  const region = calibration.regions
    .filter((each) => hasScale(each) && holds(each, from) && holds(each, to))
    .sort((a, b) => area(a) - area(b))[0];
  if (!region) return { kind: 'not-calibrated', why: 'outside' };
  return measureIn(region, from, to);
}

/** Why nothing in this picture can be measured, whatever the line; undefined when something can. */
export function whyUnmeasurable({ columns, rows, regions }: Calibration): 'no-scale' | 'scaled' | undefined {
  // A box that leaves the picture tells that it was scaled or cut after it was made: then no box of it is right. Some
  // makers name the edge itself as the last pixel (800 of 800): that is one too many, and the scale is sound.
  if (regions.some(({ right, bottom }) => right > columns || bottom > rows)) return 'scaled';
  return regions.some(hasScale) ? undefined : 'no-scale';
}

/** Spatial format none is a box without a scale: makers lay it over the whole picture, with deltas of 1. */
function hasScale({ format, deltaX, deltaY, left, right, top, bottom }: UltrasoundRegion): boolean {
  const deltas = Number.isFinite(deltaX) && Number.isFinite(deltaY) && deltaX !== 0;
  return format !== 0 && deltas && right > left && bottom > top && (deltaY !== 0 || format > 3);
}

function holds({ left, top, right, bottom }: UltrasoundRegion, { x, y }: Place): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function area({ left, top, right, bottom }: UltrasoundRegion): number {
  return (right - left + 1) * (bottom - top + 1);
}

function measureIn(region: UltrasoundRegion, from: Place, to: Place): LineMeasure {
  const { format, unitX, unitY, deltaX, deltaY } = region;
  const across = Math.abs((to.x - from.x) * deltaX);
  const down = Math.abs((to.y - from.y) * deltaY);
  if (format === 1 && unitX === CENTIMETRES && unitY === CENTIMETRES)
    return { kind: 'length', cm: Math.hypot(across, down) };
  if (format === 2 && unitX === SECONDS && unitY === CENTIMETRES)
    return { kind: 'time-and-depth', seconds: across, cm: down };
  if (format === 3 && unitX === SECONDS && unitY === CENTIMETRES_PER_SECOND) {
    const velocity = ({ y }: Place) => (y - region.top - region.referenceY) * deltaY + region.referenceValueY;
    return {
      kind: 'time-and-velocity',
      seconds: across,
      fromCmPerSecond: velocity(from),
      toCmPerSecond: velocity(to),
    };
  }
  return { kind: 'not-calibrated', why: 'other-unit' };
}
