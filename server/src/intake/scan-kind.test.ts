import { describe, expect, it } from 'vitest';
import { scanKind } from './scan-kind.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

describe('the kind of a scan', () => {
  it('is read from its bytes', () => {
    expect(scanKind(png)).toBe('image/png');
    expect(scanKind(Buffer.from('ffd8ffe000104a46494600ffd9', 'hex'))).toBe('image/jpeg');
    expect(scanKind(Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'))).toBe('application/pdf');
  });

  it('is none for what breaks off, and for pages that would run in a browser', () => {
    const hostile = [
      '',
      '%PDF-1.7\nbroken off',
      '<html><script>alert(1)</script>%PDF-1.7 %%EOF',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'MZ\x90\0',
      'GIF89a',
      'II*\0',
    ];
    expect(hostile.map((text) => scanKind(Buffer.from(text, 'latin1')))).toEqual(hostile.map(() => undefined));
    expect(scanKind(png.subarray(0, 40))).toBeUndefined();
    expect(scanKind(Buffer.from('ffd8ffe000104a464946', 'hex'))).toBeUndefined();
  });
});
