import { demoFeeSchedule } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { packFor } from '../facility/facility-facts.ts';
import { quoteDeliveries, quoteView } from './quote-deliveries.ts';

const pack = packFor({ policy: { choice: 'us-federal', provider: [], overlay: {}, decidedOn: null } }, '2027-05-03');
const shown = (kinds: Parameters<typeof quoteDeliveries>[0], exams: number) =>
  quoteView(quoteDeliveries(kinds, exams, demoFeeSchedule, pack));

test('a quote is told with its lines, with the rules behind it in both languages, and says that prints are an estimate', () => {
  const quote = shown(['online', 'usb', 'prints'], 2);
  // Flat 6.50; two exams: 10 minutes, 8 sheets, mailer and post.
  expect(quote.lines.map((line) => line.cents)).toEqual([650, 400, 1000, 520]);
  expect(quote).toMatchObject({ totalCents: 2570, approximate: true });
  expect(quote.why?.map((reason) => reason.cite)).toContain('45 CFR 164.524(c)(4); HHS FAQ 2029 and 2030');
  for (const { words } of quote.why ?? []) expect(words.en).not.toBe(words.es);
});

test('two media pay one flat fee, and a request without exams is priced as one', () => {
  expect(shown(['cd', 'usb'], 1)).toMatchObject({ totalCents: 650, method: 'flat', approximate: false });
  expect(shown(['cd'], 0).totalCents).toBe(650);
});
