import { jpegSegments } from '../render/jpeg-header.ts';
import { findLeaks, type Leak } from './find-leaks.ts';
import type { Identity } from './identity-needles.ts';

/** Tables of the codec (ITU-T T.81 B.2.4): their runs of numbers read like `456789` and hold nobody's text. */
const TABLES = new Set([0xc4, 0xdb]);

/** The search through a JPEG: application segments and comments as text, what follows the first scan as coded pixels. */
export function findJpegLeaks(jpeg: Uint8Array, identity: Identity): Leak[] {
  const segments = jpegSegments(jpeg);
  const scan = segments.at(-1)?.end ?? 0;
  const plain = segments.filter(({ marker }) => !TABLES.has(marker));
  return [
    ...plain.flatMap(({ start, end }) => findLeaks(jpeg.subarray(start, end), identity, 'plain')),
    ...findLeaks(jpeg.subarray(scan), identity, 'coded'),
  ];
}
