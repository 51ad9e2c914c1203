import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type DueWorking, dueWorking, packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { PublicActor } from '../identity/actor.ts';
import type { DeliveryKind } from '../store/schema.ts';
import { quoteDeliveries, quoteView } from './quote-deliveries.ts';

const kinds: DeliveryKind[] = ['online', 'secure-link', 'cd', 'dvd', 'usb', 'prints'];
type QuoteView = ReturnType<typeof quoteView>;

/** Fee and due date as they would be if the request were sent today. Nothing is kept. */
export async function makeQuote(
  app: App,
  _actor: PublicActor,
  input: { deliveries: DeliveryKind[]; examCount: number },
): Promise<Outcome<{ fee: QuoteView; due: DueWorking; prices: Record<DeliveryKind, QuoteView> }, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const pack = packFor(facility, facility.today);
  const quote = (wanted: DeliveryKind[]) =>
    quoteView(quoteDeliveries(wanted, input.examCount, facility.feeSchedule, pack));
  const prices = Object.fromEntries(kinds.map((kind) => [kind, quote([kind])])) as Record<DeliveryKind, QuoteView>;
  return ok({
    fee: quote(input.deliveries),
    due: dueWorking(facility.today, { receivedOn: facility.today, pack }),
    prices,
  });
}
