import { isJfifSegment, type JpegSegment, jpegSegments } from '../render/jpeg-header.ts';
import type { Leak, LeakSearch } from './leak-search.ts';

/** Tables of the codec (ITU-T T.81 B.2.4): their runs of numbers read like `456789` and hold nobody's text. */
const TABLES = new Set([0xc4, 0xdb]);
/** Application segments and comments (B.2.4.6, B.2.4.5): Exif, XMP, profiles and whatever a program likes to say. */
const isWords = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
/** Head, name, version, density and no thumbnail (JFIF 1.02). */
const PLAIN_JFIF_BYTES = 18;

/** The search through a JPEG of our own: no segment that could hold words, and nothing of the person in what is there. */
export function findJpegLeaks(jpeg: Uint8Array, search: LeakSearch): Leak[] {
  const segments = jpegSegments(jpeg);
  const scan = segments.at(-1)?.end ?? 0;
  const plain = segments.filter((segment) => !TABLES.has(segment.marker) && !isPlainJfif(jpeg, segment));
  return [
    ...plain.filter(({ marker }) => isWords(marker)).map(({ start }) => ({ what: 'metadata' as const, at: start })),
    ...plain.flatMap(({ start, end }) => from(start, search(jpeg.subarray(start, end), 'plain'))),
    ...from(scan, search(jpeg.subarray(scan), 'coded')),
  ];
}

function isPlainJfif(jpeg: Uint8Array, segment: JpegSegment): boolean {
  return isJfifSegment(jpeg, segment) && segment.end - segment.start === PLAIN_JFIF_BYTES;
}

const from = (start: number, leaks: Leak[]): Leak[] => leaks.map(({ what, at }) => ({ what, at: at + start }));
