import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ExplainedDue, explainedDue } from '../facility/explain-due.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import { type AskedWay, quoteDeliveries, quoteView } from '../fees/quote-deliveries.ts';
import type { PublicActor } from '../identity/actor.ts';
import { firstAskedKind } from '../inspection/owed-access.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

const kinds: DeliveryKind[] = [
  'online',
  'email-unencrypted',
  'secure-link',
  'cd',
  'dvd',
  'usb',
  'prints',
  'other-form',
  'inspection',
];
type QuoteView = ReturnType<typeof quoteView>;
type Prices = Record<DeliveryKind, QuoteView>;
export type QuoteAnswer = { fee: QuoteView; due: ExplainedDue; prices: Prices; pricesToOthers: Prices };

/** Fee and due date as they would be if the request were sent today. Nothing is kept. */
export async function makeQuote(
  app: App,
  _actor: PublicActor,
  { deliveries, toOthers, examCount }: { deliveries: DeliveryKind[]; toOthers: DeliveryKind[]; examCount: number },
): Promise<Outcome<QuoteAnswer, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const pack = packFor(facility, facility.today);
  const quote = (ways: readonly AskedWay[]) => quoteView(quoteDeliveries(ways, examCount, facility.feeSchedule, pack));
  const to = (who: 'self' | 'third-party') => (kind: DeliveryKind) => ({ kind, who });
  const each = (way: ReturnType<typeof to>) =>
    Object.fromEntries(kinds.map((kind) => [kind, quote([way(kind)])])) as Prices;
  return ok({
    fee: quote([...deliveries.map(to('self')), ...toOthers.map(to('third-party'))]),
    due: explainedDue(facility.today, {
      receivedOn: facility.today,
      pack,
      facts: {
        kind: firstAskedKind(
          [...deliveries, ...toOthers].map((kind) => ({ kind })),
          facility.today,
          pack,
        ),
      },
    }),
    prices: each(to('self')),
    pricesToOthers: each(to('third-party')),
  });
}
