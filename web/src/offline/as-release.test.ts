import type { OfflineItem, OfflineViewerData } from '@echoback/server/contract';
import { expect, test } from 'vitest';
import { asRelease } from './as-release.ts';

const none = { stills: 0, clips: 0, reports: 0, other: 0 };
const still: OfflineItem = {
  kind: 'still',
  label: 'US',
  seriesLabel: null,
  seriesNumber: 1,
  timesAssumed: false,
  cutOff: false,
  calibration: null,
  width: 640,
  height: 480,
  frames: null,
  durationMs: null,
  picture: 'PICTURES/2026-10-28 Pelvis #1 50%.jpg',
  poster: null,
  clip: null,
  report: null,
  dicom: 'DICOM/ST000001/SE000001/IM000001',
  structuredReport: null,
};
const data: OfflineViewerData = {
  version: 2,
  language: 'en',
  product: { name: 'Echoback', version: '0' },
  facility: null,
  reference: null,
  part: null,
  createdOn: '2026-11-24',
  dicom: { folder: 'DICOM', directory: 'DICOMDIR', files: 2 },
  readme: 'README.TXT',
  patients: [
    {
      name: 'A',
      birthDate: '1990-01-01',
      mrn: null,
      exams: [
        {
          label: 'One',
          studyDate: null,
          counts: { listed: none, given: none, missing: [] },
          items: [still, { ...still, picture: null }],
          attachedReports: [{ name: 'Report.pdf', path: 'REPORTS/Report 1.pdf', sizeBytes: 9 }],
        },
      ],
    },
  ],
};
const [patient] = data.patients;
if (!patient) throw new Error('one patient');

test('addresses of files beside the page survive spaces, # and %', () => {
  const { release, addresses } = asRelease(data, patient);
  const [first] = release.exams[0]?.items ?? [];
  if (!first) throw new Error('no item');
  expect(addresses.file(first, 'picture')).toBe('PICTURES/2026-10-28%20Pelvis%20%231%2050%25.jpg');
  expect(addresses.file(first, 'thumbnail')).toBe(addresses.file(first, 'picture'));
  expect(addresses.file(first, 'dicom')).toBe('DICOM/ST000001/SE000001/IM000001');
  expect(addresses.report(0)).toBe('REPORTS/Report%201.pdf');
});

test('what has no picture is named as not playable instead of shown broken', () => {
  const { release } = asRelease(data, patient);
  expect(release.exams[0]?.items.map(({ shown }) => shown)).toEqual(['ready', 'not-playable']);
});
