import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { policyPacks } from './packs/all-packs.ts';
import { usFederal } from './packs/us-federal.ts';
import { type PackHistory, packInForce, youngestRow } from './policy-pack.ts';

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

describe('a choice of packs', () => {
  const on = calendarDate('2027-03-01');
  const choose = (choice: string, packs = policyPacks) => packInForce(packs, choice, on);

  it('is a base alone, or with what stands on it; titles, proposals and rows of both count', () => {
    expect(choose('us-federal')).toMatchObject({
      value: { jurisdiction: 'us-federal', title: usFederal.title, calendar: 'us-federal', inForceOn: on },
    });
    const both = choose('us-federal+CA');
    expect(both).toMatchObject({
      value: { jurisdiction: 'us-federal+CA', title: `${usFederal.title} + California`, calendar: 'us-ca' },
    });
    const ids = both.ok ? both.value.access.map(({ id }) => id) : [];
    expect(ids).toContain('us-federal/copy');
    expect(ids).toContain('CA-123110/copy');
    const proposals = both.ok ? both.value.proposals.map(({ id }) => id) : [];
    expect(proposals).toEqual(['us-proposed-15/inspect', 'us-proposed-15/copy']);
    expect(choose('eu-gdpr')).toMatchObject({ value: { proposals: [], confirmations: [] } });
  });

  it('counts business days by the calendar of the last pack named', () => {
    expect(choose('us-federal+CA+TX')).toMatchObject({ value: { calendar: 'us-common' } });
    expect(choose('us-federal+TX+CA')).toMatchObject({ value: { calendar: 'us-ca' } });
  });

  it('is refused where a state stands alone, on another law, or a base stands on a base', () => {
    const unknown = (jurisdiction: string) => ({ ok: false, refusal: { code: 'unknown-jurisdiction', jurisdiction } });
    expect(choose('CA')).toEqual(unknown('CA'));
    expect(choose('')).toEqual(unknown(''));
    expect(choose('us-federal+')).toEqual(unknown(''));
    const misplaced = (jurisdiction: string, base: string) => ({
      ok: false,
      refusal: { code: 'not-on-this-base', jurisdiction, base },
    });
    expect(choose('eu-gdpr+CA')).toEqual(misplaced('CA', 'eu-gdpr'));
    expect(choose('us-federal+eu-gdpr')).toEqual(misplaced('eu-gdpr', 'us-federal'));
    expect(choose('us-federal+us-federal')).toEqual(misplaced('us-federal', 'us-federal'));
  });

  it('says which rule no law had on that day', () => {
    expect(packInForce(policyPacks, 'us-federal', calendarDate('2002-01-01'))).toMatchObject({
      refusal: { code: 'no-rule-in-force', jurisdiction: 'us-federal', on: '2002-01-01', rule: expect.any(String) },
    });
  });
});

describe('a row of the law', () => {
  const [copy] = (usFederal.rows.access ?? []).filter(({ id }) => id === 'us-federal/copy');
  const [first, last] = [calendarDate('2027-03-01'), calendarDate('2027-03-31')];
  const inForce = (change: object, on: string, provider: Parameters<typeof packInForce>[3] = []) => {
    const rows = { ...usFederal.rows, access: copy ? [{ ...copy, ...change }] : [] };
    const pack = packInForce([{ ...usFederal, rows }], 'us-federal', calendarDate(on), provider);
    return pack.ok && pack.value.access.length === 1;
  };

  it('governs what is received from its first day to its last, both included', () => {
    const days = { effectiveFrom: first, effectiveTo: last };
    expect(['2027-02-28', '2027-03-01', '2027-03-31', '2027-04-01'].map((on) => inForce(days, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(inForce({ effectiveFrom: first }, '2099-01-01')).toBe(true);
  });

  it('reaches the providers that it names; a facility that does not say what it is is taken to be all of them', () => {
    const statute = { appliesTo: ['hospital', 'clinic'] };
    const on = '2027-03-01';
    expect(inForce(statute, on)).toBe(true);
    expect(inForce(statute, on, ['hospital'])).toBe(true);
    expect(inForce(statute, on, ['physician', 'clinic'])).toBe(true);
    expect(inForce(statute, on, ['physician'])).toBe(false);
    expect(inForce({ appliesTo: 'all' }, on, ['physician'])).toBe(true);
  });

  it('of one kind gives way to the one that began last, in whatever order they are written', () => {
    const on = calendarDate('2027-03-01');
    if (!usFederal.base) throw new Error('not a base');
    const [row] = usFederal.rules.flatCapCents.filter(({ id }) => id === 'us-federal/flat-cap');
    if (!row) throw new Error('no row');
    const raised = { ...row, id: 'raised', value: 700, effectiveFrom: calendarDate('2027-01-01') };
    const future = { ...row, id: 'future', value: 900, effectiveFrom: calendarDate('2027-03-02') };
    const { rules } = usFederal;
    for (const flatCapCents of [
      [row, raised, future],
      [future, raised, row],
      [raised, row, future],
    ]) {
      const pack = packInForce([{ ...usFederal, rules: { ...rules, flatCapCents } }], 'us-federal', on);
      expect(pack).toMatchObject({ value: { flatCapCents: { id: 'raised', value: 700 } } });
      expect(pack.ok && youngestRow(pack.value)).toBe('2027-01-01');
    }
  });
});

function due(history: PackHistory, received: string): string {
  const pack = packInForce([history], 'us-federal', calendarDate(received));
  if (!pack.ok) throw new Error(pack.refusal.code);
  return dueDate(calendarDate(received), undefined, pack.value).on;
}
