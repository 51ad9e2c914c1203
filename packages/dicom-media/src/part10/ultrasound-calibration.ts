import { items } from './data-set.ts';
import type { DataSet } from './element.ts';

/** What an ultrasound picture says about the meaning of its pixels: where they lie, or also what their colours are worth. */
export type UltrasoundCalibration = 'none' | 'spatial' | 'combined';

/** By the region sequence (0018,6011) and the pixel component organization (0018,6044) of a region; PS3.11 annex C. */
export function ultrasoundCalibration(dataSet: DataSet): UltrasoundCalibration {
  const regions = items(dataSet, 0x00186011);
  if (regions.length === 0) return 'none';
  return regions.some((region) => (region.elements.get(0x00186044)?.length ?? 0) > 0) ? 'combined' : 'spatial';
}
