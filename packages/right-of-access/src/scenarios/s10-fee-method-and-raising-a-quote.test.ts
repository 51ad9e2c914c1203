import { expect, test } from 'vitest';
import { aboutIt, dueShown, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { type FeeQuote, quoteFees } from '../fee.ts';
import { acceptFee, decideChargedWork, decideQuoteChange } from '../fee-agreement.ts';
import { demoFeeSchedule, type FeeSchedule } from '../fee-schedule.ts';
import { decideTypedPrice } from '../fee-schedule-check.ts';
import { decideFeeLine } from '../fee-typed-line.ts';
import { countLabour } from '../labour-log.ts';
import { federalPack } from '../testing/fee-packs.ts';

const pack = federalPack('2027-05-03');

function usbByPost(method: FeeSchedule['method'], copyMinutes?: number): FeeQuote {
  const minutes = copyMinutes === undefined ? {} : { copyMinutes };
  const quote = quoteFees([{ kind: 'usb', by: 'post', ...minutes }], { ...demoFeeSchedule, method }, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const notice = { quote: usbByPost('flat'), sentOn: calendarDate('2027-05-03') };
const accepted = { totalCents: 650, on: calendarDate('2027-05-03'), by: 'patient', channel: 'portal' } as const;

test('S10: told $6.50 all in, she says yes, and the work may start', () => {
  expect(notice.quote).toMatchObject({ totalCents: 650, method: 'flat' });
  expect(quoteFees([{ kind: 'download' }], demoFeeSchedule, pack)).toMatchObject({ value: { totalCents: 0 } });
  expect(acceptFee(notice, accepted, pack).ok).toBe(true);
  expect(decideChargedWork(notice.quote, notice, accepted, pack)).toMatchObject({ value: { upToCents: 650 } });
});

test('S10: L-FEE the same day: $6.50 all in with its rule, and the free ways beside it', () => {
  const { totalCents, method, lines } = notice.quote;
  const letter = letterWords('L-FEE', {
    ...aboutIt('2027-05-03'),
    fee: { totalCents, method, lines, approximate: false, cite: 'HHS FAQ 2029 and 2030' },
    ways: [{ kind: 'usb' }],
    due: dueShown('2027-05-03'),
  });
  expect(letter).toContain('One flat fee for copying, disc or stick, and postage\n$6.50\nHHS FAQ 2030');
  expect(letter).toContain('Look at your pictures online, and save them one by one.\nDownload everything as one file.');
  expect(letter).toContain('We never charge for finding your pictures, or for checking who you are.');
});

test('S10: a notice of $12.40 tells that the $6.50 she agreed to stands until she says yes', () => {
  const { totalCents, method, lines } = usbByPost('actual', 6);
  const letter = letterWords('L-FEE', {
    ...aboutIt('2027-05-06'),
    fee: { totalCents, method, lines, approximate: false, cite: 'HHS FAQ 2029 and 2030' },
    ways: [{ kind: 'usb' }],
    agreedCents: 650,
    due: dueShown('2027-05-03'),
  });
  expect(letter).toMatch(/Work of copying\n\$2\.40\n[^$]*USB stick\n\$4\.80\n[^$]*Mailer and postage\n\$5\.20/);
  expect(letter).toContain('$12.40');
  expect(letter).toMatch(/\$6\.50/);
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
