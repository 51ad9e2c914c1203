import { expect, test } from 'vitest';
import { calendarDate } from '../calendar.ts';
import { type FeeQuote, quoteFee } from '../fee.ts';
import { acceptFee, decideChargedWork, decideQuoteChange } from '../fee-agreement.ts';
import { demoFeeSchedule, type FeeSchedule } from '../fee-schedule.ts';
import { decideTypedPrice } from '../fee-schedule-check.ts';
import { decideFeeLine } from '../fee-typed-line.ts';
import { countLabour } from '../labour-log.ts';
import { federalPack } from '../testing/fee-packs.ts';

const pack = federalPack('2027-05-03');

function usbByPost(method: FeeSchedule['method'], copyMinutes?: number): FeeQuote {
  const minutes = copyMinutes === undefined ? {} : { copyMinutes };
  const quote = quoteFee({ kind: 'usb', by: 'post', ...minutes }, { ...demoFeeSchedule, method }, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const notice = { quote: usbByPost('flat'), sentOn: calendarDate('2027-05-03') };
const accepted = { totalCents: 650, on: calendarDate('2027-05-03'), by: 'patient', channel: 'portal' } as const;

test('S10: told $6.50 all in, she says yes, and the work may start', () => {
  expect(notice.quote).toMatchObject({ totalCents: 650, method: 'flat' });
  expect(quoteFee({ kind: 'download' }, demoFeeSchedule, pack)).toMatchObject({ value: { totalCents: 0 } });
  expect(acceptFee(notice, accepted, pack).ok).toBe(true);
  expect(decideChargedWork(notice.quote, notice, accepted, pack)).toMatchObject({ value: { upToCents: 650 } });
});

test('S10: of 20 minutes 6 count, $12.40 is above the yes, and the work goes on at $6.50', () => {
  const labour = countLabour(
    [
      { task: 'burning', minutes: 6 },
      { task: 'finding', minutes: 14 },
    ],
    pack,
  );
  if (!labour.ok) throw new Error(labour.refusal.code);
  expect(labour.value).toMatchObject({ copyMinutes: 6, notCounted: [{ task: 'finding', minutes: 14 }] });
  const actual = usbByPost('actual', labour.value.copyMinutes);
  expect(actual.lines.map((line) => line.cents)).toEqual([240, 480, 520]);
  expect(actual.totalCents).toBe(1240);
  expect(decideQuoteChange(accepted, actual, {}, pack)).toMatchObject({
    refusal: { code: 'rise-needs-notice-and-agreement', agreedCents: 650, wantedCents: 1240, chargeCents: 650 },
  });
});

test('S10: had $12.40 been the quote from the start it would be lawful: 6.50 is no cap on the actual cost', () => {
  expect(usbByPost('actual', 6)).toMatchObject({ totalCents: 1240, needsSupervisor: false });
});

test('S10: “PACS retrieval $5.00” and “per image $0.25 × 42” can not be saved', () => {
  for (const label of ['retrieval', 'per-image'] as const) {
    expect(decideFeeLine(usbByPost('actual', 6), label, pack)).toMatchObject({
      refusal: { code: 'line-never-charged' },
    });
  }
  expect(decideTypedPrice({ label: 'other', cents: 25, per: 'image', heldAs: 'electronic' }, pack)).toMatchObject({
    refusal: { code: 'price-per-image' },
  });
});
