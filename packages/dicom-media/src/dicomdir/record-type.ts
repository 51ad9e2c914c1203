import { PICTURE_CLASSES } from '../part10/pixel-summary.ts';
import type { RecordType } from './record-keys.ts';

const COMPOSITE_ROOT = '1.2.840.10008.5.1.4.';

/** Storage classes by what follows the common root, most of them as families; PS3.4 B.5 and GG.3, PS3.3 table F.4-1. */
const BY_CLASS: readonly (readonly [pattern: RegExp, type: RecordType])[] = [
  [/^1\.1\.88\.59$/, 'KEY OBJECT DOC'],
  // Two reports carry numbers of their own: the spectacle prescription and the macular grid.
  [/^1\.1\.(88\.\d+|78\.6|79\.1)$/, 'SR DOCUMENT'],
  [/^1\.1\.104\.\d+$/, 'ENCAP DOC'],
  [/^1\.1\.(11\.\d+|131)$/, 'PRESENTATION'],
  [/^1\.1\.9\.[\d.]+$/, 'WAVEFORM'],
  [/^1\.1\.66$/, 'RAW DATA'],
  [/^1\.1\.66\.[13]$/, 'REGISTRATION'],
  [/^1\.1\.66\.2$/, 'FIDUCIAL'],
  [/^1\.1\.66\.5$/, 'SURFACE'],
  [/^1\.1\.66\.6$/, 'TRACT'],
  [/^1\.1\.67$/, 'VALUE MAP'],
  [/^1\.1\.68\.[12]$/, 'SURFACE SCAN'],
  [/^1\.1\.4\.2$/, 'SPECTROSCOPY'],
  [/^1\.1\.77\.1\.5\.3$/, 'STEREOMETRIC'],
  [/^1\.1\.(78\.\d|80\.1)$/, 'MEASUREMENT'],
  [/^1\.1\.90\.1$/, 'ASSESSMENT'],
  [/^1\.1\.91\.1$/, 'ANNOTATION'],
  [/^1\.1\.481\.(1|23|24)$/, 'IMAGE'],
  [/^1\.1\.481\.2$/, 'RT DOSE'],
  [/^1\.1\.481\.3$/, 'RT STRUCTURE SET'],
  [/^1\.1\.481\.[58]$/, 'RT PLAN'],
  [/^1\.1\.481\.[4679]$/, 'RT TREAT RECORD'],
  // The second generation of radiotherapy objects, but for its two images.
  [/^1\.1\.481\.(1\d|2[0-25])$/, 'RADIOTHERAPY'],
  [/^38\.1$/, 'HANGING PROTOCOL'],
  [/^39\.1$/, 'PALETTE'],
  [/^43\.1$/, 'IMPLANT'],
  [/^44\.1$/, 'IMPLANT ASSY'],
  [/^45\.1$/, 'IMPLANT GROUP'],
];

/**
 * Which directory record an object gets. Anything else with pixels is an IMAGE, video included, and so is a picture that
 * lost them; what has neither a known class nor pixels gets none and is left out of the DICOMDIR by name.
 */
export function recordTypeOf(sopClassUid: string | undefined, hasPixels: boolean): RecordType | undefined {
  // Nearly every object is one of these: they are told before the list is gone through.
  if (PICTURE_CLASSES.test(sopClassUid ?? '')) return 'IMAGE';
  const family = sopClassUid?.startsWith(COMPOSITE_ROOT) ? sopClassUid.slice(COMPOSITE_ROOT.length) : undefined;
  const known = family === undefined ? undefined : BY_CLASS.find(([pattern]) => pattern.test(family));
  return known?.[1] ?? (hasPixels ? 'IMAGE' : undefined);
}
