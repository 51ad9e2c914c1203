import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type FeeQuote, quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import type { FeeMethod, Pack } from './policy-pack.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();
const averageBasis = { derivation: 'timed 40 studies', on: calendarDate('2027-01-11') };

function quoted(
  choice: FeeChoice,
  change: Partial<FeeSchedule> = {},
  facts: FeeFacts = {},
  law: Pack = pack,
): FeeQuote {
  const quote = quoteFees([choice], { ...demoFeeSchedule, averageBasis, ...change }, law, facts);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const kinds = (quote: FeeQuote) => quote.why.map((reason) => reason.kind);

const usbByPost: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 };
const cdPickedUp: FeeChoice = { kind: 'cd', by: 'pick-up', copyMinutes: 4 };
const prints: FeeChoice = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 };

describe('the worked examples: labour $24.00 an hour, CD $0.60, USB $4.80, sheet $1.25, mailer and post $5.20', () => {
  it.each<[string, FeeChoice, FeeMethod, number]>([
    ['a USB stick by post, actual', usbByPost, 'actual', 1240],
    ['a USB stick by post, average', usbByPost, 'average', 1200],
    ['a USB stick by post, flat', usbByPost, 'flat', 650],
    ['a CD picked up, actual', cdPickedUp, 'actual', 220],
    ['a CD picked up, average', cdPickedUp, 'average', 260],
    ['eight prints by post, actual', prints, 'actual', 1920],
    ['eight prints by post, average', prints, 'average', 1720],
  ])('%s', (_, choice, method, totalCents) => {
    expect(quoted(choice, { method })).toMatchObject({ method, totalCents, approximate: false });
  });

  it.each(['online', 'download', 'inspection', 'own-photographs', 'secure-link', 'email', 'push'] as const)(
    '%s is free under every method and has no line',
    (kind) => {
      for (const method of ['flat', 'actual', 'average'] as const) {
        const quote = quoted({ kind }, { method });
        expect(quote).toMatchObject({ totalCents: 0, method: 'free', lines: [], compared: [], offers: [] });
        expect(quote).toMatchObject({ approximate: false, needsSupervisor: false, toConfirm: [], route: 'individual' });
        expect(kinds(quote)).toEqual(['no-hands']);
        expect(quote.cite).toMatch(/^45 CFR 171\.302/);
      }
    },
  );

  it('charges the actual cost where the flat fee would be higher, unless the facility switched that off', () => {
    const lower = quoted(cdPickedUp);
    expect(lower).toMatchObject({ method: 'actual', totalCents: 220 });
    expect(kinds(lower)).toEqual(['actual', 'lower-than-flat']);
    const flat = quoted(cdPickedUp, { chargeTheLower: false });
    expect(flat).toMatchObject({ method: 'flat', totalCents: 650 });
    expect(kinds(flat)).toEqual(['flat']);
    expect(flat.compared).toContainEqual({ method: 'actual', totalCents: 220 });
  });

  it('keeps the flat fee where it equals the cost', () => {
    expect(quoted({ kind: 'usb', by: 'pick-up', copyMinutes: 0 }, { flatCents: 480 }).method).toBe('flat');
  });

  it('has no flat fee for prints, which are not an electronic copy', () => {
    const quote = quoted(prints);
    expect(quote).toMatchObject({ method: 'actual', totalCents: 1920 });
    expect(quote.compared.map((candidate) => candidate.method)).toEqual(['actual', 'average']);
    expect(kinds(quote)).toEqual(['actual', 'no-flat-for-hard-copy']);
  });
});

describe('a quote', () => {
  it('shows each line with its amount and its clause', () => {
    expect(quoted(usbByPost, { method: 'actual' }).lines).toEqual([
      { label: 'labour', cents: 240, rule: 'actual', cite: '45 CFR 164.524(c)(4)(i)' },
      { label: 'usb', cents: 480, rule: 'actual', cite: '45 CFR 164.524(c)(4)(ii)' },
      { label: 'postage', cents: 520, rule: 'actual', cite: '45 CFR 164.524(c)(4)(iii)' },
    ]);
    expect(quoted(usbByPost).lines).toEqual([{ label: 'flat', cents: 650, rule: 'flat', cite: 'HHS FAQ 2030' }]);
  });

  it('says which rule it came from, and what went in', () => {
    expect(quoted(usbByPost).why).toEqual([
      {
        kind: 'flat',
        rule: 'us-federal/flat-cap',
        cite: 'HHS FAQ 2030',
        confidence: 'high',
        inputs: [{ name: 'cap-cents', value: '650' }],
      },
    ]);
    expect(quoted(usbByPost, { method: 'average' }).why).toMatchObject([
      { kind: 'average', rule: 'us-federal/fee-methods', inputs: [] },
    ]);
  });

  it('is an estimate while the minutes are not known: the average for each study and each copy', () => {
    const stick: FeeChoice = { kind: 'usb', by: 'post' };
    const estimate = quoted(stick, { method: 'actual' });
    expect(estimate).toMatchObject({ approximate: true, totalCents: 1200 });
    expect(kinds(estimate)).toEqual(['actual', 'estimate']);
    expect(quoted(stick)).toMatchObject({ approximate: false, totalCents: 650 });
    expect(quoted(stick, { method: 'average' }).approximate).toBe(false);
    expect(quoted(stick, { method: 'actual' }, { exams: 3 }).totalCents).toBe(1600);
    expect(quoted({ ...stick, copies: 2 }, { method: 'actual' }).totalCents).toBe(2400);
    expect(quoted({ ...usbByPost, copies: 2 }, { method: 'actual' }, { exams: 3 }).totalCents).toBe(240 + 960 + 1040);
  });

  it('rounds down to the cent', () => {
    const choice: FeeChoice = { kind: 'cd', by: 'pick-up', copyMinutes: 7 };
    expect(quoted(choice, { method: 'actual', labourCentsPerHour: 1999, cdCents: 0 }).totalCents).toBe(233);
  });

  it('takes the price of the medium that was asked for', () => {
    const prices = { method: 'actual', cdCents: 1, dvdCents: 2, usbCents: 4 } as const;
    for (const [kind, cents] of [
      ['cd', 1],
      ['dvd', 2],
      ['usb', 4],
    ] as const) {
      expect(quoted({ kind, by: 'pick-up', copyMinutes: 0, copies: 3 }, prices).totalCents).toBe(3 * cents);
    }
  });

  it('charges sending by hand for its minutes alone', () => {
    const mail = quoted({ kind: 'email', copyMinutes: 5 }, { method: 'actual' });
    expect(mail.lines.map((line) => [line.label, line.cents])).toEqual([['labour', 200]]);
    expect(quoted({ kind: 'push', copyMinutes: 30 }).totalCents).toBe(650);
    expect(quoted({ kind: 'secure-link', copyMinutes: 0 }).method).toBe('free');
  });

  it('has a price by the page only for records on paper, and only as an average', () => {
    const pages: FeeChoice = { kind: 'paper-pages', by: 'post', pages: 12, copyMinutes: 5 };
    const prices = { paperPageCents: 25, paperSheetCents: 3 };
    expect(quoted(pages, { ...prices, method: 'average' }).lines.map((line) => [line.label, line.cents])).toEqual([
      ['paper-pages', 300],
      ['postage', 520],
    ]);
    expect(quoted(pages, { ...prices, method: 'actual' }).lines.map((line) => [line.label, line.cents])).toEqual([
      ['labour', 200],
      ['paper-pages', 36],
      ['postage', 520],
    ]);
    expect(quoted(pages, { method: 'average' }).totalCents).toBe(200 + 520);
    expect(quoted({ ...pages, by: 'pick-up', copies: 2 }, { ...prices, method: 'average' }).totalCents).toBe(600);
  });

  it('charges an agreed summary at its agreed price, beside a flat fee', () => {
    const quote = quoteFees([usbByPost, { kind: 'summary', agreedCents: 300 }], demoFeeSchedule, pack);
    expect(quote).toMatchObject({ value: { totalCents: 950, approximate: false, needsSupervisor: false } });
    expect(quote.ok && quote.value.lines[1]).toEqual({
      label: 'summary',
      cents: 300,
      rule: 'agreed',
      cite: '45 CFR 164.524(c)(2)(iii), (c)(4)(iv)',
    });
    expect(quoteFees([{ kind: 'summary' }], demoFeeSchedule, pack)).toMatchObject({
      refusal: { code: 'summary-not-agreed', why: { cite: '45 CFR 164.524(c)(2)(iii), (c)(4)(iv)' } },
    });
  });

  it('sends an all-electronic copy over 15 dollars to a supervisor', () => {
    const stick = (copyMinutes: number): FeeChoice => ({ kind: 'usb', by: 'pick-up', copyMinutes });
    const dear = { method: 'actual', labourCentsPerHour: 6000, usbCents: 500 } as const;
    expect(quoted(stick(10), dear)).toMatchObject({ totalCents: 1500, needsSupervisor: false });
    expect(quoted(stick(11), dear)).toMatchObject({ totalCents: 1600, needsSupervisor: true });
    expect(quoted({ ...prints, sheets: 40 }).needsSupervisor).toBe(false);
  });

  it('keeps the promise of the facility', () => {
    const promised = quoted(usbByPost, { method: 'actual', promiseCents: 500 });
    expect(promised.totalCents).toBe(500);
    expect(promised.why.at(-1)).toMatchObject({ kind: 'promise', inputs: [{ name: 'at-most-cents', value: '500' }] });
    expect(promised.lines.map((line) => [line.cents, line.rule])).toEqual([
      [0, 'promise'],
      [0, 'promise'],
      [500, 'promise'],
    ]);
    expect(quoted(usbByPost, { promiseCents: 650 }).why.map((reason) => reason.kind)).toEqual(['flat']);
  });
});

describe('several ways in one request', () => {
  it('add up, and the free ones add nothing', () => {
    const both = quoteFees([{ kind: 'online' }, usbByPost, prints], demoFeeSchedule, pack);
    expect(both).toMatchObject({ ok: true, value: { totalCents: 650 + 1920, approximate: false, method: 'actual' } });
    expect(both.ok && kinds(both.value)).toEqual(['no-hands', 'actual', 'no-flat-for-hard-copy']);
    expect(quoteFees([{ kind: 'online' }, { kind: 'secure-link' }], demoFeeSchedule, pack)).toMatchObject({
      value: { totalCents: 0, method: 'free' },
    });
  });

  it('pay a flat fee once: it is all in for every electronic copy of the request', () => {
    const two = quoteFees([usbByPost, { kind: 'cd', by: 'post', copyMinutes: 4 }], demoFeeSchedule, pack);
    expect(two).toMatchObject({ value: { totalCents: 650, method: 'flat' } });
    expect(two.ok && two.value.lines).toHaveLength(1);
  });

  it('are estimates where one of them is', () => {
    const half = quoteFees([usbByPost, { kind: 'prints', by: 'post', sheets: 2 }], demoFeeSchedule, pack);
    expect(half).toMatchObject({ value: { approximate: true } });
  });
});

describe('an unusual request', () => {
  it('may cost what it costs at a flat facility that said so before', () => {
    const unusual = { reason: '4,000 clips', saidBefore: true };
    const quote = quoted(usbByPost, {}, { unusual });
    expect(quote).toMatchObject({ method: 'actual', totalCents: 1240 });
    expect(quote.why[0]).toMatchObject({ kind: 'unusual', inputs: [{ name: 'reason', value: '4,000 clips' }] });
    expect(kinds(quote)).toEqual(['unusual', 'actual']);
  });

  it('is refused where it was not said before, or why it is unusual', () => {
    for (const unusual of [
      { reason: '4,000 clips', saidBefore: false },
      { reason: ' ', saidBefore: true },
    ]) {
      expect(quoteFees([usbByPost], demoFeeSchedule, pack, { unusual })).toMatchObject({
        refusal: { code: 'unusual-not-said-before', why: { rule: 'us-federal/fee-methods' } },
      });
    }
  });
});

describe('hostile numbers', () => {
  it.each<[string, FeeChoice, FeeFacts, string]>([
    ['minutes below nothing', { ...usbByPost, copyMinutes: -1 }, {}, 'not-whole-cents-or-minutes'],
    ['half a minute', { kind: 'email', copyMinutes: 0.5 }, {}, 'not-whole-cents-or-minutes'],
    ['no copies', { ...usbByPost, copies: 0 }, {}, 'not-whole-cents-or-minutes'],
    ['a million copies', { ...usbByPost, copies: 1_000_000 }, {}, 'not-whole-cents-or-minutes'],
    ['no sheets', { ...prints, sheets: 0 }, {}, 'sheets-missing'],
    ['no pages', { kind: 'paper-pages', by: 'post', pages: 0 }, {}, 'sheets-missing'],
    ['a summary for less than nothing', { kind: 'summary', agreedCents: -1 }, {}, 'not-whole-cents-or-minutes'],
    ['no exam', usbByPost, { exams: 0 }, 'not-whole-cents-or-minutes'],
    ['copies before below nothing', usbByPost, { copiesBefore: -1 }, 'not-whole-cents-or-minutes'],
  ])('%s: refused with a reason', (_, choice, facts, code) => {
    const refused = quoteFees([choice], demoFeeSchedule, pack, facts);
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
    expect(!refused.ok && refused.refusal.why.cite).not.toBe('');
  });

  it('refuses to quote from a schedule that the law does not allow', () => {
    expect(quoteFees([usbByPost], { ...demoFeeSchedule, flatCents: 651 }, pack)).toMatchObject({
      ok: false,
      refusal: { code: 'flat-over-cap' },
    });
  });
});
