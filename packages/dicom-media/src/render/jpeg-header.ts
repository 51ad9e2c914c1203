/** What a JPEG stream says of itself before its first scan (ITU-T T.81 annex B). */
export type JpegHeader = {
  /** Low byte of the start-of-frame marker: C0 baseline, C1 extended, C2 progressive, C3 lossless, F7 JPEG-LS. */
  process: number;
  precision: number;
  width: number;
  height: number;
  components: { id: number; horizontal: number; vertical: number; quantisation: number }[];
  hasJfif: boolean;
  /** Colour transform of the Adobe segment: 0 none (RGB), 1 YCbCr; undefined when there is no such segment. */
  adobeTransform: number | undefined;
};

export type JpegSegment = { marker: number; start: number; end: number };

const SOS = 0xda;
const EOI = 0xd9;
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65];
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0];

/** The header up to the first frame marker; undefined when the bytes are no JPEG stream. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  let hasJfif = false;
  let adobeTransform: number | undefined;
  for (const segment of jpegSegments(bytes)) {
    const body = bytes.subarray(segment.start + 4, segment.end);
    if (segment.marker === 0xe0 && startsWith(body, JFIF)) hasJfif = true;
    if (segment.marker === 0xee && startsWith(body, ADOBE)) adobeTransform = body[11];
    if (isFrameMarker(segment.marker)) return readFrame(segment.marker, body, { hasJfif, adobeTransform });
  }
  return undefined;
}

/** The marker segments in front of the first scan, whole: from the marker's FF to the end of its body. */
export function jpegSegments(bytes: Uint8Array): JpegSegment[] {
  const segments: JpegSegment[] = [];
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return segments;
  let at = 2;
  while (at + 3 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === SOS || marker === EOI) break;
    const end = at + 2 + (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number);
    if (end < at + 4 || end > bytes.length) break;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return segments;
}

/** APP14 that says by which transform the colours were coded. */
export function isAdobeSegment(bytes: Uint8Array, segment: JpegSegment): boolean {
  return segment.marker === 0xee && startsWith(bytes.subarray(segment.start + 4, segment.end), ADOBE);
}

/** APP0 of JFIF: its presence means YCbCr to a JPEG decoder. */
export function isJfifSegment(bytes: Uint8Array, segment: JpegSegment): boolean {
  return segment.marker === 0xe0 && startsWith(bytes.subarray(segment.start + 4, segment.end), JFIF);
}

/** C0-CF without the tables C4 and CC and the reserved C8; F7 is JPEG-LS (T.87). */
function isFrameMarker(marker: number): boolean {
  if (marker === 0xf7) return true;
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(
  marker: number,
  body: Uint8Array,
  seen: Pick<JpegHeader, 'hasJfif' | 'adobeTransform'>,
): JpegHeader | undefined {
  const count = body[5];
  if (count === undefined || body.length < 6 + count * 3) return undefined;
  const components = Array.from({ length: count }, (_, at) => ({
    id: body[6 + at * 3] as number,
    horizontal: (body[7 + at * 3] as number) >> 4,
    vertical: (body[7 + at * 3] as number) & 15,
    quantisation: body[8 + at * 3] as number,
  }));
  return {
    process: marker,
    precision: body[0] as number,
    height: (body[1] as number) * 256 + (body[2] as number),
    width: (body[3] as number) * 256 + (body[4] as number),
    components,
    ...seen,
  };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, at) => bytes[at] === value);
}
