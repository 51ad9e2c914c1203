import { type Calibration, type LineMeasure, measureLine, type Place, whyUnmeasurable } from '@echoback/dicom-media';
import type { View } from './use-zoom.ts';

export type { Place };
export type Line = { from: Place; to: Place };
type Size = { width: number; height: number };

/** How a picture lies on the stage: whole and in the middle of its box, then moved and made larger. */
export type Laid = { box: Size; picture: Size; view: View };

/** CSS pixels on the screen for one pixel of the picture. */
function fit({ box, picture, view }: Laid): number {
  return Math.min(box.width / picture.width, box.height / picture.height) * view.scale;
}

/** A place of the picture, in CSS pixels from the box's left top corner. */
export function onStage(laid: Laid, { x, y }: Place): Place {
  const { box, picture, view } = laid;
  const scale = fit(laid);
  return {
    x: box.width / 2 + view.x + (x - picture.width / 2) * scale,
    y: box.height / 2 + view.y + (y - picture.height / 2) * scale,
  };
}

/** The place of the picture under a point of the box; at its nearest edge when the point lies beside the picture. */
export function inPicture(laid: Laid, { x, y }: Place): Place {
  const { box, picture, view } = laid;
  const scale = fit(laid);
  return held(picture, {
    x: (x - box.width / 2 - view.x) / scale + picture.width / 2,
    y: (y - box.height / 2 - view.y) / scale + picture.height / 2,
  });
}

export function held({ width, height }: Size, { x, y }: Place): Place {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}

/**
 * What a line over a picture as shown measures. The shown picture may have other sides than the stored one (a clip of odd
 * width, pixels that are not square): places are carried over by share of each side.
 */
export function measureShown(calibration: Calibration, shown: Size, { from, to }: Line): LineMeasure {
  const stored = ({ x, y }: Place) => ({
    x: (x / shown.width) * calibration.columns,
    y: (y / shown.height) * calibration.rows,
  });
  return measureLine(calibration, stored(from), stored(to));
}

/** Where a first line lies, so that there is something to take hold of: across the middle of the largest region. */
export function firstLine(calibration: Calibration | null, shown: Size): Line | undefined {
  if (!calibration || whyUnmeasurable(calibration)) return undefined;
  const { columns, rows, regions } = calibration;
  const [largest] = regions
    .filter(({ format }) => format >= 1 && format <= 3)
    .sort((a, b) => (b.right - b.left) * (b.bottom - b.top) - (a.right - a.left) * (a.bottom - a.top));
  if (!largest) return undefined;
  const { left, right, top, bottom } = largest;
  const y = ((top + bottom) / 2 / rows) * shown.height;
  const across = (share: number) => ((left + share * (right - left)) / columns) * shown.width;
  return { from: { x: across(0.4), y }, to: { x: across(0.6), y } };
}
