import { type Outcome, ok } from '../outcome.ts';
import { type RenderRefusal, refusal } from './render-refusal.ts';

/** S7.1: one decoded frame. */
export const MAX_FRAME_PIXELS = 100_000_000;
export const MAX_FRAME_BYTES = 512 * 1024 * 1024;

/**
 * Checked before anything is allocated: a header of a hundred bytes can claim a picture of gigabytes.
 * Numbers stay below 2^53 because each factor is a 16-bit value.
 */
export function checkFrameSize(size: {
  width: number;
  height: number;
  channels: number;
  bytesPerSample: number;
}): Outcome<void, RenderRefusal> {
  const pixels = size.width * size.height;
  if (!Number.isSafeInteger(pixels) || size.width < 1 || size.height < 1) {
    return refusal('bad-description', `picture of ${size.width} x ${size.height}`);
  }
  if (pixels > MAX_FRAME_PIXELS) return refusal('too-large', `${size.width} x ${size.height} pixels`);
  const bytes = pixels * size.channels * size.bytesPerSample;
  if (bytes > MAX_FRAME_BYTES) return refusal('too-large', `${bytes} bytes a frame`);
  return ok(undefined);
}
