import { type CalendarDate, calendarDateIn, type Pack } from '@echoback/right-of-access';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import type { Db } from '../store/database.ts';
import { type RequestUnderRules, readFee } from './read-fee.ts';

/**
 * The day on which the fee that was asked for first had come in whole, for periods that a law counts from payment. Nothing
 * is awaited where nothing is owed or the person can not pay; absent while it is awaited. Where the bill goes out with the
 * copy (OD-9), no period waits for money, and nobody asks.
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
  const owed = (fee.inForce ?? fee.pending)?.quote.totalCents ?? 0;
  if (owed === 0 || cannotPay) return 'nothing-to-pay';
  let paid = 0;
  for (const { cents, recorded_at } of payments) {
    paid += cents;
    if (paid >= owed) return calendarDateIn(facility.timeZone, recorded_at.getTime());
  }
  return undefined;
}
