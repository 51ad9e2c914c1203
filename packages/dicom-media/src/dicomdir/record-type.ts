import type { RecordType } from './record-keys.ts';

const STORAGE_ROOT = '1.2.840.10008.5.1.4.1.1.';

/** Storage classes by what follows the common root, most of them as families; PS3.4 B.5 and PS3.3 F.3.2.2. */
const BY_CLASS: readonly (readonly [pattern: RegExp, type: RecordType])[] = [
  [/^88\.59$/, 'KEY OBJECT DOC'],
  [/^88\./, 'SR DOCUMENT'],
  [/^104\./, 'ENCAP DOC'],
  [/^(11\.\d+|131)$/, 'PRESENTATION'],
  [/^9\./, 'WAVEFORM'],
  [/^66$/, 'RAW DATA'],
  [/^66\.[13]$/, 'REGISTRATION'],
  [/^66\.2$/, 'FIDUCIAL'],
  [/^66\.5$/, 'SURFACE'],
  [/^66\.6$/, 'TRACT'],
  [/^67$/, 'VALUE MAP'],
  [/^4\.2$/, 'SPECTROSCOPY'],
  [/^77\.1\.5\.3$/, 'STEREOMETRIC'],
  [/^78\./, 'MEASUREMENT'],
  [/^481\.2$/, 'RT DOSE'],
  [/^481\.3$/, 'RT STRUCTURE SET'],
  [/^481\.[58]$/, 'RT PLAN'],
  [/^481\.[4679]$/, 'RT TREAT RECORD'],
];

/**
 * Which directory record an object gets. Anything else with pixels is an IMAGE, video included; what has neither a
 * known class nor pixels gets none and is left out of the DICOMDIR by name.
 */
export function recordTypeOf(sopClassUid: string | undefined, hasPixels: boolean): RecordType | undefined {
  const family = sopClassUid?.startsWith(STORAGE_ROOT) ? sopClassUid.slice(STORAGE_ROOT.length) : undefined;
  const known = family === undefined ? undefined : BY_CLASS.find(([pattern]) => pattern.test(family));
  return known?.[1] ?? (hasPixels ? 'IMAGE' : undefined);
}
