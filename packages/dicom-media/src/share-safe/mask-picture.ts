import type { Picture } from '../render/sample-frame.ts';
import { type KeptBox, keptRuns } from './mask-plan.ts';

/**
 * The same picture, black outside the boxes. It is a fresh array that only ever receives what stays: no byte of a banner
 * is copied and then painted over. Palettes and YBR are applied before, so black is 0 here.
 */
export function maskPicture(picture: Picture, boxes: readonly KeptBox[]): Picture {
  const { width, height, channels } = picture;
  const pixels = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    for (const [from, until] of keptRuns(boxes, row, width)) {
      const start = (row * width + from) * channels;
      pixels.set(picture.pixels.subarray(start, (row * width + until) * channels), start);
    }
  }
  return { width, height, channels, pixels };
}

/** A codec rings beyond an edge, as far as its blocks of 8 (16 where colour is subsampled). */
const CODEC_REACH = 16;

/**
 * The brightest level outside the boxes, of what was written and read again. `exact` compares every pixel; for a lossy
 * codec the next block beyond a box may ring, so there only what lies further away counts.
 */
export function brightestOutside(picture: Picture, boxes: readonly KeptBox[], codec: 'exact' | 'lossy'): number {
  const reach = codec === 'exact' ? 0 : CODEC_REACH;
  const wide = boxes.map(({ left, top, right, bottom }) => ({
    left: left - reach,
    top: top - reach,
    right: right + reach,
    bottom: bottom + reach,
  }));
  const { width, height, channels, pixels } = picture;
  let brightest = 0;
  for (let row = 0; row < height; row++) {
    let at = 0;
    for (const [from, until] of [...keptRuns(wide, row, width), [width, width] as const]) {
      for (let place = (row * width + at) * channels; place < (row * width + from) * channels; place++) {
        brightest = Math.max(brightest, pixels[place] as number);
      }
      at = until;
    }
  }
  return brightest;
}
