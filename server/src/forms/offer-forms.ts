import { randomUUID } from 'node:crypto';
import {
  decideFormat,
  type Excuse,
  formNames,
  type Inability,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  ok,
  refuse,
  whyUnable,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dueOf } from '../authority/lack-letter.ts';
import { type FeeCase, readFeeCase } from '../fees/fee-case.ts';
import type { Actor, StaffActor } from '../identity/actor.ts';
import { type DrawnLetter, drawLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { isClosed, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import type { FormKind, OfferedForm } from '../store/form-tables.ts';
import { formatWish, makeable, pricedForms } from './offered-forms.ts';
import { formOf, readOpenOffers } from './read-forms.ts';

type Wish = { requestId: string; askedDeliveryId: string; why: Inability | Excuse };
type Fields = { fields?: { pointer: string; message: string }[] };
type Unoffered =
  | { code: 'not-found' | 'wrong-step' | 'letter-incomplete' }
  | ({ code: 'no-reason-to-refuse' } & Fields);

/** The letter as it would go out, for whoever is about to offer other forms. */
export async function previewOffer(app: App, _actor: StaffActor, wish: Wish): Promise<Outcome<Letter, Unoffered>> {
  const drafted = await draftOffer(app, wish, makeable);
  return drafted.ok ? ok(drafted.value.letter) : drafted;
}

/**
 * Offers what can be made in place of a form that can not, each with its price (L-FMT). Habit is no reason: whatever the
 * facility is able to make is given as it was asked for. The deadline stands while the person chooses.
 */
export async function offerForms(
  app: App,
  actor: StaffActor,
  wish: Wish,
): Promise<Outcome<{ offerId: string }, Unoffered | { code: 'storage-full' }>> {
  const drafted = await draftOffer(app, wish, makeable);
  if (!drafted.ok) {
    if (drafted.refusal.code === 'no-reason-to-refuse') await accountForExcuse(app, actor, wish);
    return drafted;
  }
  return keepOffer(app, actor, wish, drafted.value);
}

/** Mail that would be too large is offered in other forms by the program itself, once. */
export async function offerInsteadOfMail(
  app: App,
  actor: Actor,
  asked: { requestId: string; askedDeliveryId: string; forms: readonly FormKind[] },
): Promise<Outcome<{ offerId: string }, Unoffered | { code: 'storage-full' }>> {
  const wish = { ...asked, why: 'over the mail limit' } as const;
  const drafted = await draftOffer(app, wish, asked.forms);
  return drafted.ok ? keepOffer(app, actor, wish, drafted.value) : drafted;
}

type Offer = { asked: string; unable: Inability; forms: OfferedForm[]; letter: Letter };

async function draftOffer(
  app: App,
  { requestId, askedDeliveryId, why }: Wish,
  forms: readonly FormKind[],
): Promise<Outcome<Offer, Unoffered>> {
  const feeCase = await readFeeCase(app.db, app, requestId);
  const delivery = feeCase?.deliveries.find(({ id }) => id === askedDeliveryId);
  if (!feeCase || !delivery) return refuse({ code: 'not-found' });
  if (!['other-form', 'email-unencrypted'].includes(delivery.kind)) return refuse({ code: 'wrong-step' });
  const isMail = delivery.kind === 'email-unencrypted';
  const asked = isMail ? 'email-unencrypted' : formOf(delivery.recipient);
  // A page that opens by e-mail is no offer to whoever has none.
  const reachable = forms.filter((form) => form !== 'online' || feeCase.request.requester_email !== null);
  const priced = pricedForms(feeCase, askedDeliveryId, reachable);
  const decided = decideFormat(formatWish(asked, priced, why), feeCase.fee.pack.sources);
  if (decided.ok) return refuse({ code: 'wrong-step' });
  const { refusal } = decided;
  if (refusal.code === 'no-reason-to-refuse') {
    return refuse({ code: refusal.code, fields: [{ pointer: '/why', message: refusal.cite }] });
  }
  if (refusal.code !== 'agree-on-a-form') return refuse({ code: 'wrong-step' });
  const names = new Set([...refusal.alternatives, ...refusal.hardCopy].map(({ name }) => name));
  const offered = priced.filter(({ form }) => names.has(form));
  const called = (language: LetterLanguage) => (isMail ? formNames[language]['one-plain-mail'] : asked);
  const letter = await formatLetter(app, feeCase, { called, unable: refusal.because, forms: offered });
  return letter.ok ? ok({ asked, unable: refusal.because, forms: offered, letter: letter.value }) : letter;
}

type Told = { called: (language: LetterLanguage) => string; unable: Inability; forms: readonly OfferedForm[] };

async function formatLetter(
  app: App,
  { facility, request, clock }: FeeCase,
  { called, unable, forms }: Told,
): Promise<Outcome<Letter, { code: 'letter-incomplete' }>> {
  const facts = (language: LetterLanguage) => {
    const told = ({ form, cents }: OfferedForm) => ({ what: formNames[language][form], cents });
    const paper = forms.find(({ electronic }) => !electronic);
    return {
      ...letterSubject(app, facility, request),
      asked: called(language),
      why: whyUnable[language][unable],
      heldElectronically: true,
      electronic: forms.filter(({ electronic }) => electronic).map(told),
      hardCopy: told(paper ?? { form: 'prints', electronic: false, cents: 0 }),
      due: dueOf(clock),
    };
  };
  const letter = letterContent('L-FMT', facts, request.language, await readLanguageReviews(app.db, app));
  return letter.ok ? letter : refuse({ code: 'letter-incomplete' });
}

async function keepOffer(app: App, actor: Actor, wish: Wish, offer: Offer) {
  const drawn = await drawLetter(app, offer.letter);
  return drawn.ok ? writeOffer(app, actor, wish, offer, drawn.value) : drawn;
}

function writeOffer(
  app: App,
  actor: Actor,
  { requestId, askedDeliveryId }: Wish,
  { asked, unable, forms }: Offer,
  drawn: DrawnLetter,
): Promise<Outcome<{ offerId: string }, { code: 'not-found' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    if (!request) return refuse({ code: 'not-found' });
    const open = await readOpenOffers(tx, requestId);
    if ((await isClosed(tx, requestId)) || open.some((one) => one.askedDeliveryId === askedDeliveryId)) {
      return refuse({ code: 'wrong-step' });
    }
    const letterId = await sendLetter(tx, app, actor, request, drawn);
    const offerId = randomUUID();
    const at = app.now();
    await tx
      .insertInto('wait')
      .values({ id: offerId, access_request_id: requestId, kind: 'format', since: at, ended_at: null })
      .execute();
    await tx
      .insertInto('format_offer')
      .values({
        wait_id: offerId,
        asked_delivery_id: askedDeliveryId,
        asked,
        unable,
        forms: JSON.stringify(forms),
        letter_id: letterId,
        offered_by: actor.kind === 'staff' ? actor.staffId : null,
        offered_at: at,
      })
      .execute();
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'format.offered',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { offerId, letterId, reasons: [unable], kinds: forms.map(({ form }) => form) },
    });
    return ok({ offerId });
  });
}

/** Who gave habit as a reason is on record. */
async function accountForExcuse(app: App, actor: StaffActor, { requestId, why }: Wish): Promise<void> {
  await transaction(app.db, (tx) =>
    appendAudit(tx, app, {
      type: 'format.refused',
      outcome: 'refused',
      actor,
      accessRequestId: requestId,
      objects: { kind: why },
      reason: 'no-reason-to-refuse',
    }),
  );
}
