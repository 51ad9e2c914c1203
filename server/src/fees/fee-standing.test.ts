import { calendarDate, demoFeeSchedule, type FeeQuote, quoteFees, waiveFee } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { packUnder } from '../facility/policy.ts';
import { feeStanding, type TracedQuote } from './fee-standing.ts';

const pack = packUnder({ choice: 'us-federal', provider: [], overlay: {}, decidedOn: null }, '2027-05-03');
const on = calendarDate('2027-05-03');

function quoted(minutes: number): FeeQuote {
  const schedule = { ...demoFeeSchedule, method: 'actual' as const };
  const quote = quoteFees([{ kind: 'usb', by: 'post', copyMinutes: minutes }], schedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const told = (id: string, quote: FeeQuote): TracedQuote => ({ id, quote, notice: { quote, sentOn: on } });
const agreed = (id: string, quote: FeeQuote): TracedQuote => ({
  ...told(id, quote),
  yes: { totalCents: quote.totalCents, on, by: 'patient', channel: 'portal' },
  answer: 'yes',
});

test('before the notice and the yes nothing is charged; after them the work may begin', () => {
  expect(feeStanding([{ id: 'a', quote: quoted(6) }], pack)).toMatchObject({
    inForce: undefined,
    pending: { id: 'a', state: 'not-told' },
    work: { refusal: { code: 'notice-missing' } },
  });
  expect(feeStanding([told('a', quoted(6))], pack)).toMatchObject({
    pending: { state: 'waiting' },
    work: { refusal: { code: 'not-accepted' } },
  });
  expect(feeStanding([agreed('a', quoted(6))], pack)).toMatchObject({
    inForce: { id: 'a' },
    pending: undefined,
    work: { value: { upToCents: 1240 } },
  });
});

test('a higher quote waits while the work goes on at the agreed one; a no leaves it there', () => {
  const first = agreed('a', quoted(6));
  const standing = feeStanding([first, told('b', quoted(60))], pack);
  expect(standing).toMatchObject({ inForce: { id: 'a' }, pending: { id: 'b', state: 'waiting' } });
  expect(standing.work).toMatchObject({ value: { upToCents: 1240 } });
  expect(feeStanding([first, { ...told('b', quoted(60)), answer: 'no' }], pack)).toMatchObject({
    inForce: { id: 'a' },
    pending: { state: 'declined' },
  });
  expect(feeStanding([first, agreed('b', quoted(60))], pack)).toMatchObject({ inForce: { id: 'b' } });
});

test('a lower quote holds at once, and the way back up needs a new yes', () => {
  const fell: TracedQuote = { id: 'b', quote: quoted(1) };
  expect(feeStanding([agreed('a', quoted(6)), fell], pack)).toMatchObject({ inForce: { id: 'b' }, pending: undefined });
  expect(feeStanding([agreed('a', quoted(6)), fell, { id: 'c', quote: quoted(6) }], pack)).toMatchObject({
    inForce: { id: 'b' },
    pending: { id: 'c', state: 'not-told' },
  });
});

test('what was waived stays free until somebody agrees to a fee again', () => {
  const first = agreed('a', quoted(6));
  const waived = waiveFee(first.quote, { kind: 'hardship', reason: '', by: 'staff', on }, pack);
  if (!waived.ok) throw new Error(waived.refusal.code);
  const free: TracedQuote = { id: 'b', quote: waived.value };
  expect(feeStanding([first, free], pack)).toMatchObject({ inForce: { id: 'b' }, work: { value: { upToCents: 0 } } });
  expect(feeStanding([first, free, { id: 'c', quote: quoted(6) }], pack)).toMatchObject({ inForce: { id: 'b' } });
  expect(feeStanding([], pack)).toMatchObject({ inForce: undefined, pending: undefined });
});
