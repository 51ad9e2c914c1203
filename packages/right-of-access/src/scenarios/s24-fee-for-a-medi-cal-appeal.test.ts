import { expect, test } from 'vitest';
import { calendarDate } from '../calendar.ts';
import { quoteFee } from '../fee.ts';
import type { FeeChoice } from '../fee-choice.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { policyPacks } from '../packs/all-packs.ts';
import { packInForce } from '../policy-pack.ts';

const found = packInForce(policyPacks, 'us-federal+CA', calendarDate('2027-05-28'));
if (!found.ok) throw new Error(found.refusal.code);
const california = found.value;
const usb: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 };

test('S24: a copy for a Medi-Cal appeal, with proof, costs $0.00 once', () => {
  const free = quoteFee(usb, demoFeeSchedule, california, { benefitClaim: 'proof-shown' });
  if (!free.ok) throw new Error(free.refusal.code);
  expect(free.value).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
  const rule = free.value.why[0]?.rule ?? '';
  expect(rule).toMatch(/^CA-123110/);
  const again = quoteFee(usb, demoFeeSchedule, california, { benefitClaim: 'proof-shown', freeRulesUsed: [rule] });
  expect(again).toMatchObject({ value: { totalCents: 650 } });
});
