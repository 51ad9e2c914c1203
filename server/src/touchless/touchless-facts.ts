import { ageInYears, calendarDate, type TouchlessFacts } from '@echoback/right-of-access';
import type { Selectable } from 'kysely';
import type { App } from '../app.ts';
import { readInstruments } from '../authority/instruments.ts';
import { openHolds } from '../determinations/open-holds.ts';
import { type FacilityFacts, packFor } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import { readFee, shownFee } from '../fees/read-fee.ts';
import { releaseCounts } from '../releases/completeness.ts';
import { readCopyDenied } from '../releases/copy-denied.ts';
import type { MaterialObject } from '../releases/held-objects.ts';
import { patientProof } from '../releases/patient-proof.ts';
import { asGiven, type MaterialStudy, matchedStudy, type ReleaseMaterial } from '../releases/release-material.ts';
import { differingFromAsked } from '../requests/asked-person.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { readOpenDecisions } from '../requests/open-decisions.ts';
import type { Tx } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { adultAge } from './adult-age.ts';
import { provedByCode } from './proved-by-code.ts';
import { mayGoByItself } from './touchless-setting.ts';

type RequestRow = Selectable<Schema['access_request']>;

/** Everything that the rule asks, read in the transaction that acts on the answer. */
export async function readTouchlessFacts(
  tx: Tx,
  app: App,
  facility: FacilityFacts,
  request: RequestRow,
  material: ReleaseMaterial,
): Promise<TouchlessFacts> {
  const { known, items } = material;
  const ready = items.filter(({ state }) => state === 'checking');
  const studies = material.studies.filter(({ examItemId }) => ready.some(({ id }) => id === examItemId)).map(asGiven);
  const objects = studies.flatMap(({ held }) => held);
  const counts = releaseCounts(studies.map(matchedStudy));
  const standing = await standingOf(tx, app, request.id);
  const { sources } = await packOfRequest(tx, facility, request);
  const instruments = await readInstruments(tx, request.id, app.now(), facility.timeZone, sources);
  const fee = shownFee(await readFee(tx, facility, request));
  const decisions = (await readOpenDecisions(tx, [request.id], facility.today))(request.id);
  const byCode = request.patient_id !== null && (await provedByCode(tx, request.id, request.patient_id));
  return {
    switchedOn: await mayGoByItself(tx, app),
    identityBy: byCode ? 'code-to-held-contact' : standing.identityProved ? 'another-way' : 'nobody',
    askedBy: request.requester_is === 'self' ? 'patient' : 'somebody-else',
    authorityShown: standing.authorityShown && ready.every(({ id }) => standing.allowed.has(id)),
    patientIsMinor:
      !known || ageInYears(calendarDate(known.birthDate), facility.today) < adultAge(facility, known.birthDate),
    patientFitsRequest: known !== undefined && differingFromAsked(material.asked, known).length === 0,
    goesTo: instruments.every(({ recipient }) => recipient.who === 'self') ? 'patient' : 'somebody-else',
    feeCents: fee.fee.totalCents + (fee.feeChange?.fee.totalCents ?? 0),
    exams: ready.map((item) => examFacts(item, material.studies)),
    openExams: items.filter(({ state }) => state !== 'checking' && state !== 'closed').length,
    onePatientInAllHeaders: patientProof(material, studies).ok,
    missing: counts.exams.reduce((sum, exam) => sum + exam.missing.length, 0),
    quarantined: await countQuarantined(tx, studies),
    openHolds: (await openHolds(tx, request.id, facility.today)).length,
    questionAsked: await wasAsked(tx, request.id),
    denialTouches:
      decisions.pendingGround !== null ||
      decisions.reviewOpen ||
      studies.some(({ given }) => given.denied.size > 0 || given.reportDenied) ||
      (await readCopyDenied(tx, request.id)).size > 0,
    sensitiveCategory: await hasSensitiveCategory(
      tx,
      ready.map(({ id }) => id),
    ),
    reportMayBeHeld: packFor(facility, facility.today).embargoes.length > 0 && counts.given.reports > 0,
    doubtfulFiles: objects.filter(isDoubtful).length,
    foreignPictures: studies.flatMap(({ held }) => held.filter((object) => isForeign(object, held))).length,
    unreadable: await countUnreadable(tx, app, studies),
    givenBefore: await wasGivenBefore(tx, request.id),
  };
}

/** A question that was taken back counts too: somebody found the request unclear. */
async function wasAsked(tx: Tx, accessRequestId: string): Promise<boolean> {
  const wait = await tx
    .selectFrom('wait')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .where('kind', '=', 'clarification')
    .executeTakeFirst();
  return wait !== undefined;
}

function examFacts(
  item: ReleaseMaterial['items'][number],
  studies: readonly MaterialStudy[],
): TouchlessFacts['exams'][number] {
  const own = studies.filter(({ examItemId }) => examItemId === item.id);
  return {
    studies: own.length,
    nearMiss: own.some(({ nearMissReason }) => nearMissReason !== null),
    certainPictures: item.certainImages !== null,
    reportAsked: item.withReport,
    reportHeld: item.attachedReports.length > 0 || own.some(({ held }) => held.some(isSignedReport)),
  };
}

/** A document, or a structured report that somebody put their name to (PS3.3 C.17.2, Verification Flag): measurements are none. */
function isSignedReport({ kind, header }: MaterialObject): boolean {
  return kind === 'pdf-report' || (kind === 'structured-report' && header.report?.verification === 'VERIFIED');
}

const doubtful = ['doubtful-identity', 'same-uid-other-bytes', 'not-a-part-10-file'];

function isDoubtful({ flags }: MaterialObject): boolean {
  return flags.some((flag) => doubtful.includes(flag));
}

/** Secondary Capture (PS3.4 B.5) in all its classes: made from a screen or a scanner, whatever stands in the header. */
const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7';

/** A picture that the exam's own machine did not make: the name that is written into it was never compared by anybody. */
function isForeign({ sopClassUid, header }: MaterialObject, study: readonly MaterialObject[]): boolean {
  if (sopClassUid === secondaryCapture || sopClassUid.startsWith(`${secondaryCapture}.`)) return true;
  if (header.imageType?.[1] === 'SECONDARY') return true;
  const houses = new Set(study.flatMap((object) => object.header.institutionName?.trim() || []));
  return houses.size > 1 && header.institutionName !== null;
}

async function countQuarantined(tx: Tx, studies: readonly MaterialStudy[]): Promise<number> {
  if (studies.length === 0) return 0;
  const rows = await tx
    .selectFrom('quarantine')
    .select('id')
    .where(
      'match_id',
      'in',
      studies.map(({ matchId }) => matchId),
    )
    .execute();
  return rows.length;
}

async function hasSensitiveCategory(tx: Tx, examItemIds: readonly string[]): Promise<boolean> {
  if (examItemIds.length === 0) return false;
  const recorded = await tx
    .selectFrom('exam_consent')
    .select('id')
    .where('exam_item_id', 'in', examItemIds)
    .where('category', '!=', 'other')
    .executeTakeFirst();
  return recorded !== undefined;
}

/** What could not be made visible, and pictures and clips that nothing was made of. */
async function countUnreadable(tx: Tx, app: App, studies: readonly MaterialStudy[]): Promise<number> {
  const objects = studies.flatMap(({ held }) => held);
  if (objects.length === 0) return 0;
  const failed = await tx
    .selectFrom('derive_outcome')
    .select('source_sha256')
    .where('facility_id', '=', app.facilityId)
    .where('failure_code', 'is not', null)
    .where(
      'source_sha256',
      'in',
      objects.map(({ original }) => original.sha256),
    )
    .execute();
  const hashes = new Set(failed.map(({ source_sha256 }) => source_sha256));
  const shown = ({ kind, derived, header }: MaterialObject) => {
    // What is shown as far as it goes is for a person to judge.
    if (header.cutOff) return false;
    if (kind === 'still') return derived.some((file) => file.kind === 'picture');
    return kind !== 'clip' || derived.some((file) => file.kind === 'clip' || file.kind === 'webm');
  };
  return objects.filter((object) => hashes.has(object.original.sha256) || !shown(object)).length;
}

async function wasGivenBefore(tx: Tx, accessRequestId: string): Promise<boolean> {
  const release = await tx
    .selectFrom('release')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .executeTakeFirst();
  return release !== undefined;
}
