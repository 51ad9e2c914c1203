import { randomUUID } from 'node:crypto';
import { type Letter, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { readFeeCase } from '../fees/fee-case.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { isClosed, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { type Offer, offerLetter } from './offer-letter.ts';
import { type OfferedTimes, readLooking } from './read-looking.ts';
import { isOver } from './wall-clock.ts';

type Wish = Offer & { requestId: string };
type Unwritten =
  | { code: 'not-found' | 'wrong-step' | 'letter-incomplete' }
  | { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

/** The letter as it would go out, for whoever is about to offer times. */
export function previewInspectionOffer(app: App, _actor: StaffActor, wish: Wish): Promise<Outcome<Letter, Unwritten>> {
  return draft(app, wish);
}

/**
 * Offers one or more times to come and look, with place and whom to ask for, by letter (45 CFR 164.524(c)(3)(i)). What was
 * offered before stands no longer: one offer at a time is what a person can answer.
 */
export async function offerInspection(
  app: App,
  actor: StaffActor,
  wish: Wish,
): Promise<Outcome<{ offerId: string }, Unwritten | { code: 'storage-full' }>> {
  const letter = await draft(app, wish);
  if (!letter.ok) return letter;
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, wish.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (await isClosed(tx, request.id)) return refuse({ code: 'wrong-step' });
    // A second press of the button is the same offer, and no second letter.
    const standing = (await readLooking(tx, [request.id])).get(request.id)?.standing;
    if (standing?.is === 'offered' && isSame(standing.offer, wish)) return ok({ offerId: standing.offer.id });
    const letterId = await sendLetter(tx, app, actor, request, drawn.value);
    const offerId = randomUUID();
    await tx
      .insertInto('inspection_offer')
      .values({
        id: offerId,
        access_request_id: request.id,
        place: wish.place,
        ask_for: wish.askFor,
        times: JSON.stringify(inOrder(wish.times)),
        offered_by: actor.staffId,
        offered_at: app.now(),
        letter_id: letterId,
      })
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'inspection.offered',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { offerId, letterId, count: wish.times.length },
    });
    return ok({ offerId });
  });
}

async function draft(app: App, wish: Wish): Promise<Outcome<Letter, Unwritten>> {
  const found = await readFeeCase(app.db, app, wish.requestId);
  if (!found) return refuse({ code: 'not-found' });
  if (found.deliveries.every(({ kind }) => kind !== 'inspection')) return refuse({ code: 'wrong-step' });
  const fields = overTimes(app, found.facility, wish);
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields });
  return offerLetter(app, found, { ...wish, times: inOrder(wish.times) });
}

function overTimes(app: App, { timeZone }: FacilityFacts, { times }: Wish) {
  return times.flatMap((time, index) =>
    isOver(time, app.now(), timeZone)
      ? [{ pointer: `/times/${index}/on`, message: 'This time is over. Offer one that is still to come.' }]
      : [],
  );
}

function isSame(offer: OfferedTimes, { place, askFor, times }: Offer): boolean {
  return offer.place === place && offer.askFor === askFor && sameTimes(offer.times, inOrder(times));
}

function sameTimes(some: Offer['times'], others: Offer['times']): boolean {
  return some.length === others.length && some.every(({ on, at }, n) => on === others[n]?.on && at === others[n]?.at);
}

function inOrder(times: readonly Offer['times'][number][]): Offer['times'] {
  return [...times].sort((a, b) => `${a.on} ${a.at}`.localeCompare(`${b.on} ${b.at}`));
}
