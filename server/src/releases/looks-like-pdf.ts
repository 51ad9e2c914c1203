/** Readers look for the header in the first and the end mark in the last kilobyte (ISO 32000-1, annex H.3.4). */
const within = 1024;

/** The two marks that every PDF has. Nothing of its content is read: it is shown by the browser's own sandboxed viewer. */
export function looksLikePdf(bytes: Buffer): boolean {
  return bytes.subarray(0, within).includes('%PDF-') && bytes.subarray(-within).includes('%%EOF');
}
