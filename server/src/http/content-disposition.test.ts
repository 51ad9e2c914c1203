import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test('a plain name stands alone', () => {
  expect(contentDisposition('attachment', 'EB-7Q4-M2K.zip')).toBe('attachment; filename="EB-7Q4-M2K.zip"');
});

test('another name comes with an ASCII form beside it', () => {
  expect(contentDisposition('inline', 'Señal.pdf')).toBe(
    `inline; filename="Senal.pdf"; filename*=UTF-8''Se%C3%B1al.pdf`,
  );
});

test('no name breaks out of the header or names a folder', () => {
  const header = contentDisposition('attachment', 'a"\r\nSet-Cookie: x=1/../b');
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.match(/"/g)).toHaveLength(2);
  expect(header).not.toContain('/');
});
