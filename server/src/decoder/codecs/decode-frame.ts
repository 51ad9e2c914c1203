import type { DecodeFrame, PixelCoding } from '@echoback/dicom-media';
import { decodeJpeg } from './jpeg.ts';
import { decodeHtj2k, decodeJpeg2000 } from './jpeg-2000.ts';
import { decodeJpegLossless } from './jpeg-lossless.ts';
import { decodeJpegLs } from './jpeg-ls.ts';

const DECODERS: Partial<Record<PixelCoding, DecodeFrame>> = {
  jpeg: decodeJpeg,
  'jpeg-lossless': decodeJpegLossless,
  'jpeg-ls': decodeJpegLs,
  'jpeg-2000': decodeJpeg2000,
  htj2k: decodeHtj2k,
};

/** The codec of a frame's coding; raw and RLE frames need none, video has no frames of its own. */
export const decodeFrame: DecodeFrame = async (bytes, p) => {
  const decoder = DECODERS[p.coding];
  if (decoder) return decoder(bytes, p);
  return { ok: false, refusal: { code: 'unsupported-syntax', detail: p.coding } };
};
