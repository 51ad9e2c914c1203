import {
  type CalendarDate,
  calendarDate,
  decideFormat,
  isPosted,
  type Outcome,
  ok,
  refuse,
  type Why,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import { quoteWaysAnew } from '../fees/quote-ways-anew.ts';
import { writeAnswer, writeNotice } from '../fees/write-quote.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { prepareAgain } from '../releases/prepare-again.ts';
import { isClosed, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { AgreedBy, FormKind } from '../store/form-tables.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { deliveryOfForm, formatWish } from './offered-forms.ts';
import { readOpenOffers } from './read-forms.ts';

type Chosen = { offerId: string; chosen: FormKind; declined: FormKind[]; address?: string[] | undefined };
type Refusal =
  | { code: 'not-found' | 'wrong-step' | 'electronic-forms-first' | 'not-on-offer' }
  | { code: 'invalid-input'; fields: { pointer: string; message: string }[] };
type Agreed = Outcome<null, Refusal>;

/** The person's own choice among the forms on offer, on the page of their request. */
export function chooseForm(app: App, actor: RequesterActor, input: Chosen): Promise<Agreed> {
  return agree(app, actor, { ...input, requestId: actor.accessRequestId, how: 'portal' });
}

/** A choice that was told to staff, with the day on which it was said. */
export function recordFormChoice(
  app: App,
  actor: StaffActor,
  input: Chosen & { requestId: string; how: 'phone' | 'mail' | 'in-person'; on: string },
): Promise<Agreed> {
  return agree(app, actor, input);
}

type Agreement = Chosen & { requestId: string; how: AgreedBy; on?: string };

/**
 * The form that was chosen takes the place of the one that can not be made, at the price that its letter told. Paper ends it
 * only where every electronic form was turned down. No date moves: 45 CFR 164.524(c)(2).
 */
function agree(app: App, actor: RequesterActor | StaffActor, input: Agreement): Promise<Agreed> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    const offer = (await readOpenOffers(tx, input.requestId)).find(({ id }) => id === input.offerId);
    if (!request || !offer) return refuse({ code: 'not-found' });
    const facility = await readFacilityFacts(tx, app);
    const on = calendarDate(input.on ?? facility.today);
    if (on > facility.today || (await isClosed(tx, request.id))) return refuse({ code: 'wrong-step' });
    const agreement = { on, chosen: input.chosen, declined: input.declined };
    const { sources } = await packOfRequest(tx, facility, request);
    const decided = decideFormat(formatWish(offer.asked, offer.forms, offer.unable, agreement), sources);
    if (!decided.ok) return refuse({ code: codeOf(decided.refusal.code) });
    const kind = deliveryOfForm(input.chosen);
    const address = await addressFor(tx, offer.askedDeliveryId, kind, input.address ?? request.requester_address);
    if (address === undefined) {
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/address', message: 'Where should we mail it?' }] });
    }
    await writeAgreement(tx, app, actor, input, on, decided.value.why);
    await takeTheForm(tx, offer.askedDeliveryId, kind, address);
    await takeThePrice(tx, app, actor, input, { on, letterId: offer.letterId });
    await prepareAgain(tx, app, offer.askedDeliveryId);
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'format.agreed',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { offerId: offer.id, kind: input.chosen, channel: input.how },
    });
    return ok(null);
  });
}

function codeOf(code: string): 'electronic-forms-first' | 'not-on-offer' | 'wrong-step' {
  return code === 'electronic-forms-first' || code === 'not-on-offer' ? code : 'wrong-step';
}

/** Where a parcel goes; null where nothing is posted, undefined where nobody has said. */
async function addressFor(
  tx: Tx,
  askedDeliveryId: string,
  kind: DeliveryKind,
  said: string[] | null,
): Promise<string[] | null | undefined> {
  if (!isPosted(kind)) return null;
  const { recipient } = await tx
    .selectFrom('asked_delivery')
    .select('recipient')
    .where('id', '=', askedDeliveryId)
    .executeTakeFirstOrThrow();
  return recipient.address ?? said ?? undefined;
}

async function writeAgreement(
  tx: Tx,
  app: App,
  actor: RequesterActor | StaffActor,
  { offerId, chosen, declined, how }: Agreement,
  on: CalendarDate,
  why: Why,
): Promise<void> {
  await tx.updateTable('wait').set({ ended_at: app.now() }).where('id', '=', offerId).execute();
  await tx
    .insertInto('format_agreement')
    .values({
      wait_id: offerId,
      chosen,
      declined: JSON.stringify(declined),
      how,
      why: JSON.stringify(why),
      agreed_on: on,
      recorded_by: actor.kind === 'staff' ? actor.staffId : null,
      recorded_at: app.now(),
    })
    .execute();
}

/** What was asked for first stays with the offer. */
async function takeTheForm(
  tx: Tx,
  askedDeliveryId: string,
  kind: DeliveryKind,
  address: string[] | null,
): Promise<void> {
  const { recipient } = await tx
    .selectFrom('asked_delivery')
    .select('recipient')
    .where('id', '=', askedDeliveryId)
    .executeTakeFirstOrThrow();
  const { form: _, ...kept } = recipient;
  await tx
    .updateTable('asked_delivery')
    .set({ kind, recipient: JSON.stringify({ ...kept, ...(address ? { address } : {}) }) })
    .where('id', '=', askedDeliveryId)
    .execute();
  await tx
    .updateTable('delivery')
    .set({ kind })
    .where('asked_delivery_id', '=', askedDeliveryId)
    .where('ready_at', 'is', null)
    .execute();
}

/** L-FMT told the price beside the form: choosing it is the yes to it. */
async function takeThePrice(
  tx: Tx,
  app: App,
  actor: RequesterActor | StaffActor,
  { requestId, how }: Agreement,
  { on, letterId }: { on: CalendarDate; letterId: string },
): Promise<void> {
  const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
  const price = await quoteWaysAnew(tx, app, requestId, recordedBy);
  if (!price || price.totalCents === 0) return;
  const { feeCase, quoteId, totalCents } = price;
  const noticeId = await writeNotice(tx, app, { quoteId, letterId, sentBy: recordedBy });
  const by = feeCase.request.requester_is === 'self' ? 'patient' : 'representative';
  const channel = how === 'mail' ? 'paper' : how;
  await writeAnswer(tx, app, { noticeId, answer: 'yes', totalCents, by, channel, recordedBy, on });
}
