import { randomUUID } from 'node:crypto';
import { type Joined, type Linked, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { carryInstrument } from '../authority/carry-instrument.ts';
import { type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { voidFee } from '../fees/refund-fee.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem, raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { draftJoinedLetter } from './joined-letter.ts';
import {
  decideOnPair,
  deliveryKey,
  isEarlier,
  isSameRequester,
  type OtherRequest,
  readWithOthers,
} from './other-requests.ts';

export type JoinAnswer = { kind: 'joined' | 'linked'; earlierId: string };
type Refusal = { code: 'not-found' | 'wrong-step' | 'other-patient' | 'storage-full' };
type Pair = { earlier: OtherRequest; later: OtherRequest };

/**
 * Joins a repeat to the request that came first: its day governs, and what the later one asked beyond it goes along. With
 * another exam, or asked by somebody else, the two are only linked and each keeps its own day.
 */
export async function joinRequests(
  app: App,
  actor: StaffActor,
  input: { requestId: string; otherId: string },
): Promise<Outcome<JoinAnswer, Refusal>> {
  const facility = await readFacilityFacts(app.db, app);
  const pair = await readPair(app, input);
  if (!pair) return refuse({ code: 'not-found' });
  const decision = decideOnPair(pair.earlier, pair.later);
  if (!decision.ok)
    return refuse({ code: decision.refusal.code === 'another-patient' ? 'other-patient' : 'wrong-step' });
  const outcome = decision.value;
  if (outcome.kind === 'linked' || !isSameRequester(pair.earlier, pair.later)) {
    return link(app, actor, pair, outcome);
  }
  return join(app, actor, facility, pair, outcome);
}

async function readPair(app: App, { requestId, otherId }: { requestId: string; otherId: string }) {
  const one = await app.db
    .selectFrom('access_request')
    .select('patient_birth_date')
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!one || requestId === otherId) return undefined;
  const all = await readWithOthers(app.db, app, one.patient_birth_date);
  const [a, b] = [all.find(({ id }) => id === requestId), all.find(({ id }) => id === otherId)];
  if (!a || !b) return undefined;
  return isEarlier(a, b) ? { earlier: a, later: b } : { earlier: b, later: a };
}

function link(
  app: App,
  actor: StaffActor,
  pair: Pair,
  outcome: Joined | Linked,
): Promise<Outcome<JoinAnswer, Refusal>> {
  return transaction(app.db, async (tx) => {
    await writeLink(tx, app, actor, pair, 'linked', outcome.why);
    return ok({ kind: 'linked' as const, earlierId: pair.earlier.id });
  });
}

async function join(
  app: App,
  actor: StaffActor,
  facility: FacilityFacts,
  pair: Pair,
  outcome: Joined,
): Promise<Outcome<JoinAnswer, Refusal>> {
  const { earlier, later } = pair;
  const added = later.deliveries.filter((delivery) => outcome.addedDeliveries.includes(deliveryKey(delivery)));
  const drawn = await drawLetter(app, await draftJoinedLetter(app, facility, { earlier, later, added }));
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    for (const id of [earlier.id, later.id].sort()) await lockRequest(tx, app, id);
    // A copy that was frozen already is not the one that the other recipient would get.
    if (added.length > 0 && (await isReleased(tx, earlier.id))) return refuse({ code: 'wrong-step' });
    for (const item of later.items) {
      const moved = await moveExamItem(tx, app, actor, item.id, 'join', { askedBefore: true, deliveriesKept: true });
      if (!moved.ok) return refuse({ code: 'wrong-step' });
    }
    await addDeliveries(tx, earlier, added);
    await raiseVersion(tx, earlier.id);
    await writeLink(tx, app, actor, pair, 'joined', outcome.why);
    // One fee at most: what the repeat was to cost is asked for no more.
    await voidFee(tx, app, actor, later.id);
    await keepLetter(tx, app, actor, later.id, drawn.value);
    if (later.requester_email) {
      await queueMail(tx, app, {
        channel: 'email',
        recipient: later.requester_email,
        accessRequestId: later.id,
        language: later.language,
        wish: { kind: 'news', reference: later.reference, address: app.config.publicUrl },
      });
    }
    return ok({ kind: 'joined' as const, earlierId: earlier.id });
  });
}

async function isReleased(tx: Tx, requestId: string): Promise<boolean> {
  const release = await tx
    .selectFrom('release')
    .select('id')
    .where('access_request_id', '=', requestId)
    .executeTakeFirst();
  return release !== undefined;
}

async function addDeliveries(tx: Tx, earlier: OtherRequest, added: OtherRequest['deliveries']): Promise<void> {
  for (const [index, { id: before, kind, recipient }] of added.entries()) {
    const id = randomUUID();
    await tx
      .insertInto('asked_delivery')
      .values({
        id,
        access_request_id: earlier.id,
        ordinal: earlier.deliveries.length + index,
        kind,
        recipient: JSON.stringify(recipient),
      })
      .execute();
    await carryYes(tx, before, id);
    await carryInstrument(tx, before, { askedDeliveryId: id, accessRequestId: earlier.id });
  }
}

/** Who said yes to plain mail is not asked again. */
async function carryYes(tx: Tx, before: string, id: string): Promise<void> {
  const said = await tx.selectFrom('mail_warning').selectAll().where('asked_delivery_id', '=', before).execute();
  for (const yes of said)
    await tx
      .insertInto('mail_warning')
      .values({ ...yes, asked_delivery_id: id })
      .execute();
}

async function writeLink(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { earlier, later }: Pair,
  kind: 'joined' | 'linked',
  why: Joined['why'],
): Promise<void> {
  const values = {
    earlier_id: earlier.id,
    later_id: later.id,
    kind,
    why: JSON.stringify(why),
    decided_by: actor.staffId,
    decided_at: app.now(),
  };
  await tx
    .insertInto('request_link')
    .values(values)
    .onConflict((conflict) => conflict.columns(['earlier_id', 'later_id']).doUpdateSet(values))
    .execute();
  for (const accessRequestId of [earlier.id, later.id]) {
    await appendAudit(tx, app, {
      type: kind === 'joined' ? 'requests.joined' : 'requests.linked',
      outcome: 'success',
      actor,
      accessRequestId,
      objects: { earlier: earlier.id, later: later.id },
    });
  }
}
