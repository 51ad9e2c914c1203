import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { decideFeeLine, type FeeChoice, type FeeQuote, quoteFee, quoteFees } from './fee.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import { usFederal } from './packs/us-federal.ts';
import { type FeeMethod, type Pack, packInForce } from './policy-pack.ts';

const pack = federal();

function federal(): Pack {
  const found = packInForce([usFederal], 'us-federal', calendarDate('2027-05-03'));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

function quoted(choice: FeeChoice, change: Partial<FeeSchedule> = {}): FeeQuote {
  const quote = quoteFee(choice, { ...demoFeeSchedule, ...change }, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const usbByPost: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 };
const cdPickedUp: FeeChoice = { kind: 'cd', by: 'pick-up', copyMinutes: 4 };
const prints: FeeChoice = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 };

describe('fees', () => {
  it.each<[string, FeeChoice, FeeMethod, number]>([
    ['a USB stick by post, actual', usbByPost, 'actual', 1240],
    ['a USB stick by post, average', usbByPost, 'average', 1200],
    ['a USB stick by post, flat', usbByPost, 'flat', 650],
    ['a CD picked up, actual', cdPickedUp, 'actual', 220],
    ['a CD picked up, average', cdPickedUp, 'average', 260],
    ['eight prints by post, actual', prints, 'actual', 1920],
    ['eight prints by post, average', prints, 'average', 1720],
  ])('%s', (_, choice, method, totalCents) => {
    expect(quoted(choice, { method })).toMatchObject({ method, totalCents });
  });

  it.each(['online', 'secure-link'] as const)('%s is free under every method and has no line', (kind) => {
    for (const method of ['flat', 'actual', 'average'] as const) {
      expect(quoted({ kind }, { method })).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
    }
  });

  it('shows each line with its amount and its clause', () => {
    expect(quoted(usbByPost, { method: 'actual' }).lines).toEqual([
      { label: 'labour', cents: 240, rule: 'actual', cite: '45 CFR 164.524(c)(4)(i)' },
      { label: 'usb', cents: 480, rule: 'actual', cite: '45 CFR 164.524(c)(4)(ii)' },
      { label: 'postage', cents: 520, rule: 'actual', cite: '45 CFR 164.524(c)(4)(iii)' },
    ]);
  });

  it('charges the actual cost where the flat fee would be higher, unless the facility switched that off', () => {
    expect(quoted(cdPickedUp)).toMatchObject({ method: 'actual', totalCents: 220 });
    const flat = quoted(cdPickedUp, { chargeTheLower: false });
    expect(flat).toMatchObject({ method: 'flat', totalCents: 650 });
    expect(flat.compared).toContainEqual({ method: 'actual', totalCents: 220 });
  });

  it('has no flat fee for prints, which are not an electronic copy', () => {
    const quote = quoted(prints);
    expect(quote).toMatchObject({ method: 'actual', totalCents: 1920 });
    expect(quote.compared.map((candidate) => candidate.method)).toEqual(['actual', 'average']);
  });

  it('says that it is an estimate while the minutes are not known', () => {
    expect(quoted({ kind: 'usb', by: 'post' }, { method: 'actual' })).toMatchObject({
      approximate: true,
      totalCents: 1200,
    });
    expect(quoted({ kind: 'usb', by: 'post' })).toMatchObject({ approximate: false, totalCents: 650 });
  });

  it('rounds down to the cent', () => {
    const choice: FeeChoice = { kind: 'cd', by: 'pick-up', copyMinutes: 7 };
    expect(quoted(choice, { method: 'actual', labourCentsPerHour: 1999, cdCents: 0 }).totalCents).toBe(233);
  });

  it('refuses a flat fee over the cap, and numbers that are no money', () => {
    const overCap = quoteFee(usbByPost, { ...demoFeeSchedule, flatCents: 651 }, pack);
    expect(overCap).toEqual({
      ok: false,
      refusal: { code: 'flat-over-cap', flatCents: 651, capCents: 650, cite: 'HHS FAQ 2030' },
    });
    for (const cents of [-1, 0.5, Number.NaN]) {
      const refused = quoteFee(usbByPost, { ...demoFeeSchedule, usbCents: cents }, pack);
      expect(refused).toMatchObject({ refusal: { code: 'not-whole-cents-or-minutes' } });
    }
    expect(quoteFee({ ...prints, sheets: 0 }, demoFeeSchedule, pack)).toMatchObject({
      refusal: { code: 'sheets-missing' },
    });
  });

  it('adds up several ways, and lets the free ones add nothing', () => {
    const both = quoteFees([{ kind: 'online' }, usbByPost, prints], demoFeeSchedule, pack);
    expect(both).toMatchObject({ ok: true, value: { totalCents: 650 + 1920, approximate: false } });
    expect(quoteFees([{ kind: 'online' }, { kind: 'secure-link' }], demoFeeSchedule, pack)).toMatchObject({
      value: { totalCents: 0, method: 'free' },
    });
  });
});

describe('a line typed by hand', () => {
  it.each(['search', 'retrieval', 'verification', 'per-image', 'bill-for-care', 'portal-handling', 'viewer'] as const)(
    'for %s is never charged',
    (label) => {
      const refused = decideFeeLine(quoted(usbByPost, { method: 'actual' }), label, pack);
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'line-never-charged', label } });
    },
  );

  it('for postage on top of the flat fee is refused: flat is all in', () => {
    expect(decideFeeLine(quoted(usbByPost), 'postage', pack)).toMatchObject({ refusal: { code: 'flat-is-all-in' } });
    expect(decideFeeLine(quoted(usbByPost, { method: 'actual' }), 'postage', pack)).toEqual({
      ok: true,
      value: 'postage',
    });
  });

  it('for anything on a free way is refused', () => {
    expect(decideFeeLine(quoted({ kind: 'online' }), 'labour', pack)).toMatchObject({
      refusal: { code: 'line-never-charged' },
    });
  });
});
