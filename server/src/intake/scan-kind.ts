import type { ScanMediaType } from '../store/intake-tables.ts';

/** What the first bytes say a scan is, whatever its name or sender says. TIFF is not shown by browsers and is not taken. */
export function scanKind(bytes: Buffer): ScanMediaType | undefined {
  if (isPdf(bytes)) return 'application/pdf';
  if (isWholeJpeg(bytes)) return 'image/jpeg';
  return isWholePng(bytes) ? 'image/png' : undefined;
}

/** Readers look for the two marks in the first and the last kilobyte (ISO 32000-1, annex H.3.4); ours is stricter in front. */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF');
}

/** Start of image, a marker, end of image (ITU-T T.81, annex B). Scanners may pad behind the end. */
function isWholeJpeg(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).toString('hex') === 'ffd8ff' && bytes.lastIndexOf(Buffer.from('ffd9', 'hex')) > 3;
}

/** Signature and last chunk (PNG specification, 5.2 and 11.2.5). */
function isWholePng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' && bytes.subarray(-8, -4).toString() === 'IEND';
}
