import {
  type CompletionRefusal,
  clockStops,
  decideCompletion,
  type LawSources,
  type Outcome,
  type Pack,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { Actor, ProgramActor } from '../identity/actor.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { Tx } from '../store/database.ts';
import { copyOnItsWay, deliveryEnd } from './delivery-end.ts';
import type { ReleaseRecord } from './read-release.ts';
import { deliveryRevoked } from './revoked-delivery.ts';

const closer: ProgramActor = { kind: 'program', job: 'finish-release' };

type Finished = Pick<ReleaseRecord, 'releaseId' | 'accessRequestId' | 'manifest' | 'counts'>;

/** When the last asked delivery is given by law, each exam that is complete is too: delivered, and closed with its outcome. */
export async function finishRelease(tx: Tx, app: App, actor: Actor, release: Finished): Promise<void> {
  const owed = await readOwed(tx, app, release);
  const askedAgain = await readAskedAgain(tx, release);
  const hand = actor.kind === 'staff' ? actor : closer;
  const { manifest, counts } = release;
  for (const examItemId of new Set(manifest.exams.map((exam) => exam.examItemId))) {
    if (!completionOf(release, examItemId, askedAgain, owed).ok) continue;
    const missing = counts.exams.find((exam) => exam.examItemId === examItemId)?.missing.length ?? 0;
    // Why something is missing stays with the exam, where the person and the desk read it.
    const reason = missing > 0 && manifest.missingReason ? { outcomeReason: manifest.missingReason } : {};
    // A denial in part is decided only with its letter.
    const facts = { everyDeliveryDone: true, denialLetterSent: true, missing, missingNamed: missing, ...reason };
    const delivered = await moveExamItem(tx, app, hand, examItemId, 'deliver', facts);
    if (delivered.ok) await moveExamItem(tx, app, hand, examItemId, 'close', facts);
  }
}

/** What was asked for against what is in this release: the manifest holds no report that was denied, and owes none. */
function completionOf(
  { manifest, counts }: Finished,
  examItemId: string,
  askedAgain: ReadonlySet<string>,
  { undelivered, closedReports, sources }: Owed,
): Outcome<unknown, CompletionRefusal> {
  const parts = manifest.exams.filter((exam) => exam.examItemId === examItemId);
  const exam = counts.exams.find((one) => one.examItemId === examItemId);
  const listed = exam?.listed ?? { stills: 0, clips: 0, reports: 0, other: 0 };
  const given = exam?.given ?? listed;
  const hasReport = given.reports > 0 || parts.some(({ attachedReports }) => attachedReports.length > 0);
  const named = parts.flatMap(({ matchId, missing }) =>
    missing.map(({ sopInstanceUid }) => ({
      object: sopInstanceUid,
      reason: manifest.missingReason ?? '',
      sourceAskedAgain: askedAgain.has(matchId ?? ''),
    })),
  );
  const report = closedReports.has(examItemId) ? 'not-given' : hasReport ? 'given' : 'not-held';
  const toCome = parts.flatMap(({ only }) =>
    only ? [only === 'report' ? ('pictures' as const) : ('report' as const)] : [],
  );
  const asked = { images: true, report: true };
  return decideCompletion({ asked, listed, given, report, named, undelivered, toCome }, sources);
}

type Owed = {
  undelivered: string[];
  /** Exams whose report was closed by a statute when a copy was made, and is not in it: it follows when it opens. */
  closedReports: ReadonlySet<string>;
  sources: LawSources;
};

/** Copies that are not given yet: by the carrier's scan, or where the facility chose so by its word that they arrived. */
async function readOwed(tx: Tx, app: App, { releaseId, accessRequestId }: Finished): Promise<Owed> {
  const facility = await readFacilityFacts(tx, app);
  const pack = await packOf(tx, facility, accessRequestId);
  const rows = await tx
    .selectFrom('delivery')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
    .selectAll('delivery')
    .select('asked_delivery.recipient')
    .where('release_id', '=', releaseId)
    .execute();
  // A copy whose authorization was taken back is owed to nobody; where nothing else was given, the person says what next.
  const owed = rows.filter(({ failure_code }) => failure_code !== deliveryRevoked);
  const closed = owed.flatMap((row) => row.package?.heldReports ?? []);
  const closedReports = new Set(closed.map(({ examItemId }) => examItemId));
  const { sources } = pack;
  if (owed.length === 0) return { undelivered: rows.map(({ kind }) => kind), closedReports, sources };
  const undelivered = owed.flatMap((row) => {
    const isGiven = row.state === 'delivered' && clockStops(deliveryEnd(copyOnItsWay(row), facility), pack).stops;
    return isGiven ? [] : [row.kind];
  });
  return { undelivered, closedReports, sources };
}

async function packOf(tx: Tx, facility: Parameters<typeof packOfRequest>[1], accessRequestId: string): Promise<Pack> {
  const request = await tx
    .selectFrom('access_request')
    .select(['received_on', 'pack_sha256'])
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  return packOfRequest(tx, facility, request);
}

/** Matches whose source was asked once more for what it had not given. */
async function readAskedAgain(tx: Tx, { manifest }: Finished): Promise<ReadonlySet<string>> {
  const incomplete = manifest.exams.flatMap(({ missing, matchId }) => (missing.length > 0 && matchId ? [matchId] : []));
  if (incomplete.length === 0) return new Set();
  const rows = await tx
    .selectFrom('retrieval')
    .select('match_id')
    .where('match_id', 'in', incomplete)
    .where('asked_again_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ match_id }) => match_id));
}
