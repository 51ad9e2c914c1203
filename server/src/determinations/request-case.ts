import { calendarDate, type DenialWish, dueDate, type LanguageReview, type Pack } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { knownPatient, typedNames } from '../imaging/known-patient.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { AskedName } from '../sources/person-names.ts';
import type { Db } from '../store/database.ts';

/** A request as it is decided on: its exams, the rules that it came under, and whose own file it is. */
export type RequestCase = {
  request: NonNullable<Awaited<ReturnType<typeof findRequest>>>;
  items: Awaited<ReturnType<typeof readItems>>;
  facility: FacilityFacts;
  pack: Pack;
  dueOn: string;
  names: AskedName[];
  reviews: readonly LanguageReview[];
  /** The exams that whoever asks may have: of the others nothing is said in a letter. */
  allowed: ReadonlySet<string>;
  /** Some grounds reach a copy alone: 45 CFR 164.524(a)(2)(ii), GDPR Art. 15(4). */
  asks: DenialWish['asks'];
  /** A look was asked for beside a copy. */
  alsoLooks: boolean;
};

export type CaseItem = RequestCase['items'][number];

export async function readRequestCase(db: Db, app: App, requestId: string): Promise<RequestCase | undefined> {
  const request = await findRequest(db, app, requestId);
  if (!request) return undefined;
  const facility = await readFacilityFacts(db, app);
  const { pack, extension, facts } = (await readClocks(db, facility, [request]))(request);
  const patient = request.patient_id ? await knownPatient(db, app, request.patient_id) : undefined;
  const clock = { ...clockFactsOf(request.received_on), ...facts };
  const items = await readItems(db, requestId);
  const standing = await standingOf(db, app, requestId);
  const ways = await db
    .selectFrom('asked_delivery')
    .select('kind')
    .where('access_request_id', '=', requestId)
    .execute();
  const looks = ways.some(({ kind }) => kind === 'inspection');
  return {
    request,
    items,
    facility,
    pack,
    dueOn: dueDate(calendarDate(request.received_on), extension, pack, clock).on,
    asks: looks && ways.every(({ kind }) => kind === 'inspection') ? 'inspect' : 'copy',
    alsoLooks: looks && ways.some(({ kind }) => kind !== 'inspection'),
    reviews: await readLanguageReviews(db, app),
    names: [...(patient?.names ?? []), ...typedNames(request)],
    allowed: standing.identityProved ? standing.allowed : new Set(items.map(({ id }) => id)),
  };
}

/** The case of one exam of this facility, with the exam. */
export async function readExamCase(
  db: Db,
  app: App,
  examItemId: string,
): Promise<(RequestCase & { item: CaseItem }) | undefined> {
  const row = await db
    .selectFrom('exam_item')
    .select('access_request_id')
    .where('id', '=', examItemId)
    .executeTakeFirst();
  const found = row && (await readRequestCase(db, app, row.access_request_id));
  const item = found?.items.find(({ id }) => id === examItemId);
  return found && item ? { ...found, item } : undefined;
}

function findRequest(db: Db, app: App, requestId: string) {
  return db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

function readItems(db: Db, requestId: string) {
  return db.selectFrom('exam_item').selectAll().where('access_request_id', '=', requestId).orderBy('ordinal').execute();
}
