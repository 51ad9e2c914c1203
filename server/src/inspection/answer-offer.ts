import { randomUUID } from 'node:crypto';
import { calendarDateIn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { isClosed, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import type { AnsweredBy, InspectionTime } from '../store/inspection-tables.ts';
import { readLooking } from './read-looking.ts';
import { isOver } from './wall-clock.ts';

/** One of the times on offer, or the wish for another one. */
type Answer = { offerId: string; time?: InspectionTime | undefined; wish?: string | undefined };
type Answered = Outcome<null, { code: 'not-found' | 'wrong-step' | 'not-on-offer' }>;

/** The person's own answer, from the page of their request. */
export function answerInspectionOffer(app: App, actor: RequesterActor, input: Answer): Promise<Answered> {
  return answer(app, actor, { ...input, requestId: actor.accessRequestId, how: 'portal' });
}

/** An answer that was told to staff, with the day on which it was said. */
export function recordInspectionAnswer(
  app: App,
  actor: StaffActor,
  input: Answer & { requestId: string; how: 'phone' | 'mail' | 'in-person'; saidOn: string },
): Promise<Answered> {
  return answer(app, actor, input);
}

/** Chooses a time or asks for another one; who has chosen may still change their mind. The latest word counts. */
function answer(
  app: App,
  actor: RequesterActor | StaffActor,
  { requestId, offerId, time, wish, how, saidOn }: Answer & { requestId: string; how: AnsweredBy; saidOn?: string },
): Promise<Answered> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const { timeZone, today } = await readFacilityFacts(tx, app);
    const looking = (await readLooking(tx, [requestId])).get(requestId);
    if (!request || !looking) return refuse({ code: 'not-found' });
    const { standing } = looking;
    const on = saidOn ?? today;
    const offer = standing.is === 'offered' || standing.is === 'chosen' ? standing.offer : undefined;
    if (offer?.id !== offerId || (await isClosed(tx, requestId))) return refuse({ code: 'wrong-step' });
    // Nobody answers what was not offered yet: the day of the answer may end a clock.
    const offeredOn = calendarDateIn(timeZone, offer.offeredAt.getTime());
    if (on < offeredOn || on > today) return refuse({ code: 'wrong-step' });
    if (time) {
      const isOffered = offer.times.some((one) => one.on === time.on && one.at === time.at);
      if (!isOffered || isOver(time, app.now(), timeZone)) return refuse({ code: 'not-on-offer' });
    }
    await tx
      .insertInto('inspection_answer')
      .values({
        id: randomUUID(),
        offer_id: offerId,
        chosen_on: time?.on ?? null,
        chosen_at: time?.at ?? null,
        wish: time ? null : (wish ?? ''),
        how,
        said_on: on,
        recorded_by: actor.kind === 'staff' ? actor.staffId : null,
        recorded_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'inspection.answered',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { offerId, outcome: time ? 'chosen' : 'another-time', channel: how },
    });
    return ok(null);
  });
}
