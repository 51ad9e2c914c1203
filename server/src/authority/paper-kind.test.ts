import { expect, test } from 'vitest';
import { paperKind } from './paper-kind.ts';

const of = (start: number[], end: string | number[]) => Buffer.concat([Buffer.from(start), Buffer.from(end as string)]);

test('a paper is what its bytes say', () => {
  expect(paperKind(Buffer.from('%PDF-1.7 … %%EOF'))).toBe('application/pdf');
  expect(paperKind(of([0xff, 0xd8, 0xff, 0xe0, 1, 2], [0xff, 0xd9]))).toBe('image/jpeg');
  expect(paperKind(of([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'IEND'))).toBe('image/png');
});

test('a page, a program, half a picture and nothing are no papers', () => {
  expect(paperKind(Buffer.from('<html><script>%PDF</script>'))).toBeUndefined();
  expect(paperKind(Buffer.from('MZ\u0090'))).toBeUndefined();
  expect(paperKind(of([0xff, 0xd8, 0xff, 0xe0], [1, 2]))).toBeUndefined();
  expect(paperKind(Buffer.alloc(0))).toBeUndefined();
});
