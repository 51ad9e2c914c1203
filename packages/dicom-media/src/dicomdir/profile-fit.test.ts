import { describe, expect, test } from 'vitest';
import { inSeries, type MadeElement, madeObject } from '../../testing/made-objects.ts';
import { us } from '../../testing/made-pixels.ts';
import { indexOf } from '../../testing/sample-files.ts';
import { claimableProfile, type FiledInstance, MEDIA_PROFILES, profileFits } from '../index.ts';

const US_IMAGE = '6.1';
const US_MULTI_FRAME = '3.1';
const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
const H264 = '1.2.840.10008.1.2.4.102';

function object(rest: string, transferSyntaxUid?: string, elements: MadeElement[] = []): FiledInstance {
  const bytes = madeObject(`1.2.840.10008.5.1.4.1.1.${rest}`, '1.2.3', [...inSeries('US', '1.2.3.4.5'), ...elements]);
  const index = indexOf(bytes);
  if (!index.ok) throw new Error(index.refusal.code);
  const value = { ...index.value, transferSyntaxUid: transferSyntaxUid ?? index.value.transferSyntaxUid };
  const { record } = value;
  return { index: { ...value, record: { ...record, type: record.type ?? 'IMAGE' } }, fileId: 'DICOM/IM1' };
}

const fitting = (...instances: FiledInstance[]) =>
  profileFits(instances)
    .filter(({ fits }) => fits)
    .map(({ profile }) => profile.name);
const region = (...elements: MadeElement[]): MadeElement[] => [
  [0x00186011, 'SQ', [[[0x00186012, 'US', us(1)], ...elements]]],
];

describe('A file-set fits', () => {
  test('nearly every profile when it holds an uncompressed still', () => {
    expect(fitting(object(US_IMAGE))).toEqual(
      MEDIA_PROFILES.filter(({ calibration }) => calibration === 'none').map(({ name }) => name),
    );
  });

  test('only those that take its one compressed file', () => {
    expect(fitting(object(US_IMAGE), object(US_IMAGE, JPEG_BASELINE))).toEqual([
      'STD-GEN-DVD-JPEG',
      'STD-GEN-BD-JPEG',
      'STD-GEN-USB-JPEG',
      'STD-GEN-MMC-JPEG',
      'STD-GEN-CF-JPEG',
      'STD-GEN-SD-JPEG',
      'STD-GEN-MIME',
      'STD-US-ID-SF-CDR',
      'STD-US-ID-SF-DVD',
      'STD-US-ID-MF-CDR',
      'STD-US-ID-MF-DVD',
    ]);
  });

  test('no ultrasound profile with a report in it, and no single-frame one with a clip', () => {
    expect(fitting(object(US_IMAGE), object('88.33')).filter((name) => name.startsWith('STD-US'))).toEqual([]);
    expect(fitting(object(US_MULTI_FRAME)).filter((name) => name.includes('-SF-'))).toEqual([]);
  });

  test('calibrated profiles by what every picture says of itself', () => {
    const spatial = object(US_IMAGE, undefined, region());
    const combined = object(US_IMAGE, undefined, region([0x00186044, 'US', us(1)]));
    const letters = (...instances: FiledInstance[]) =>
      fitting(...instances).flatMap((name) => /^STD-US-(..)-SF-CDR$/.exec(name)?.[1] ?? []);
    expect(letters(combined)).toEqual(['ID', 'SC', 'CC']);
    expect(letters(combined, spatial)).toEqual(['ID', 'SC']);
    expect(letters(combined, spatial, object(US_IMAGE))).toEqual(['ID']);
  });
});

describe('An obstacle', () => {
  const obstacles = (name: string, ...instances: FiledInstance[]) =>
    profileFits(instances).find(({ profile }) => profile.name === name)?.obstacles;

  test('names what a converted copy would be written in, and nothing for video', () => {
    expect(obstacles('STD-GEN-CD', object(US_IMAGE, JPEG_BASELINE), object(US_MULTI_FRAME, H264))).toEqual([
      {
        fileId: 'DICOM/IM1',
        code: 'transfer-syntax',
        transferSyntaxUid: JPEG_BASELINE,
        convertTo: '1.2.840.10008.1.2.1',
      },
      { fileId: 'DICOM/IM1', code: 'transfer-syntax', transferSyntaxUid: H264, convertTo: undefined },
    ]);
  });

  test('names the attribute that a calibrated profile misses', () => {
    expect(obstacles('STD-US-SC-SF-CDR', object(US_IMAGE))).toMatchObject([{ tag: 0x00186011 }]);
    expect(obstacles('STD-US-CC-SF-CDR', object(US_IMAGE, undefined, region()))).toMatchObject([{ tag: 0x00186044 }]);
  });

  test('is all there is about a file that has no Part 10 form', () => {
    const odd = object(US_IMAGE);
    const { index } = odd;
    const bare = { ...odd, index: { ...index, exportForm: { ...index.exportForm, isPart10: false } } };
    expect(obstacles('STD-GEN-MIME', bare)).toEqual([{ fileId: 'DICOM/IM1', code: 'not-part-10' }]);
  });
});

test('the plainest profile that fits is the one to claim; a disc may have none to claim', () => {
  const rle = object(US_IMAGE, '1.2.840.10008.1.2.5');
  expect(claimableProfile([object(US_IMAGE)], 'CD')?.name).toBe('STD-GEN-CD');
  expect(claimableProfile([rle], 'CD')?.name).toBe('STD-US-ID-SF-CDR');
  expect(claimableProfile([rle, object('88.33')], 'CD')).toBeUndefined();
  expect(claimableProfile([rle, object('88.33')], 'ZIP')?.name).toBe('STD-GEN-MIME');
});
