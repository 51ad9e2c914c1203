import { expect, test } from 'vitest';
import { mediaApi } from './media-api-page.ts';

const entries = mediaApi();

test('every function that dicom-media exports says what it does', () => {
  const functions = entries.filter(({ declared }) => /^(async )?function/.test(declared));
  expect(functions.length).toBeGreaterThan(50);
  expect(functions.filter(({ said }) => said === '').map(({ name }) => name)).toEqual([]);
});

test('a declaration is printed as it stands, without its body', () => {
  const isFileId = entries.find(({ name }) => name === 'isFileId');
  expect(isFileId).toEqual({
    name: 'isFileId',
    room: 'dicomdir/',
    said: 'PS3.10 8.2: one to eight components of one to eight characters.',
    declared: 'function isFileId(fileId: string): boolean;',
  });
});
