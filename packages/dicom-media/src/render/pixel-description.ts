import { type Outcome, ok } from '../outcome.ts';
import { firstCode, firstNumber } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import { MAX_FRAMES } from '../part10/limits.ts';
import { type PixelCoding, pixelCoding } from './pixel-coding.ts';
import { checkFrameSize } from './pixel-limits.ts';
import { type RenderRefusal, refusal } from './render-refusal.ts';

/** The Image Pixel module (PS3.3 C.7.6.3), checked: what the stored pixels are, not yet how they look. */
export type PixelDescription = {
  coding: PixelCoding;
  littleEndian: boolean;
  rows: number;
  columns: number;
  channels: 1 | 3;
  bitsAllocated: number;
  bitsStored: number;
  highBit: number;
  isSigned: boolean;
  /** Each colour in its own plane (planar configuration 1) rather than pixel by pixel. */
  isPlanar: boolean;
  photometricInterpretation: string;
  /** As claimed by the header: what is found may be fewer. */
  frames: number;
};

/** HSV, ARGB and CMYK were retired before 2004: shown as RGB they would be wrong. */
const COLOURS = /^(RGB|YBR_\w+)$/;
const BITS_ALLOCATED = new Set([1, 8, 16, 32]);

/** Reads and checks the description; sizes are refused here, before any frame is touched. */
export function describePixels(dataSet: DataSet, transferSyntaxUid: string): Outcome<PixelDescription, RenderRefusal> {
  const coding = pixelCoding(transferSyntaxUid);
  if (!coding) return refusal('unsupported-syntax', /^[0-9.]{1,64}$/.test(transferSyntaxUid) ? transferSyntaxUid : '');
  const number = (tag: number, otherwise: number) => firstNumber(dataSet, tag, 'US') ?? otherwise;
  const bitsAllocated = number(0x00280100, 8);
  const bitsStored = number(0x00280101, bitsAllocated);
  const channels = number(0x00280002, 1);
  const description: PixelDescription = {
    coding,
    littleEndian: dataSet.littleEndian,
    rows: number(0x00280010, 0),
    columns: number(0x00280011, 0),
    channels: channels === 3 ? 3 : 1,
    bitsAllocated,
    bitsStored,
    highBit: number(0x00280102, bitsStored - 1),
    isSigned: number(0x00280103, 0) === 1,
    isPlanar: channels === 3 && number(0x00280006, 0) === 1,
    photometricInterpretation: firstCode(dataSet, 0x00280004) ?? (channels === 3 ? 'RGB' : 'MONOCHROME2'),
    frames: Math.max(1, Math.trunc(firstNumber(dataSet, 0x00280008) ?? 1)),
  };
  const problem = findProblem(description, channels);
  return problem ?? ok(description);
}

function findProblem(p: PixelDescription, claimedChannels: number): Outcome<never, RenderRefusal> | undefined {
  if (claimedChannels !== 1 && claimedChannels !== 3) {
    return refusal('unsupported-pixels', `${claimedChannels} samples a pixel`);
  }
  if (p.channels === 3 && !COLOURS.test(p.photometricInterpretation)) {
    return refusal('unsupported-pixels', 'colours of a retired or unknown kind');
  }
  // Subsampled in both directions only inside streams that undo it themselves.
  if ((p.coding === 'native' || p.coding === 'rle') && p.photometricInterpretation.endsWith('_420')) {
    return refusal('unsupported-pixels', 'uncompressed 4:2:0');
  }
  if (!BITS_ALLOCATED.has(p.bitsAllocated)) return refusal('unsupported-pixels', `${p.bitsAllocated} bits allocated`);
  if (p.bitsStored < 1 || p.bitsStored > p.bitsAllocated || p.highBit >= p.bitsAllocated) {
    return refusal('bad-description', `${p.bitsStored} bits stored of ${p.bitsAllocated}, high bit ${p.highBit}`);
  }
  if (p.highBit + 1 < p.bitsStored)
    return refusal('bad-description', `high bit ${p.highBit} below ${p.bitsStored} bits`);
  if (p.frames > MAX_FRAMES) return refusal('too-many-frames', `${p.frames} frames`);
  const bytesPerSample = Math.ceil(p.bitsAllocated / 8);
  const size = checkFrameSize({ width: p.columns, height: p.rows, channels: p.channels, bytesPerSample });
  return size.ok ? undefined : size;
}
