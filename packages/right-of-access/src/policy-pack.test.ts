import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { usFederal } from './packs/us-federal.ts';
import { type PackHistory, packInForce } from './policy-pack.ts';

describe('the policy pack', () => {
  it('is the one in force on the day of receipt, row by row', () => {
    const before = packInForce([usFederal], 'us-federal', calendarDate('2026-11-23'));
    expect(before).toMatchObject({ ok: true, value: { feeMethods: { id: 'us-federal/fee-methods' } } });
    const old = packInForce([usFederal], 'us-federal', calendarDate('2016-02-24'));
    expect(old).toMatchObject({
      value: {
        feeMethods: { id: 'us-federal/fee-methods-2003' },
        flatCapCents: { id: 'us-federal/flat-cap-2003', value: 0 },
      },
    });
  });

  it('takes a changed law from its day on, and leaves earlier requests under the old one', () => {
    const access = (usFederal.rows.access ?? []).flatMap((row) => [
      { ...row, effectiveTo: calendarDate('2029-12-31') },
      { ...row, limit: { n: 15, unit: 'calendar-day' as const }, effectiveFrom: calendarDate('2030-01-01') },
    ]);
    const changed = { ...usFederal, rows: { ...usFederal.rows, access } };
    expect(due(changed, '2029-12-31')).toBe('2030-01-30');
    expect(due(changed, '2030-01-01')).toBe('2030-01-16');
  });

  it('refuses a jurisdiction without a pack, and a day on which a rule is not in force', () => {
    const on = calendarDate('2026-11-23');
    expect(packInForce([usFederal], 'atlantis', on)).toMatchObject({ refusal: { code: 'unknown-jurisdiction' } });
    expect(packInForce([usFederal], 'us-federal+atlantis', on)).toMatchObject({
      refusal: { code: 'unknown-jurisdiction', jurisdiction: 'atlantis' },
    });
    expect(packInForce([usFederal], 'us-federal', calendarDate('2002-01-01'))).toMatchObject({
      refusal: { code: 'no-rule-in-force' },
    });
  });

  it('is plain data that can be kept with a request and read back', () => {
    const pack = packInForce([usFederal], 'us-federal', calendarDate('2026-11-23'));
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });
});

function due(history: PackHistory, received: string): string {
  const pack = packInForce([history], 'us-federal', calendarDate(received));
  if (!pack.ok) throw new Error(pack.refusal.code);
  return dueDate(calendarDate(received), undefined, pack.value).on;
}
