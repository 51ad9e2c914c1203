import { describe, expect, test } from 'vitest';
import { workedMs } from '../../testing/work-time.ts';
import { layoutDisc, maxDiscFileBytes, smallestDiscFor } from '../index.ts';

const volume = { label: 'ECHOBACK', createdOn: '2026-01-10' };
const one = (name: string, sizeBytes = 1) => layoutDisc(volume, [{ name, sizeBytes }]);

describe('What can not go on a disc is refused with a reason', () => {
  test.each(['', 'too long for all of them', 'lower', 'A-B'])('the label %j', (label) => {
    expect(layoutDisc({ ...volume, label }, [])).toMatchObject({ refusal: { code: 'bad-label' } });
  });

  test.each(['', '2026-1-1', '2026-13-01', '1899-01-01', '2200-01-01'])('the day %j', (createdOn) => {
    expect(layoutDisc({ ...volume, createdOn }, [])).toMatchObject({ refusal: { code: 'bad-date' } });
  });

  test('a file of 4 GiB, which plain ISO 9660 can not describe', () => {
    expect(one('CLIP', maxDiscFileBytes).ok).toBe(true);
    expect(one('CLIP', maxDiscFileBytes + 1)).toMatchObject({ refusal: { code: 'file-too-large', entryIndex: 0 } });
    expect(one('CLIP', -1)).toMatchObject({ refusal: { code: 'bad-size', entryIndex: 0 } });
  });

  test('a ninth level', () => {
    expect(one('1/2/3/4/5/6/7/F').ok).toBe(true);
    expect(one('1/2/3/4/5/6/7/8/F')).toMatchObject({ refusal: { code: 'too-deep', entryIndex: 0 } });
  });

  test('a name that no folder may have, or that two files have', () => {
    expect(one('../UP')).toMatchObject({ refusal: { code: 'bad-name', fault: 'leading-dot-or-space' } });
    expect(one('\u{20000}'.repeat(60))).toMatchObject({ refusal: { code: 'name-too-long' } });
    const twice = ['a', 'A'].map((name) => ({ name, sizeBytes: 1 }));
    expect(layoutDisc(volume, twice)).toMatchObject({ refusal: { code: 'same-name', entryIndex: 1 } });
  });
});

test('20,000 files are laid out quickly', () => {
  const files = Array.from({ length: 20_000 }, (_, at) => ({ name: `DICOM/ST000001/IM${at}`, sizeBytes: 500_000 }));
  const begun = workedMs();
  expect(layoutDisc(volume, files).ok).toBe(true);
  expect(workedMs() - begun).toBeLessThan(6_000);
});

test('the smallest disc that holds an image is named', () => {
  expect(smallestDiscFor(737_280_000)).toBe('cd-r');
  expect(smallestDiscFor(737_280_001)).toBe('dvd+r');
  expect(smallestDiscFor(4_707_319_808)).toBe('dvd-r');
  expect(smallestDiscFor(26_000_000_000)).toBeUndefined();
});
