import { type FrameTimeSource, frameTimes } from '../render/frame-times.ts';
import { firstCode, firstNumber } from './data-set.ts';
import type { Element, Tag } from './element.ts';
import { MAX_FRAMES } from './limits.ts';
import { note } from './problem.ts';
import type { Part10 } from './read-part10.ts';

export type PixelSummary = {
  rows: number | undefined;
  columns: number | undefined;
  numberOfFrames: number;
  photometricInterpretation: string | undefined;
  samplesPerPixel: number | undefined;
  bitsAllocated: number | undefined;
  bitsStored: number | undefined;
  /** For a clip: how long a frame lasts on average, and how that is known. */
  frameMs: number | undefined;
  frameTimeSource: FrameTimeSource | undefined;
  /** Part of the pixels that the header describes is not in the file: what is there can be shown, with that said. */
  cutOff: boolean;
};

const PIXEL_DATA: readonly Tag[] = [0x7fe00010, 0x7fe00008, 0x7fe00009];

/** Classes that are nothing without pixels: a file of theirs that ends before them was cut (CR, CT, US, MR, NM, SC, ...). */
export const PICTURE_CLASSES =
  /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(1(\.\d+)*|2(\.[12])?|3(\.1)?|4(\.[14])?|6(\.[12])?|7(\.[1-4])?|12\.\d(\.\d)?|20|128|130)$/;

/** Undefined for an object without pixels. Notes what the pixels lack of what the header promises. */
export function pixelSummary(
  found: Part10,
  sopClassUid: string | undefined,
  totalBytes: number,
): PixelSummary | undefined {
  const { dataSet, problems } = found;
  const pixelData = PIXEL_DATA.map((tag) => dataSet.elements.get(tag)).find((element) => element !== undefined);
  if (!pixelData) {
    if (PICTURE_CLASSES.test(sopClassUid ?? ''))
      note(problems, 'pixel-data-missing', found.endOfDataSet ?? 0, 'a picture without pixels');
    return undefined;
  }
  const stated = firstNumber(dataSet, 0x00280008, 'IS') ?? 1;
  if (stated > MAX_FRAMES) note(problems, 'frames-implausible', pixelData.start, `${stated} frames`);
  const numberOfFrames = Math.min(Math.max(1, Math.trunc(stated)), MAX_FRAMES);
  const summary: PixelSummary = {
    rows: firstNumber(dataSet, 0x00280010, 'US'),
    columns: firstNumber(dataSet, 0x00280011, 'US'),
    numberOfFrames,
    photometricInterpretation: firstCode(dataSet, 0x00280004),
    samplesPerPixel: firstNumber(dataSet, 0x00280002, 'US'),
    bitsAllocated: firstNumber(dataSet, 0x00280100, 'US'),
    bitsStored: firstNumber(dataSet, 0x00280101, 'US'),
    frameMs: undefined,
    frameTimeSource: undefined,
    cutOff: false,
  };
  if (numberOfFrames > 1) {
    const times = frameTimes(dataSet, numberOfFrames);
    summary.frameMs = times.durationMs / numberOfFrames;
    summary.frameTimeSource = times.source;
  }
  if (isCutOff(summary, pixelData, found, totalBytes)) return { ...summary, cutOff: true };
  const shortfall = found.endOfDataSet === undefined ? undefined : pixelShortfall(summary, pixelData, found);
  if (!shortfall) return summary;
  note(problems, 'pixel-data-shorter-than-described', pixelData.start, shortfall);
  return { ...summary, cutOff: true };
}

/** Bytes per pixel where not every pixel has all samples (PS3.3 C.7.6.3.1.2). */
const SUBSAMPLED = new Map([
  ['YBR_FULL_422', 2],
  ['YBR_PARTIAL_422', 2],
  ['YBR_PARTIAL_420', 1.5],
]);

/** MPEG and HEVC hold many frames in a fragment. */
const VIDEO = /^1\.2\.840\.10008\.1\.2\.4\.10[0-8](\.1)?$/;

/** Says in numbers how the pixels fall short of what the header promises; undefined when they do not. */
function pixelShortfall(summary: PixelSummary, pixelData: Element, found: Part10): string | undefined {
  if (pixelData.fragments) {
    const pieces = pixelData.fragments.length - 1;
    if (VIDEO.test(found.transferSyntaxUid) || pieces >= summary.numberOfFrames) return undefined;
    return `${pieces} pieces for ${summary.numberOfFrames} frames`;
  }
  const expected = describedBytes(summary);
  if (expected === undefined) return undefined;
  return pixelData.length < expected ? `${pixelData.length} bytes for ${expected}` : undefined;
}

/** Bytes of all frames, uncompressed; undefined where the header does not say. */
function describedBytes(summary: Omit<PixelSummary, 'cutOff'>): number | undefined {
  const { rows, columns, samplesPerPixel, bitsAllocated } = summary;
  if (!rows || !columns || !bitsAllocated) return undefined;
  const subsampled = SUBSAMPLED.get(summary.photometricInterpretation ?? '');
  const bitsPerPixel = subsampled ? subsampled * bitsAllocated : (samplesPerPixel ?? 1) * bitsAllocated;
  // Products of 16 bit numbers and 100,000 frames stay exact in a double up to 2^53.
  return Math.ceil((rows * columns * bitsPerPixel * summary.numberOfFrames) / 8);
}

/**
 * True when a file ends among uncompressed pixels whose length is just what the header describes: then nothing lies, and
 * what is there can be shown. The damage that the reader noted becomes a stated fact.
 */
function isCutOff(
  summary: Omit<PixelSummary, 'cutOff'>,
  pixelData: Element,
  found: Part10,
  totalBytes: number,
): boolean {
  const noted = found.problems.findIndex(({ code, at }) => code === 'pixel-data-truncated' && at === pixelData.start);
  const expected = describedBytes(summary);
  const held = totalBytes - pixelData.offset;
  if (noted < 0 || pixelData.fragments || found.inflated || expected === undefined || held <= 0) return false;
  if (pixelData.length !== expected + (expected % 2)) return false;
  const detail = `${held} of ${pixelData.length} bytes`;
  found.problems[noted] = { code: 'pixel-data-cut-off', at: pixelData.start, detail };
  return true;
}
