import { expect, test } from 'vitest';
import { quoteFee } from '../fee.ts';
import type { FeeChoice } from '../fee-choice.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { federalPack } from '../testing/fee-packs.ts';

test.each<[string, FeeChoice, number]>([
  ['MP4 on USB by post', { kind: 'usb', by: 'post' }, 650],
  ['MP4 by download', { kind: 'download' }, 0],
  ['DICOM on disc, picked up', { kind: 'cd', by: 'pick-up', copyMinutes: 4 }, 220],
])('S19: instead of VHS, %s has its price beside it', (_, choice, totalCents) => {
  expect(quoteFee(choice, demoFeeSchedule, federalPack('2027-03-22'))).toMatchObject({ value: { totalCents } });
});
