import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db, Tx } from '../store/database.ts';
import type { ContactKind } from '../store/schema.ts';
import { addressGroup } from './address-group.ts';

type CodePurpose = 'confirm-contact' | 'sign-in' | 'prove-identity';

/** S3.3 */
export const codeLimits = {
  goodForMinutes: 10,
  wrongTriesPerCode: 5,
  perContactAndHour: 5,
  perAddressAndHour: 60,
  wrongTriesPerDay: 20,
} as const;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type CodeWish = {
  purpose: CodePurpose;
  contactKind: ContactKind;
  contact: string;
  accessRequestId: string | null;
  patientContactId?: string | null;
  /** The browser that may use it; null where it is bound to the session of a request instead. */
  browserHash: Buffer | null;
  /** Whose browser asked, for the limit per address; null where staff send the code. */
  address: string | null;
};

export type IssuedCode = { codeId: string; code: string; expiresAt: Date };
export type TooManyTries = { code: 'too-many-tries'; retryAfterSeconds: number };

/** Makes a code; those that went before it for the same purpose stop at once. */
export async function issueCode(tx: Tx, app: App, wish: CodeWish): Promise<Outcome<IssuedCode, TooManyTries>> {
  const now = app.now();
  const contact = wish.contact.toLowerCase();
  const askedFrom = wish.address === null ? null : addressGroup(wish.address);
  await lockContact(tx, app, contact);
  const forContact = await sentInTheLastHour(tx, app, 'contact', contact);
  const toAddress = askedFrom === null ? 0 : await sentInTheLastHour(tx, app, 'asked_from', askedFrom);
  if (forContact >= codeLimits.perContactAndHour || toAddress >= codeLimits.perAddressAndHour) {
    return refuse({ code: 'too-many-tries', retryAfterSeconds: hour / 1000 });
  }
  await tx
    .updateTable('one_time_code')
    .set({ replaced_at: now })
    .where('facility_id', '=', app.facilityId)
    .where('contact', '=', contact)
    .where('purpose', '=', wish.purpose)
    .where('access_request_id', 'is not distinct from', wish.accessRequestId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
  const codeId = randomUUID();
  const code = drawDigits(app);
  const expiresAt = new Date(now.getTime() + codeLimits.goodForMinutes * minute);
  await tx
    .insertInto('one_time_code')
    .values({
      id: codeId,
      facility_id: app.facilityId,
      purpose: wish.purpose,
      contact_kind: wish.contactKind,
      contact,
      access_request_id: wish.accessRequestId,
      patient_contact_id: wish.patientContactId ?? null,
      browser_hash: wish.browserHash,
      asked_from: askedFrom,
      code_hash: hashCode(app, codeId, code),
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
      replaced_at: null,
    })
    .execute();
  return ok({ codeId, code, expiresAt });
}

async function sentInTheLastHour(db: Db, app: App, column: 'contact' | 'asked_from', value: string): Promise<number> {
  const { count } = await db
    .selectFrom('one_time_code')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('facility_id', '=', app.facilityId)
    .where(column, '=', value)
    .where('created_at', '>', new Date(app.now().getTime() - hour))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type UsedCode = {
  codeId: string;
  contact: string;
  accessRequestId: string | null;
  patientContactId: string | null;
};

export type CodeRefusal = { code: 'wrong-code'; triesLeft?: number } | TooManyTries;

/** Which code is meant: by its id, or the one that is open for a request. */
export type CodeSearch =
  | { purpose: 'confirm-contact' | 'sign-in'; codeId: string; browserHash: Buffer | null }
  | { purpose: 'prove-identity'; accessRequestId: string };

/** Spends a code. A wrong try counts even though it is refused, so the caller must let its transaction commit. */
export async function spendCode(
  tx: Tx,
  app: App,
  search: CodeSearch,
  typed: string,
): Promise<Outcome<UsedCode, CodeRefusal>> {
  const now = app.now();
  const row = await findCode(tx, app, search, now);
  if (!row) return refuse({ code: 'wrong-code' });
  if (await isLockedOut(tx, app, row, now)) return refuse({ code: 'too-many-tries', retryAfterSeconds: hour / 1000 });
  if (row.wrong_tries >= codeLimits.wrongTriesPerCode) return refuse({ code: 'wrong-code' });
  if (!timingSafeEqual(row.code_hash, hashCode(app, row.id, typed))) {
    await tx
      .updateTable('one_time_code')
      .set((each) => ({ wrong_tries: each('wrong_tries', '+', 1) }))
      .where('id', '=', row.id)
      .execute();
    return refuse({ code: 'wrong-code', triesLeft: codeLimits.wrongTriesPerCode - row.wrong_tries - 1 });
  }
  await tx.updateTable('one_time_code').set({ used_at: now }).where('id', '=', row.id).execute();
  return ok({
    codeId: row.id,
    contact: row.contact,
    accessRequestId: row.access_request_id,
    patientContactId: row.patient_contact_id,
  });
}

function findCode(tx: Tx, app: App, search: CodeSearch, now: Date) {
  const open = tx
    .selectFrom('one_time_code')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('purpose', '=', search.purpose)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate();
  if (search.purpose === 'prove-identity') {
    return open
      .where('access_request_id', '=', search.accessRequestId)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  }
  // Bound to the browser that asked: a code read over a shoulder is of no use elsewhere.
  if (!search.browserHash) return Promise.resolve(undefined);
  return open.where('id', '=', search.codeId).where('browser_hash', '=', search.browserHash).executeTakeFirst();
}

type CodeRow = { contact: string; access_request_id: string | null };

async function isLockedOut(db: Db, app: App, row: CodeRow, now: Date): Promise<boolean> {
  const { wrong } = await db
    .selectFrom('one_time_code')
    .select((each) => each.fn.sum<number>('wrong_tries').as('wrong'))
    .where('facility_id', '=', app.facilityId)
    .where('created_at', '>', new Date(now.getTime() - day))
    .where((each) =>
      each.or([
        each('contact', '=', row.contact),
        ...(row.access_request_id ? [each('access_request_id', '=', row.access_request_id)] : []),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(wrong ?? 0) >= codeLimits.wrongTriesPerDay;
}

/** Two requests for a code at once must not both find room. */
async function lockContact(tx: Tx, app: App, contact: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code:${app.facilityId}:${contact}`}, 0))`.execute(tx);
}

function hashCode(app: App, codeId: string, code: string): Buffer {
  return createHmac('sha256', app.codeKey).update(`${codeId}:${code}`).digest();
}

/** Six digits, each as likely as another: numbers beyond the last whole million are drawn again. */
function drawDigits(app: App): string {
  const limit = 2 ** 32 - (2 ** 32 % 1_000_000);
  for (;;) {
    const drawn = app.random(4).readUInt32BE();
    if (drawn < limit) return String(drawn % 1_000_000).padStart(6, '0');
  }
}
