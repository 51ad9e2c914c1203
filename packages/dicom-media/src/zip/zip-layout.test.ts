import { describe, expect, test } from 'vitest';
import { workedMs } from '../../testing/work-time.ts';
import { layoutZip, nameFault, type ZipEntry, zipPieces } from '../index.ts';

const file = (name: string, sizeBytes = 1): ZipEntry => ({ name, sizeBytes, crc32: 7 });

function layoutOf(entries: ZipEntry[]) {
  const laid = layoutZip(entries);
  if (!laid.ok) throw new Error(laid.refusal.code);
  return laid.value;
}

describe('Names in a ZIP', () => {
  test.each(['DICOMDIR', 'DICOM/ST000001/IM000001', 'Pictures/01 Herz, Längsachse.jpg', '写真/1.png'])(
    '%s is fine',
    (name) => {
      expect(nameFault(name)).toBeUndefined();
    },
  );

  test.each([
    ['../up', 'leading-dot-or-space'],
    ['/root', 'empty-part'],
    ['a\\b', 'forbidden-character'],
    ['a:b', 'forbidden-character'],
    ['bell\u0007', 'forbidden-character'],
    ['\u202Egpj.exe', 'forbidden-character'],
    ['.hidden', 'leading-dot-or-space'],
    ['end.', 'trailing-dot-or-space'],
    ['CON.txt', 'reserved-device'],
    ['lpt1', 'reserved-device'],
    ['x'.repeat(81), 'part-too-long'],
    ['', 'empty-part'],
  ])('%j is refused', (name, fault) => {
    expect(layoutZip([file(name)])).toEqual({ ok: false, refusal: { code: 'bad-name', entryIndex: 0, fault } });
  });

  test('two names that one folder would take for one are refused', () => {
    for (const pair of [
      ['a', 'A'],
      ['\u00e9', 'e\u0301'],
      ['a', 'a/b'],
      ['a/b', 'a'],
    ] as [string, string][]) {
      expect(layoutZip(pair.map((name) => file(name)))).toMatchObject({
        refusal: { code: 'same-name', entryIndex: 1 },
      });
    }
  });
});

test('a size or checksum that is no 32 bit or whole number is refused', () => {
  expect(layoutZip([file('a', -1)]).ok).toBe(false);
  expect(layoutZip([{ name: 'a', sizeBytes: 1, crc32: 2 ** 32 }]).ok).toBe(false);
});

test('20,000 files are laid out quickly, and their last byte is found without walking them', () => {
  const entries = Array.from({ length: 20_000 }, (_, at) => file(`DICOM/ST000001/SE000001/IM${at}`, 500_000));
  const begun = workedMs();
  const layout = layoutOf(entries);
  expect(workedMs() - begun).toBeLessThan(3_000);
  const looked = workedMs();
  for (let n = 0; n < 1_000; n++)
    expect([...zipPieces(layout, layout.totalBytes - 22 - n, layout.totalBytes)]).not.toHaveLength(0);
  expect(workedMs() - looked).toBeLessThan(3_000);
});

test('the same list gives the same bytes', () => {
  const entries = [file('a', 3), file('b', 0)];
  const shown = () => JSON.stringify([...zipPieces(layoutOf(entries), 0, 1_000)]);
  expect(shown()).toBe(shown());
});
