import { randomUUID } from 'node:crypto';
import {
  calendarDate,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  ok,
  refuse,
  wordingVersion,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import type { Actor, RequesterActor, StaffActor } from '../identity/actor.ts';
import { type DrawnLetter, drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject, type SubjectRow } from '../letters/letter-subject.ts';
import { prepareAgain } from '../releases/prepare-again.ts';
import { isClosed, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { WarnedBy } from '../store/form-tables.ts';
import { readOpenWarnings } from './read-forms.ts';

type Warned = SubjectRow & { language: string };

/** L-WARN: asking for the yes, or keeping the one that was given, with the minute and the channel. HHS FAQ 2061. */
export async function draftWarning(
  app: App,
  facility: FacilityFacts,
  request: Warned,
  { sendTo, acceptedBy }: { sendTo: string; acceptedBy?: WarnedBy },
): Promise<Letter> {
  const accepted = acceptedBy && {
    on: calendarDate(facility.today),
    at: localTime(app.now(), facility.timeZone),
    channel: acceptedBy,
  };
  const subject = letterSubject(app, facility, request);
  const secureWays = (subject.byPost ? (['usb', 'inspect'] as const) : (['online', 'secure-link'] as const)).map(
    (kind) => ({ kind }),
  );
  const facts = () => ({
    ...subject,
    by: 'email' as const,
    sendTo,
    secureWays,
    ...(accepted ? { accepted } : {}),
  });
  const letter = letterContent('L-WARN', facts, request.language, await readLanguageReviews(app.db, app));
  if (!letter.ok) throw new Error(`The warning can not be written: ${letter.refusal.code}`);
  return letter.value;
}

function localTime(at: Date, timeZone: string): string {
  const format = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-US', format).format(at);
}

/** Asked on paper or by word of mouth, the warning is still to be read: the letter waits for its yes. */
export async function waitForYes(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  await tx
    .insertInto('wait')
    .values({ id: randomUUID(), access_request_id: accessRequestId, kind: 'format', since: app.now(), ended_at: null })
    .execute();
}

export type Yes = {
  askedDeliveryId: string;
  address: string;
  channel: WarnedBy;
  readBack: 'code' | 'spoken';
  language: string;
  today: string;
};

/** Keeps the yes with the version of the words that were shown. */
export async function writeYes(
  tx: Tx,
  app: App,
  actor: Actor,
  yes: Yes & { accessRequestId: string },
  drawn: DrawnLetter,
): Promise<void> {
  const language: LetterLanguage = yes.language === 'es' ? 'es' : 'en';
  const letterId = await keepLetter(tx, app, actor, yes.accessRequestId, drawn);
  await tx
    .insertInto('mail_warning')
    .values({
      asked_delivery_id: yes.askedDeliveryId,
      address: yes.address,
      channel: yes.channel,
      text_version: wordingVersion('L-WARN', language),
      read_back: yes.readBack,
      accepted_on: yes.today,
      accepted_at: app.now(),
      letter_id: letterId,
      recorded_by: actor.kind === 'staff' ? actor.staffId : null,
    })
    .execute();
  await appendAudit(tx, app, {
    type: 'mail-warning.accepted',
    outcome: 'success',
    actor,
    accessRequestId: yes.accessRequestId,
    objects: { askedDeliveryId: yes.askedDeliveryId, channel: yes.channel, letterId },
  });
}

type Accepted = Outcome<null, { code: 'not-found' | 'wrong-step' | 'storage-full' }>;

/** The person's own yes. They signed in with a code to that address, which is the address read back. */
export function acceptMailWarning(
  app: App,
  actor: RequesterActor,
  { askedDeliveryId }: { askedDeliveryId: string },
): Promise<Accepted> {
  const yes = { requestId: actor.accessRequestId, askedDeliveryId, channel: 'portal', readBack: 'code' } as const;
  return accept(app, actor, yes);
}

/** A yes that was told to staff, who read the address back letter by letter. */
export function recordMailWarning(
  app: App,
  actor: StaffActor,
  input: { requestId: string; askedDeliveryId: string; channel: 'phone' | 'in-person' | 'letter' },
): Promise<Accepted> {
  return accept(app, actor, { ...input, readBack: 'spoken' });
}

type Saying = { requestId: string; askedDeliveryId: string; channel: WarnedBy; readBack: 'code' | 'spoken' };

async function accept(app: App, actor: RequesterActor | StaffActor, saying: Saying): Promise<Accepted> {
  const { requestId, askedDeliveryId, channel, readBack } = saying;
  const facility = await readFacilityFacts(app.db, app);
  const waiting = (await readOpenWarnings(app.db, requestId)).find((one) => one.askedDeliveryId === askedDeliveryId);
  const known = await app.db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!waiting || !known) return refuse({ code: 'not-found' });
  const sendTo = waiting.address;
  const drawn = await drawLetter(app, await draftWarning(app, facility, known, { sendTo, acceptedBy: channel }));
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, requestId);
    const open = await readOpenWarnings(tx, requestId);
    if (!open.some((one) => one.askedDeliveryId === askedDeliveryId) || (await isClosed(tx, requestId))) {
      return refuse({ code: 'wrong-step' });
    }
    const yes = { askedDeliveryId, address: sendTo, channel, readBack, language: known.language };
    await writeYes(tx, app, actor, { ...yes, today: facility.today, accessRequestId: requestId }, drawn.value);
    if (open.length === 1) await endWait(tx, app, requestId);
    await prepareAgain(tx, app, askedDeliveryId);
    await raiseVersion(tx, requestId);
    return ok(null);
  });
}

/** The wait for a yes is the one without an offer. */
async function endWait(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  await tx
    .updateTable('wait')
    .set({ ended_at: app.now() })
    .where('access_request_id', '=', accessRequestId)
    .where('kind', '=', 'format')
    .where('ended_at', 'is', null)
    .where((row) =>
      row.not(row.exists(row.selectFrom('format_offer').select('wait_id').whereRef('wait_id', '=', 'wait.id'))),
    )
    .execute();
}
