import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import { quoteWaysAnew } from '../fees/quote-ways-anew.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { makePasscode } from '../identity/passcode.ts';
import { sendLate } from '../releases/send-late.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { AgreedBy } from '../store/form-tables.ts';
import { type DeliveryInstrument, readInstruments } from './instruments.ts';

type Choice = { directiveId: string; kind: 'secure-link' | 'cd' | 'usb'; recipientEmail?: string | undefined };
type Chosen = Outcome<
  /** Of a secure link, told once: the person passes it on another way. */
  { passcode: string | null },
  { code: 'not-found' | 'wrong-step' } | { code: 'invalid-input'; fields: { pointer: string; message: string }[] }
>;

/** The person's own yes, on the page of their request. */
export function chooseElectronicCopy(app: App, actor: RequesterActor, input: Choice): Promise<Chosen> {
  return choose(app, actor, { ...input, requestId: actor.accessRequestId, how: 'portal' });
}

/** A yes that was told to staff. */
export function recordElectronicCopy(
  app: App,
  actor: StaffActor,
  input: Choice & { requestId: string; how: Exclude<AgreedBy, 'portal'> },
): Promise<Chosen> {
  return choose(app, actor, input);
}

/**
 * Prints for somebody else are beyond a directive; an electronic copy to the same person is within the one that is there,
 * so the yes is all that it takes, and its day stays (45 CFR 164.524(c)(3)(ii); Ciox Health v. Azar).
 */
async function choose(
  app: App,
  actor: RequesterActor | StaffActor,
  input: Choice & { requestId: string; how: AgreedBy },
): Promise<Chosen> {
  const { passcode, passcodeHash } = await makePasscode(app);
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    const facility = await readFacilityFacts(tx, app);
    const { sources } = await packOfRequest(tx, facility, request);
    const instruments = await readInstruments(tx, request.id, app.now(), facility.timeZone, sources);
    const instrument = instruments.find(({ directiveId }) => directiveId === input.directiveId);
    if (!instrument) return refuse({ code: 'not-found' });
    if (!offersElectronicCopy(instrument)) return refuse({ code: 'wrong-step' });
    const isLink = input.kind === 'secure-link';
    const email = instrument.recipient.email ?? input.recipientEmail;
    if (isLink && !email) return lacks('/recipientEmail', 'Where should the link go?');
    if (!isLink && !instrument.recipient.address) return lacks('/kind', 'Where should we mail it?');
    const recipient = { ...instrument.recipient, ...(isLink ? { email, passcodeHash } : {}) };
    await takeTheForm(tx, instrument, input.kind, recipient);
    await quoteWaysAnew(tx, app, request.id, actor.kind === 'staff' ? actor.staffId : null);
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'format.agreed',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { askedDeliveryId: instrument.askedDeliveryId, kind: input.kind, channel: input.how },
    });
    await sendLate(tx, app, request.id);
    return ok({ passcode: isLink ? passcode : null });
  });
}

function offersElectronicCopy({ refusal }: DeliveryInstrument): boolean {
  if (refusal?.code !== 'not-an-electronic-copy') return false;
  return refusal.offers.some(({ offer }) => offer === 'electronic-copy-to-recipient');
}

function lacks(pointer: string, message: string): Chosen {
  return refuse({ code: 'invalid-input', fields: [{ pointer, message }] });
}

async function takeTheForm(
  tx: Tx,
  { askedDeliveryId }: DeliveryInstrument,
  kind: Choice['kind'],
  recipient: object,
): Promise<void> {
  await tx
    .updateTable('asked_delivery')
    .set({ kind, recipient: JSON.stringify(recipient) })
    .where('id', '=', askedDeliveryId)
    .execute();
}
