import { looksLikePdf } from '../releases/looks-like-pdf.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngEnd = Buffer.from('IEND', 'latin1');
/** Cameras append a few bytes after the end mark. */
const within = 1024;

/** What a paper is by its first and last bytes (ISO 32000-1, JPEG ITU T.81 annex B, PNG section 5); its name says nothing. */
export function paperKind(bytes: Buffer): 'application/pdf' | 'image/jpeg' | 'image/png' | undefined {
  if (looksLikePdf(bytes)) return 'application/pdf';
  const end = bytes.subarray(-within);
  if (bytes.subarray(0, png.length).equals(png) && end.includes(pngEnd)) return 'image/png';
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  return isJpeg && end.includes(Buffer.from([0xff, 0xd9])) ? 'image/jpeg' : undefined;
}
