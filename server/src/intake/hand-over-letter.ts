import { calendarDateIn, letterSentOn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';

type Refusal = { code: 'not-found' | 'wrong-step' };

/** The carrier took the letter: that instant is when it was sent (OD-10). Printing it was not. */
export async function handOverLetter(
  app: App,
  actor: StaffActor,
  input: { letterId: string; carrier: string },
): Promise<Outcome<{ sentOn: string }, Refusal>> {
  const facility = await readFacilityFacts(app.db, app);
  return transaction(app.db, async (tx) => {
    const letter = await tx
      .selectFrom('letter')
      .innerJoin('access_request', 'access_request.id', 'letter.access_request_id')
      .select(['letter.id', 'letter.code', 'letter.sent_at', 'access_request.id as requestId', 'received_on'])
      .where('letter.id', '=', input.letterId)
      .where('access_request.facility_id', '=', app.facilityId)
      .forUpdate()
      .executeTakeFirst();
    if (!letter) return refuse({ code: 'not-found' });
    if (letter.sent_at) return refuse({ code: 'wrong-step' });
    const at = app.now();
    const { on } = letterSentOn(
      { channel: 'post', handedToCarrierAt: at.getTime() },
      facility.timeZone,
      packFor(facility, letter.received_on),
    );
    await tx.updateTable('letter').set({ sent_at: at }).where('id', '=', letter.id).execute();
    await tx
      .insertInto('letter_handover')
      .values({ letter_id: letter.id, carrier: input.carrier, handed_over_by: actor.staffId, handed_over_at: at })
      .execute();
    await raiseVersion(tx, letter.requestId);
    await appendAudit(tx, app, {
      type: 'letter.handed-over',
      outcome: 'success',
      actor,
      accessRequestId: letter.requestId,
      objects: { letterId: letter.id, code: letter.code },
    });
    return ok({ sentOn: on ?? calendarDateIn(facility.timeZone, at.getTime()) });
  });
}
