import { existsSync } from 'node:fs';
import path from 'node:path';

const repositoryRoot = path.resolve(import.meta.dirname, '..');

/** Folder of the DICOM samples with their MANIFEST.tsv; set `ECHOBACK_SAMPLES` when it lies elsewhere. */
export const samplesFolder = process.env.ECHOBACK_SAMPLES ?? path.resolve(repositoryRoot, '../shared/data/dicom');

/** The generator of made ultrasound studies that lies beside the samples. */
export const makeStudiesScript = path.join(path.dirname(samplesFolder), 'make-studies');

/** False where the samples are absent; tests then skip by name, except in CI where that is a failure. */
export function haveSamples(): boolean {
  const present = existsSync(path.join(samplesFolder, 'MANIFEST.tsv'));
  if (!present && process.env.CI) throw new Error(`No DICOM samples in ${samplesFolder}: set ECHOBACK_SAMPLES`);
  return present;
}
