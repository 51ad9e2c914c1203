import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { quoteFees } from './fee.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { type FeeWaiver, waiveFee } from './fee-waiver.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();
const found = quoteFees([{ kind: 'usb', by: 'post', copyMinutes: 60 }], { ...demoFeeSchedule, method: 'actual' }, pack);
if (!found.ok) throw new Error(found.refusal.code);
const quote = found.value;
const waiver: FeeWaiver = { kind: 'courtesy', reason: ' long wait ', by: 'R. Diaz', on: calendarDate('2027-05-04') };

describe('a fee that is let go', () => {
  it('leaves nothing to pay, and says who, when, why and what it would have been', () => {
    const waived = waiveFee(quote, waiver, pack);
    expect(waived).toMatchObject({
      value: { totalCents: 0, method: 'free', lines: [], approximate: false, needsSupervisor: false },
    });
    expect(waived.ok && waived.value.why).toEqual([
      ...quote.why,
      {
        kind: 'waived',
        rule: 'us-federal/chargeable/waiver',
        cite: '45 CFR 164.524(c)(4)(i)–(iii)',
        confidence: 'high',
        inputs: [
          { name: 'would-be-cents', value: '3400' },
          { name: 'kind', value: 'courtesy' },
          { name: 'reason', value: 'long wait' },
          { name: 'by', value: 'R. Diaz' },
          { name: 'on', value: '2027-05-04' },
        ],
      },
    ]);
  });

  it('for hardship takes one click and no proof', () => {
    const waived = waiveFee(quote, { ...waiver, kind: 'hardship', reason: '' }, pack);
    expect(waived.ok && waived.value.why.at(-1)?.inputs).toContainEqual({ name: 'reason', value: 'hardship' });
  });

  it('has a reason and a name', () => {
    expect(waiveFee(quote, { ...waiver, reason: ' ' }, pack)).toMatchObject({
      refusal: {
        code: 'reason-missing',
        why: { rule: 'us-federal/chargeable/waiver', inputs: [{ value: 'courtesy' }] },
      },
    });
    expect(waiveFee(quote, { ...waiver, by: ' ' }, pack)).toMatchObject({
      refusal: { code: 'who-missing', why: { cite: expect.stringMatching(/house rule/) } },
    });
  });
});
