import { whyUnmeasurable } from './measure-line.ts';
import type { Calibration, UltrasoundRegion } from './ultrasound-regions.ts';

/** What a pixel of the scan itself is worth, in cm, and the box it holds for. */
export type LengthScale = { cmPerPixelX: number; cmPerPixelY: number; region: UltrasoundRegion };

const CENTIMETRES = 3;

/**
 * The scale of the largest two-dimensional region that counts in cm (PS3.3 C.8.5.5); undefined where nothing can be
 * trusted, so that no ruler is drawn beside a picture that was scaled after it was made.
 */
export function lengthScale(calibration: Calibration): LengthScale | undefined {
  if (whyUnmeasurable(calibration)) return undefined;
  const [region] = calibration.regions
    .filter(({ format, unitX, unitY }) => format === 1 && unitX === CENTIMETRES && unitY === CENTIMETRES)
    .filter(({ deltaX, deltaY }) => isLength(deltaX) && isLength(deltaY))
    .filter(({ left, right, top, bottom }) => right > left && bottom > top)
    .sort((a, b) => area(b) - area(a));
  return region && { cmPerPixelX: Math.abs(region.deltaX), cmPerPixelY: Math.abs(region.deltaY), region };
}

function isLength(delta: number): boolean {
  return Number.isFinite(delta) && delta !== 0;
}

function area({ left, right, top, bottom }: UltrasoundRegion): number {
  return (right - left + 1) * (bottom - top + 1);
}
