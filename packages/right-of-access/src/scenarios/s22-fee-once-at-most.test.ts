import { expect, test } from 'vitest';
import { quoteFee } from '../fee.ts';
import { refundOf } from '../fee-refund.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { federalPack } from '../testing/fee-packs.ts';

const pack = federalPack('2026-05-04');

test('S22: asked three times she pays once at most; the fees of the joined requests are voided', () => {
  const first = quoteFee({ kind: 'cd', by: 'post' }, demoFeeSchedule, pack);
  expect(first).toMatchObject({ value: { totalCents: 650 } });
  const joined = ['fax', 'phone'].map(() =>
    refundOf('joined', { billedCents: 650, paidCents: 0, rightCents: 650 }, pack),
  );
  expect(joined).toMatchObject([{ voidedCents: 650 }, { voidedCents: 650 }]);
});

test('S22: the cardiologist, kept as an added delivery, is not charged for her care', () => {
  const added = quoteFee({ kind: 'cd', by: 'post' }, demoFeeSchedule, pack, { route: 'other-provider' });
  expect(added).toMatchObject({ value: { totalCents: 0, method: 'free' } });
});
