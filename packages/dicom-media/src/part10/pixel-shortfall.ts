import type { Element } from './data-set.ts';
import type { PixelSummary } from './instance-index.ts';
import type { Part10 } from './read-part10.ts';

/** Bytes per pixel where not every pixel has all samples (PS3.3 C.7.6.3.1.2). */
const SUBSAMPLED = new Map([
  ['YBR_FULL_422', 2],
  ['YBR_PARTIAL_422', 2],
  ['YBR_PARTIAL_420', 1.5],
]);

/** MPEG and HEVC hold many frames in a fragment. */
const VIDEO = /^1\.2\.840\.10008\.1\.2\.4\.10[0-8](\.1)?$/;

/** Says in numbers how the pixels fall short of what the header promises; undefined when they do not. */
export function pixelShortfall(summary: PixelSummary, pixelData: Element, found: Part10): string | undefined {
  if (pixelData.fragments) {
    const pieces = pixelData.fragments.length - 1;
    if (VIDEO.test(found.transferSyntaxUid) || pieces >= summary.numberOfFrames) return undefined;
    return `${pieces} pieces for ${summary.numberOfFrames} frames`;
  }
  const { rows, columns, samplesPerPixel, bitsAllocated } = summary;
  if (!rows || !columns || !bitsAllocated) return undefined;
  const subsampled = SUBSAMPLED.get(summary.photometricInterpretation ?? '');
  const bitsPerPixel = subsampled ? subsampled * bitsAllocated : (samplesPerPixel ?? 1) * bitsAllocated;
  // Products of 16 bit numbers and 100,000 frames stay exact in a double up to 2^53.
  const expected = Math.ceil((rows * columns * bitsPerPixel * summary.numberOfFrames) / 8);
  return pixelData.length < expected ? `${pixelData.length} bytes for ${expected}` : undefined;
}
