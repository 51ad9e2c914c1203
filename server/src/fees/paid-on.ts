import { type CalendarDate, calendarDateIn, type Pack } from '@echoback/right-of-access';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import type { Db } from '../store/database.ts';
import { type FeeOfRequest, feeStandingAt, type RequestUnderRules, readFee } from './read-fee.ts';

/**
 * The day on which the fee that was asked for first had come in whole, for periods that a law counts from payment. A period
 * that began stays begun: a fee that rises afterwards is another sum, and owed only by its own yes. Nothing is awaited where
 * nothing is owed or the person can not pay; absent while it is awaited. Where the bill goes out with the copy (OD-9), no
 * period waits for money, and nobody asks.
 */
export async function readPaidOn(
  db: Db,
  facility: FacilityFacts,
  request: RequestUnderRules,
  pack: Pack,
): Promise<CalendarDate | 'nothing-to-pay' | undefined> {
  const counts = pack.access.some(({ startsOn }) => startsOn === 'requestAndPayment');
  if (!counts || pack.answers['OD-9'] === 'invoice-with-release') return undefined;
  const [fee, cannotPay, payments] = await Promise.all([
    readFee(db, facility, request),
    db
      .selectFrom('fee_circumstance')
      .select('id')
      .where('access_request_id', '=', request.id)
      .where('kind', '=', 'cannot-pay')
      .executeTakeFirst(),
    db
      .selectFrom('fee_payment')
      .select(['cents', 'recorded_at'])
      .where('access_request_id', '=', request.id)
      .orderBy('recorded_at')
      .execute(),
  ]);
  if (fee.quotes.length === 0 || cannotPay) return 'nothing-to-pay';
  for (const at of momentsOf(fee, payments)) {
    const { inForce, pending } = feeStandingAt(fee, at, facility.timeZone);
    const owed = (inForce ?? pending)?.quote.totalCents ?? 0;
    if (owed === 0) return 'nothing-to-pay';
    const come = payments.filter(({ recorded_at }) => recorded_at <= at);
    const paid = come.reduce((sum, { cents }) => sum + cents, 0);
    const last = come.at(-1);
    if (last && paid >= owed) return calendarDateIn(facility.timeZone, last.recorded_at.getTime());
  }
  return undefined;
}

/** Every instant at which what is owed or what was paid changed, from the first to the last. */
function momentsOf({ quotes }: FeeOfRequest, payments: readonly { recorded_at: Date }[]): Date[] {
  const instants = [
    ...quotes.map(({ quoted_at }) => quoted_at),
    ...quotes.flatMap(({ sent_at }) => sent_at ?? []),
    ...quotes.flatMap(({ answers }) => answers.map(({ recorded_at }) => recorded_at)),
    ...payments.map(({ recorded_at }) => recorded_at),
  ];
  return instants.sort((a, b) => a.getTime() - b.getTime());
}
