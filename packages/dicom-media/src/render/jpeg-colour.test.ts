import { describe, expect, it } from 'vitest';
import { jpegColour, showsRightAlone, withAdobeSegment } from './jpeg-colour.ts';
import { type JpegHeader, readJpegHeader } from './jpeg-header.ts';

const JFIF = [0xff, 0xe0, 0, 7, 0x4a, 0x46, 0x49, 0x46, 0];
const adobe = (transform: number) => [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform];
/** Baseline, 8 bits, 2 lines of 3 pixels; the first component has this sampling. */
const frame = (sampling: number) => [0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3, 1, sampling, 0, 2, 0x11, 1, 3, 0x11, 1];
const jpeg = (...segments: number[][]) => Uint8Array.from([0xff, 0xd8, ...segments.flat(), 0xff, 0xda, 0, 2, 9, 9]);
const header = (...segments: number[][]) => readJpegHeader(jpeg(...segments)) as JpegHeader;

describe('a JPEG header', () => {
  it('tells process, size, depth and sampling', () => {
    expect(header(JFIF, frame(0x21))).toEqual({
      process: 0xc0,
      precision: 8,
      width: 3,
      height: 2,
      components: [
        { id: 1, horizontal: 2, vertical: 1, quantisation: 0 },
        { id: 2, horizontal: 1, vertical: 1, quantisation: 1 },
        { id: 3, horizontal: 1, vertical: 1, quantisation: 1 },
      ],
      hasJfif: true,
      adobeTransform: undefined,
    });
  });

  it.each([
    ['nothing', []],
    ['no JPEG', [1, 2, 3, 4]],
    ['a start only', [0xff, 0xd8]],
    ['a segment longer than the stream', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1]],
    ['a segment shorter than its length field', [0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xc0]],
    ['a frame header with too few components', [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 3, 1, 0x11, 0]],
  ])('of %s is none', (_, bytes) => {
    expect(readJpegHeader(Uint8Array.from(bytes))).toBeUndefined();
  });
});

describe('the photometric interpretation', () => {
  it('rules through exactly one Adobe segment, picture data untouched', () => {
    const ruled = withAdobeSegment(jpeg(JFIF, adobe(0), frame(0x11)), 'YBR_FULL_422');
    expect(ruled).toEqual(jpeg(adobe(1), JFIF, frame(0x11)));
  });

  it('of RGB takes JFIF away too, which libjpeg would believe first', () => {
    expect(withAdobeSegment(jpeg(JFIF, frame(0x11)), 'RGB')).toEqual(jpeg(adobe(0), frame(0x11)));
  });

  it('of RGB is not believed where the stream cannot be RGB', () => {
    expect(jpegColour(header(frame(0x11)), 'RGB')).toBe('RGB');
    expect(jpegColour(header(frame(0x21)), 'RGB')).toBe('YBR_FULL');
    expect(jpegColour(header(JFIF, frame(0x11)), 'RGB')).toBe('YBR_FULL');
  });

  it('needs no help where a browser cannot err', () => {
    expect(showsRightAlone(header(JFIF, frame(0x21)), 'YBR_FULL')).toBe(true);
    expect(showsRightAlone(header(adobe(0), frame(0x11)), 'RGB')).toBe(true);
    expect(showsRightAlone(header(frame(0x11)), 'YBR_FULL')).toBe(false);
    expect(showsRightAlone(header(adobe(0), frame(0x11)), 'YBR_FULL')).toBe(false);
  });
});
