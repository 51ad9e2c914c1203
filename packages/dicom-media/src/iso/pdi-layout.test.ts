import { describe, expect, test } from 'vitest';
import { isPlainReadme, type PdiFile, pdiFaults, placeOnMedium } from '../index.ts';

const medium: PdiFile[] = [
  { name: 'INDEX.HTM', content: 'start-page' },
  { name: 'README.TXT', content: 'readme' },
  { name: 'DICOMDIR', content: 'dicomdir' },
  { name: 'DICOM/ST000001/SE000001/IM000001', content: 'dicom' },
  { name: 'IHE_PDI/VIEWER.JS', content: 'web' },
  { name: 'PICTURES/2026-01-10 Obstetric ultrasound 07.jpg', content: 'picture' },
];

describe('A medium as IHE Portable Data for Imaging wants it', () => {
  test('has nothing to say against itself', () => {
    expect(pdiFaults(medium)).toEqual([]);
  });

  test('places each kind of file', () => {
    expect(placeOnMedium('readme', 'readme.txt')).toBe('README.TXT');
    expect(placeOnMedium('dicom', 'ST000001/IM000001')).toBe('DICOM/ST000001/IM000001');
    expect(placeOnMedium('dicom', 'DICOM/ST000001/IM000001')).toBe('DICOM/ST000001/IM000001');
    expect(placeOnMedium('report', 'Report.pdf')).toBe('REPORTS/Report.pdf');
  });

  test('misses what must be there; a start page only where there is web content', () => {
    expect(pdiFaults([])).toEqual([
      { code: 'missing', name: 'README.TXT' },
      { code: 'missing', name: 'DICOMDIR' },
    ]);
    expect(pdiFaults(medium.slice(1))).toEqual([{ code: 'missing', name: 'INDEX.HTM' }]);
  });

  test.each([
    [
      { name: 'VIEWER.JS', content: 'web' },
      { code: 'wrong-place', expected: 'IHE_PDI/VIEWER.JS' },
    ],
    [
      { name: 'readme.txt', content: 'readme' },
      { code: 'wrong-place', expected: 'README.TXT' },
    ],
    [{ name: 'DICOM/IM1.DCM', content: 'dicom' }, { code: 'bad-file-id' }],
    [{ name: 'IHE_PDI/viewer.js', content: 'web' }, { code: 'not-level-1' }],
    [{ name: 'PICTURES/Autorun.inf', content: 'picture' }, { code: 'starts-by-itself' }],
  ] as const)('%j breaks a rule', (file, fault) => {
    expect(pdiFaults([...medium, file])).toEqual([{ ...fault, fileIndex: medium.length }]);
  });
});

test('README.TXT is printable ASCII in lines that end with CR LF', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(isPlainReadme(bytes('Copy of pictures\r\n\r\nReference EB 1\r\n'))).toBe(true);
  for (const text of ['a\n', 'a\r', 'é\r\n', '\t\r\n']) expect(isPlainReadme(bytes(text))).toBe(false);
});
