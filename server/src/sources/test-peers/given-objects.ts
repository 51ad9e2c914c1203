import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { indexInstance } from '@echoback/dicom-media';
import { samplesFolder } from '../../../../scripts/samples.ts';
import type { GivenObjects } from '../image-source.conformance.ts';

export type GivenFile = GivenObjects['files'][number] & { bytes: Buffer };

/** Made study with stills, clips, a structured report and a PDF of one patient. */
const mixedFolder = path.join(samplesFolder, 'media/us-synthetic/DICOM');

/** Real objects of other patients: palette, JPEG clip, RLE, big endian, JPEG-LS, a structured report without study kin. */
const others = [
  'us/ob-palette.dcm',
  'us/sonosite-cine-jpeg.dcm',
  'us/acuson-ybr-full-rle.dcm',
  'us/logiq-rgb-planar1-bigendian.dcm',
  'us/doppler-palette-cine-jpegls.dcm',
  'sr/reportsi.dcm',
];

export const mixed: GivenObjects['mixed'] = {
  studyInstanceUid: '2.25.139385373720715974138101707924392267802',
  familyName: 'MEDIA',
  givenName: 'TEST',
  birthDate: '1980-01-01',
  mrn: 'TEST-DEVMEDIA',
  accessionNumber: 'ADEVMEDIA',
  studyDate: '2024-01-15',
};

export function mixedFiles(): GivenFile[] {
  const names = readdirSync(mixedFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => asGiven(path.join(entry.parentPath, entry.name)));
}

export function givenFiles(): GivenFile[] {
  return [...mixedFiles(), ...others.map((name) => asGiven(path.join(samplesFolder, name)))];
}

function asGiven(file: string): GivenFile {
  const bytes = readFileSync(file);
  const indexed = indexInstance({
    header: bytes,
    totalBytes: bytes.length,
    readAt: (offset, length) => bytes.subarray(offset, offset + length),
  });
  if (!indexed.ok) throw new Error(`${file} is not DICOM`);
  const { studyInstanceUid = '', seriesInstanceUid = '', sopInstanceUid = '' } = indexed.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, studyInstanceUid, seriesInstanceUid, sopInstanceUid, sha256 };
}
