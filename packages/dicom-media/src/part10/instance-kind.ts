/** What an object is to a person who asks for pictures. */
export type InstanceKind = 'still' | 'clip' | 'structured-report' | 'pdf-report' | 'presentation-state' | 'other';

const STORAGE_ROOT = '1.2.840.10008.5.1.4.1.1.';

/** By class where the class decides, else by having pixels, and more than one frame of them. A key object note is no report. */
export function instanceKind(sopClassUid: string | undefined, hasPixels: boolean, frames: number): InstanceKind {
  const family = sopClassUid?.startsWith(STORAGE_ROOT) ? sopClassUid.slice(STORAGE_ROOT.length) : '';
  if (/^88\.(?!59$)/.test(family)) return 'structured-report';
  if (family === '104.1') return 'pdf-report';
  if (/^(11\.\d+|131)$/.test(family)) return 'presentation-state';
  // Segmentations and dose grids have frames, but nobody asked to see them play.
  if (!hasPixels || family === '66.4' || family === '481.2') return 'other';
  return frames > 1 ? 'clip' : 'still';
}
