import { joined } from '../dicomdir/explicit-element.ts';
import { isAdobeSegment, isJfifSegment, type JpegHeader, jpegSegments } from './jpeg-header.ts';

/** `Adobe`, version 100, no flags, then the colour transform. */
const ADOBE_SEGMENT = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0];

/**
 * The same stream with one Adobe segment right behind its start, so that every decoder obeys the photometric
 * interpretation instead of guessing by component ids: libjpeg looks at JFIF, then Adobe, then the ids.
 * Other Adobe segments go, and for RGB the JFIF one too, which would win over ours. Picture data is untouched.
 */
export function withAdobeSegment(jpeg: Uint8Array, photometricInterpretation: string): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg;
  const transform = photometricInterpretation === 'RGB' ? 0 : 1;
  const dropped = jpegSegments(jpeg).filter(
    (segment) => isAdobeSegment(jpeg, segment) || (transform === 0 && isJfifSegment(jpeg, segment)),
  );
  const parts = [jpeg.subarray(0, 2), Uint8Array.from([...ADOBE_SEGMENT, transform])];
  let from = 2;
  for (const segment of dropped) {
    parts.push(jpeg.subarray(from, segment.start));
    from = segment.end;
  }
  parts.push(jpeg.subarray(from));
  return joined(parts);
}

/**
 * What the three components really are. The photometric interpretation rules, except where the stream cannot be RGB:
 * JFIF allows YCbCr only, and nobody subsamples green and blue. Cameras' files wrapped with a wrong header are so.
 */
export function jpegColour(header: JpegHeader, photometricInterpretation: string): 'RGB' | 'YBR_FULL' {
  if (photometricInterpretation !== 'RGB') return 'YBR_FULL';
  const first = header.components[0];
  const isSubsampled = header.components.some(
    (component) => component.horizontal !== first?.horizontal || component.vertical !== first?.vertical,
  );
  return header.hasJfif || isSubsampled ? 'YBR_FULL' : 'RGB';
}

/** True when a browser that never heard of DICOM shows the colours right without our segment. */
export function showsRightAlone(header: JpegHeader, colour: 'RGB' | 'YBR_FULL'): boolean {
  if (header.components.length === 1) return true;
  if (colour === 'RGB') return header.adobeTransform === 0 && !header.hasJfif;
  return header.hasJfif || header.adobeTransform === 1;
}
