import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type FeeQuote, quoteFees } from './fee.ts';
import {
  acceptFee,
  decideChargedWork,
  decideQuoteChange,
  type FeeAcceptance,
  type FeeNotice,
} from './fee-agreement.ts';
import type { FeeChoice } from './fee-choice.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import type { FeeMethod } from './policy-pack.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();
const day = (date: number) => calendarDate(`2027-05-${String(date).padStart(2, '0')}`);

function quoted(method: FeeMethod, choice: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 }): FeeQuote {
  const quote = quoteFees([choice], { ...demoFeeSchedule, method }, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const flat: FeeNotice = { quote: quoted('flat'), sentOn: day(3) };
const actual: FeeNotice = { quote: quoted('actual'), sentOn: day(7) };
const yes = (totalCents: number, on = day(8)): FeeAcceptance => ({ totalCents, on, by: 'patient', channel: 'portal' });

describe('a yes to a fee', () => {
  it('is kept with amount, day, person and channel', () => {
    expect(acceptFee(flat, yes(650, day(3)), pack)).toEqual({ ok: true, value: yes(650, day(3)) });
  });

  it('is a yes to the amount in the notice, and comes after it', () => {
    expect(acceptFee(flat, yes(651), pack)).toMatchObject({
      refusal: {
        code: 'other-amount',
        toldCents: 650,
        acceptedCents: 651,
        why: {
          rule: 'us-federal/chargeable/notice',
          cite: expect.stringMatching(/told before the work/),
          inputs: [
            { name: 'told-cents', value: '650' },
            { name: 'accepted-cents', value: '651' },
            { name: 'notice-sent', value: '2027-05-03' },
          ],
        },
      },
    });
    expect(acceptFee(flat, yes(650, day(2)), pack)).toMatchObject({
      refusal: { code: 'accepted-before-notice', sentOn: '2027-05-03' },
    });
  });
});

describe('work that costs something', () => {
  it('starts after notice and yes, up to the amount agreed', () => {
    expect(decideChargedWork(flat.quote, flat, yes(650), pack)).toEqual({ ok: true, value: { upToCents: 650 } });
    expect(decideChargedWork(flat.quote, actual, yes(1240), pack)).toMatchObject({ value: { upToCents: 1240 } });
  });

  it('does not start without a notice of at least that amount, or without a yes', () => {
    expect(decideChargedWork(flat.quote, undefined, yes(650), pack)).toMatchObject({
      refusal: { code: 'notice-missing' },
    });
    expect(decideChargedWork(actual.quote, flat, yes(650), pack)).toMatchObject({
      refusal: { code: 'notice-missing', why: { inputs: [{ name: 'total-cents', value: '1240' }] } },
    });
    expect(decideChargedWork(flat.quote, flat, undefined, pack)).toMatchObject({ refusal: { code: 'not-accepted' } });
  });

  it('waits for nothing where it is free', () => {
    expect(decideChargedWork(quoted('flat', { kind: 'online' }), undefined, undefined, pack)).toEqual({
      ok: true,
      value: { upToCents: 0 },
    });
  });
});

describe('a quote that changes', () => {
  it('may stay, and may fall by itself', () => {
    expect(decideQuoteChange(yes(650), flat.quote, {}, pack)).toMatchObject({
      value: { kind: 'same', chargeCents: 650 },
    });
    expect(decideQuoteChange(yes(1240), flat.quote, {}, pack)).toMatchObject({
      value: {
        kind: 'fallen',
        chargeCents: 650,
        fellByCents: 590,
        why: {
          inputs: [
            { name: 'agreed-cents', value: '1240' },
            { name: 'wanted-cents', value: '650' },
          ],
        },
      },
    });
  });

  it('rises only with a notice of the higher one and a yes to it; until then the work goes on as agreed', () => {
    const base = { code: 'rise-needs-notice-and-agreement', agreedCents: 650, wantedCents: 1240, chargeCents: 650 };
    const rise = (renewed: Parameters<typeof decideQuoteChange>[2]) =>
      decideQuoteChange(yes(650), actual.quote, renewed, pack);
    expect(rise({})).toMatchObject({ refusal: { ...base, lacks: ['notice', 'agreement'] } });
    expect(rise({ notice: flat, acceptance: yes(650) })).toMatchObject({ refusal: { lacks: ['notice', 'agreement'] } });
    expect(rise({ acceptance: yes(1240) })).toMatchObject({ refusal: { lacks: ['notice', 'agreement'] } });
    expect(rise({ notice: actual })).toMatchObject({ refusal: { ...base, lacks: ['agreement'] } });
    expect(rise({ notice: actual, acceptance: yes(650) })).toMatchObject({ refusal: { lacks: ['agreement'] } });
    expect(rise({ notice: actual, acceptance: yes(1240, day(6)) })).toMatchObject({
      refusal: { lacks: ['agreement'] },
    });
    expect(rise({ notice: actual, acceptance: yes(1240) })).toMatchObject({
      value: { kind: 'risen', chargeCents: 1240 },
    });
  });
});
