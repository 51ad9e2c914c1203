import { expect, test } from 'vitest';
import { shortNames } from './short-names.ts';

const files = (...names: string[]) => shortNames(names.map((name) => ({ name, isFolder: false })));

test('a name of ISO 9660 level 1 stays as it is', () => {
  expect(files('DICOMDIR', 'README.TXT', 'IM000001', 'A_1.B')).toEqual(['DICOMDIR', 'README.TXT', 'IM000001', 'A_1.B']);
});

test('a readable name becomes its first letters and its number in the folder', () => {
  expect(
    files('2026-01-10 Obstetric ultrasound 01.jpg', '2026-01-10 Obstetric ultrasound 02.jpg', '2026-02-01 Herz.jpeg'),
  ).toEqual(['OBST0001.JPG', 'OBST0002.JPG', 'HERZ0001.JPG']);
});

test('lower case, accents, other scripts and long endings all end in level 1', () => {
  expect(files('index.html', 'Müller.png', '超音波 1.jpg', 'notes', '.x')).toEqual([
    'INDE0001.HTM',
    'MULL0001.PNG',
    'FILE0001.JPG',
    'NOTE0001',
    'FILE0001.X',
  ]);
});

test('a made name never takes that of a file which is really called so', () => {
  expect(files('obst a.jpg', 'OBST0001.JPG')).toEqual(['OBST0002.JPG', 'OBST0001.JPG']);
});

test('more than 9,999 names of one kind stay apart and within eight characters', () => {
  const names = files(...Array.from({ length: 10_050 }, (_, at) => `Obstetric ${at}.jpg`));
  expect(new Set(names).size).toBe(10_050);
  expect(names.every((name) => /^[A-Z0-9_]{1,8}\.JPG$/.test(name))).toBe(true);
});

test('a folder has no ending', () => {
  expect(shortNames([{ name: 'Bilder vom 1.5.', isFolder: true }])).toEqual(['BILD0001']);
});
