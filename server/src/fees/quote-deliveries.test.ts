import { demoFeeSchedule } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { packUnder } from '../facility/policy.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { quoteDeliveries, quoteOf, quoteView, quoteWays } from './quote-deliveries.ts';

const pack = packUnder({ choice: 'us-federal', provider: [], overlay: {}, decidedOn: null }, '2027-05-03');
const shown = (kinds: DeliveryKind[], exams: number) =>
  quoteView(
    quoteDeliveries(
      kinds.map((kind) => ({ kind })),
      exams,
      demoFeeSchedule,
      pack,
    ),
  );

test('a quote is told with its lines, with the rules behind it in both languages, and says that prints are an estimate', () => {
  const quote = shown(['online', 'usb', 'prints'], 2);
  // Flat 6.50; two exams: 10 minutes, 8 sheets, mailer and post.
  expect(quote.lines.map((line) => line.cents)).toEqual([650, 400, 1000, 520]);
  expect(quote).toMatchObject({ totalCents: 2570, approximate: true });
  expect(quote.why.map((reason) => reason.cite)).toContain('45 CFR 164.524(c)(4); HHS FAQ 2029 and 2030');
  for (const { words } of quote.why) expect(words.en).not.toBe(words.es);
});

test('two media pay one flat fee, and a request without exams is priced as one', () => {
  expect(shown(['cd', 'usb'], 1)).toMatchObject({ totalCents: 650, method: 'flat', approximate: false });
  expect(shown(['cd'], 0).totalCents).toBe(650);
});

test('a link to somebody else is free, a disc goes by the directive, and prints by the authorization', () => {
  const priced = (kind: DeliveryKind) =>
    quoteView(quoteDeliveries([{ kind, who: 'third-party' }], 1, demoFeeSchedule, pack));
  expect(priced('secure-link')).toMatchObject({ totalCents: 0, method: 'free' });
  expect(priced('cd')).toMatchObject({ totalCents: 650, route: 'directive' });
  // 5 minutes, 4 sheets, mailer and post: never above what they cost.
  expect(priced('prints')).toMatchObject({ totalCents: 200 + 500 + 520, route: 'authorization' });
});

test('logged minutes are counted once, whatever the number of copies', () => {
  const quote = quoteWays([{ kind: 'cd' }, { kind: 'prints' }], 1, { ...demoFeeSchedule, method: 'actual' }, pack, {
    copyMinutes: 6,
  });
  if (!quote.ok) throw new Error(quote.refusal.code);
  expect(quote.value.lines.filter(({ label }) => label === 'labour').map(({ cents }) => cents)).toEqual([240, 0]);
});

test('a kept quote is the quote that was worked out', () => {
  const quote = quoteDeliveries([{ kind: 'usb' }], 1, demoFeeSchedule, pack);
  expect(quoteOf(JSON.parse(JSON.stringify(quoteView(quote))))).toMatchObject(JSON.parse(JSON.stringify(quote)));
});
