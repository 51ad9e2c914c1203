import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ExplainedDue, explainedDue } from '../facility/explain-due.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import { quoteDeliveries, quoteView } from '../fees/quote-deliveries.ts';
import type { PublicActor } from '../identity/actor.ts';
import type { DeliveryKind } from '../store/schema.ts';

const kinds: DeliveryKind[] = ['online', 'secure-link', 'cd', 'dvd', 'usb', 'prints'];
type QuoteView = ReturnType<typeof quoteView>;

/** Fee and due date as they would be if the request were sent today. Nothing is kept. */
export async function makeQuote(
  app: App,
  _actor: PublicActor,
  input: { deliveries: DeliveryKind[]; toOthers?: DeliveryKind[] | undefined; examCount: number },
): Promise<Outcome<{ fee: QuoteView; due: ExplainedDue; prices: Record<DeliveryKind, QuoteView> }, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const pack = packFor(facility, facility.today);
  const { toOthers = [] } = input;
  const quote = (wanted: DeliveryKind[]) => {
    const ways = wanted.map((kind) => ({ kind, who: toOthers.includes(kind) ? 'third-party' : 'self' }) as const);
    return quoteView(quoteDeliveries(ways, input.examCount, facility.feeSchedule, pack));
  };
  const prices = Object.fromEntries(kinds.map((kind) => [kind, quote([kind])])) as Record<DeliveryKind, QuoteView>;
  return ok({
    fee: quote(input.deliveries),
    due: explainedDue(facility.today, { receivedOn: facility.today, pack }),
    prices,
  });
}
