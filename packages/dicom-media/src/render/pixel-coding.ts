/** How the pixel bytes of a transfer syntax are coded. PS3.5 section 10 and annex A; PS3.6 annex A lists the UIDs. */
export type PixelCoding =
  | 'native'
  | 'rle'
  | 'jpeg'
  | 'jpeg-lossless'
  | 'jpeg-ls'
  | 'jpeg-2000'
  | 'htj2k'
  | 'mpeg-2'
  | 'h264'
  | 'h265';

const CODINGS = new Map<string, PixelCoding>([
  ['1.2.840.10008.1.2', 'native'],
  ['1.2.840.10008.1.2.1', 'native'],
  ['1.2.840.10008.1.2.1.99', 'native'],
  ['1.2.840.10008.1.2.2', 'native'],
  ['1.2.840.10008.1.2.5', 'rle'],
  ['1.2.840.10008.1.2.4.50', 'jpeg'],
  ['1.2.840.10008.1.2.4.51', 'jpeg'],
  ['1.2.840.10008.1.2.4.57', 'jpeg-lossless'],
  ['1.2.840.10008.1.2.4.70', 'jpeg-lossless'],
  ['1.2.840.10008.1.2.4.80', 'jpeg-ls'],
  ['1.2.840.10008.1.2.4.81', 'jpeg-ls'],
  ['1.2.840.10008.1.2.4.90', 'jpeg-2000'],
  ['1.2.840.10008.1.2.4.91', 'jpeg-2000'],
  ['1.2.840.10008.1.2.4.92', 'jpeg-2000'],
  ['1.2.840.10008.1.2.4.93', 'jpeg-2000'],
  ['1.2.840.10008.1.2.4.100', 'mpeg-2'],
  ['1.2.840.10008.1.2.4.100.1', 'mpeg-2'],
  ['1.2.840.10008.1.2.4.101', 'mpeg-2'],
  ['1.2.840.10008.1.2.4.101.1', 'mpeg-2'],
  ['1.2.840.10008.1.2.4.102', 'h264'],
  ['1.2.840.10008.1.2.4.102.1', 'h264'],
  ['1.2.840.10008.1.2.4.103', 'h264'],
  ['1.2.840.10008.1.2.4.103.1', 'h264'],
  ['1.2.840.10008.1.2.4.104', 'h264'],
  ['1.2.840.10008.1.2.4.104.1', 'h264'],
  ['1.2.840.10008.1.2.4.105', 'h264'],
  ['1.2.840.10008.1.2.4.105.1', 'h264'],
  ['1.2.840.10008.1.2.4.106', 'h264'],
  ['1.2.840.10008.1.2.4.106.1', 'h264'],
  ['1.2.840.10008.1.2.4.107', 'h265'],
  ['1.2.840.10008.1.2.4.108', 'h265'],
  ['1.2.840.10008.1.2.4.201', 'htj2k'],
  ['1.2.840.10008.1.2.4.202', 'htj2k'],
  ['1.2.840.10008.1.2.4.203', 'htj2k'],
]);

/** Undefined for a syntax we cannot decode. */
export function pixelCoding(transferSyntaxUid: string): PixelCoding | undefined {
  return CODINGS.get(transferSyntaxUid);
}

/** A whole video in one stream, not frame by frame. */
export function isVideo(coding: PixelCoding | undefined): boolean {
  return coding === 'mpeg-2' || coding === 'h264' || coding === 'h265';
}
