import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { type IndexRefusal, type Inflate, type InstanceIndex, indexInstance, type Outcome } from '../src/index.ts';

export type SampleFile = { file: string; patientName: string; transferSyntax: string; characterSet: string };

/** False where the samples are absent: say so in the name of what is skipped. */
export const samplesPresent = haveSamples();

/** The rows of the samples' manifest, or those below some folders. */
export function sampleFiles(...folders: string[]): SampleFile[] {
  if (!samplesPresent) return [];
  const [head = '', ...rows] = readFileSync(path.join(samplesFolder, 'MANIFEST.tsv'), 'utf8').trim().split('\n');
  const columns = head.split('\t');
  return rows
    .map((row) => {
      const cells = row.split('\t');
      const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
      return {
        file: cell('file'),
        patientName: cell('patient_name'),
        transferSyntax: cell('transfer_syntax'),
        characterSet: cell('character_set'),
      };
    })
    .filter(({ file }) => folders.length === 0 || folders.some((folder) => file.startsWith(folder)));
}

/** The DICOM objects among them: directories left out. */
export function sampleObjects(...folders: string[]): SampleFile[] {
  return sampleFiles(...folders).filter(({ file }) => path.basename(file) !== 'DICOMDIR');
}

export function sampleBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(samplesFolder, file)));
}

/** Node's raw inflate behind the reader's contract: nothing is thrown, nothing beyond the limit is made. */
export const inflate: Inflate = (deflated, maxOutputBytes) => {
  try {
    return { bytes: inflateRawSync(deflated, { maxOutputLength: maxOutputBytes }), complete: true };
  } catch {
    return { bytes: new Uint8Array(0), complete: false };
  }
};

export function indexOf(bytes: Uint8Array, headerBytes = 8192): Outcome<InstanceIndex, IndexRefusal> {
  return indexInstance({
    header: bytes.subarray(0, headerBytes),
    totalBytes: bytes.length,
    readAt: (offset, length) => bytes.subarray(offset, offset + length),
    inflate,
  });
}
