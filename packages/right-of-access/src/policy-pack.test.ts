import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { usFederal } from './packs/us-federal.ts';
import { packInForce } from './policy-pack.ts';

describe('the policy pack', () => {
  it('is the one in force on the day of receipt, row by row', () => {
    const before = packInForce([usFederal], 'us-federal', calendarDate('2026-11-23'));
    expect(before).toMatchObject({ ok: true, value: { responseDays: { value: 30 }, flatCapCents: { value: 650 } } });
  });

  it('takes a changed law from its day on, and leaves earlier requests under the old one', () => {
    const [current] = usFederal.rules.responseDays;
    if (!current) throw new Error('no row');
    const changed = {
      ...usFederal,
      rules: {
        ...usFederal.rules,
        responseDays: [
          { ...current, effectiveTo: calendarDate('2029-12-31') },
          { value: 15, cite: 'a later rule', effectiveFrom: calendarDate('2030-01-01') },
        ],
      },
    };
    expect(packInForce([changed], 'us-federal', calendarDate('2029-12-31'))).toMatchObject({
      value: { responseDays: { value: 30 } },
    });
    expect(packInForce([changed], 'us-federal', calendarDate('2030-01-01'))).toMatchObject({
      value: { responseDays: { value: 15 } },
    });
  });

  it('refuses a jurisdiction without a pack, and a day on which a rule is not in force', () => {
    const on = calendarDate('2026-11-23');
    expect(packInForce([usFederal], 'atlantis', on)).toMatchObject({ refusal: { code: 'unknown-jurisdiction' } });
    expect(packInForce([usFederal], 'us-federal', calendarDate('2002-01-01'))).toMatchObject({
      refusal: { code: 'no-rule-in-force', rule: 'responseDays' },
    });
  });

  it('cites a source and a first day in every row, and a reason for every open decision', () => {
    for (const row of Object.values(usFederal.rules).flat()) {
      expect(row.cite).not.toBe('');
      expect(row.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    for (const decision of usFederal.openDecisions) expect(decision.reason.length).toBeGreaterThan(10);
    const ids = usFederal.openDecisions.map((decision) => decision.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
