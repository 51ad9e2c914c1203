import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { decideFeeLine, type FeeChoice, quoteFee, quoteFees } from './fee.ts';
import { forbiddenLineCites } from './fee-line.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import { usFederal } from './packs/us-federal.ts';
import { packInForce } from './policy-pack.ts';

const found = packInForce([usFederal], 'us-federal', calendarDate('2027-05-03'));
if (!found.ok) throw new Error(found.refusal.code);
const pack = found.value;

const cents = fc.integer({ min: 0, max: 5000 });
const schedule: fc.Arbitrary<FeeSchedule> = fc.record({
  method: fc.constantFrom('flat', 'actual', 'average'),
  flatCents: fc.integer({ min: 0, max: 650 }),
  labourCentsPerHour: fc.integer({ min: 0, max: 10_000 }),
  averageMinutes: fc.integer({ min: 0, max: 60 }),
  cdCents: cents,
  dvdCents: cents,
  usbCents: cents,
  printSheetCents: cents,
  postageCents: cents,
});
const by = fc.constantFrom('post' as const, 'pick-up' as const);
const copyMinutes = fc.integer({ min: 0, max: 120 });
const choice: fc.Arbitrary<FeeChoice> = fc.oneof(
  fc.constantFrom({ kind: 'online' } as const, { kind: 'secure-link' } as const),
  fc.record({ kind: fc.constantFrom('cd' as const, 'dvd' as const, 'usb' as const), by, copyMinutes }),
  fc.record({ kind: fc.constant('prints' as const), by, sheets: fc.integer({ min: 1, max: 40 }), copyMinutes }),
);

describe('every lawful schedule', () => {
  it('gives whole cents that are the sum of cited lines', () => {
    fc.assert(
      fc.property(choice, schedule, (way, prices) => {
        const quote = quoteFee(way, prices, pack);
        if (!quote.ok) throw new Error(quote.refusal.code);
        const { totalCents, lines } = quote.value;
        expect(Number.isInteger(totalCents)).toBe(true);
        expect(totalCents).toBe(lines.reduce((sum, line) => sum + line.cents, 0));
        for (const line of lines) expect(line.cite).not.toBe('');
      }),
    );
  });

  it('never charges more than the cap on an electronic copy under the flat method, nor more than it cost', () => {
    fc.assert(
      fc.property(choice, schedule, (way, prices) => {
        fc.pre(way.kind !== 'prints');
        const quote = quoteFee(way, { ...prices, method: 'flat' }, pack);
        if (!quote.ok) throw new Error(quote.refusal.code);
        expect(quote.value.totalCents).toBeLessThanOrEqual(650);
        const actual = quote.value.compared.find((candidate) => candidate.method === 'actual')?.totalCents ?? 0;
        if (quote.value.method !== 'free') expect(quote.value.totalCents).toBeLessThanOrEqual(actual);
      }),
    );
  });

  it('charges several ways as much as each of them', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 4 }), schedule, (ways, prices) => {
        const whole = quoteFees(ways, prices, pack);
        const each = ways.map((way) => quoteFee(way, prices, pack));
        const sum = each.reduce((total, quote) => total + (quote.ok ? quote.value.totalCents : Number.NaN), 0);
        expect(whole.ok && whole.value.totalCents).toBe(sum);
      }),
    );
  });

  it('lets nobody add what is never charged', () => {
    const forbidden = Object.keys(forbiddenLineCites) as (keyof typeof forbiddenLineCites)[];
    fc.assert(
      fc.property(choice, schedule, fc.constantFrom(...forbidden), (way, prices, label) => {
        const quote = quoteFee(way, prices, pack);
        expect(quote.ok && decideFeeLine(quote.value, label, pack).ok).toBe(false);
      }),
    );
  });
});
