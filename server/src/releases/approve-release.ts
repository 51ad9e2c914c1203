import { createHash, randomUUID } from 'node:crypto';
import { type ExamPart, type Outcome, ok, openAnswer, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { type DeliveryInstrument, mayGo, readInstruments } from '../authority/instruments.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { type Standing, standingOf } from '../requests/identity-proved.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { releaseCounts } from './completeness.ts';
import { type Approval, type ApprovalRefusal, decideApproval } from './decide-approval.ts';
import { freeParts, type HeldParts, readHeldParts } from './exam-parts.ts';
import { matchedStudy, type ReleaseMaterial, readReleaseMaterial } from './release-material.ts';
import { goingStudies, type ReleaseScope, releaseScope } from './release-scope.ts';
import { writeDelivery } from './write-delivery.ts';

export type ApproveReleaseRefusal = ApprovalRefusal | { code: 'not-found' | 'on-hold' };

export type ApprovalInput = {
  requestId: string;
  version: number;
  missingReason?: string | undefined;
  /** Only this, of each exam of which it alone may go now (OD-17); else everything that was checked. */
  only?: ExamPart | undefined;
};

/** Freezes what is given. Every delivery is made from this manifest and nothing else. */
export function approveRelease(
  app: App,
  actor: StaffActor,
  input: ApprovalInput,
): Promise<Outcome<{ releaseId: string }, ApproveReleaseRefusal>> {
  return transaction(app.db, (tx) => approveIn(tx, app, actor, input));
}

/** The same inside a transaction that decides more; by the program's hand it is approved by nobody of the staff. */
export async function approveIn(
  tx: Tx,
  app: App,
  actor: StaffActor | ProgramActor,
  input: ApprovalInput,
): Promise<Outcome<{ releaseId: string }, ApproveReleaseRefusal>> {
  // Two people deciding at once wait for each other; the second one then sees another version.
  const request = await lockRequest(tx, app, input.requestId);
  const material = await readReleaseMaterial(tx, app, input.requestId);
  if (!request || !material) return refuse({ code: 'not-found' });
  const standing = await standingOf(tx, app, input.requestId);
  const facility = await readFacilityFacts(tx, app);
  const pack = await packOfRequest(tx, facility, request);
  const held = await readHeldParts(tx, app, input.requestId, facility.today);
  const scope = releaseScope(material.items, {
    only: input.only && { part: input.only, free: freeParts(material, held, pack) },
    onTheRoad: await readOnTheRoad(tx, input.requestId),
    allowed: standing.allowed,
  });
  const instruments = await readInstruments(tx, input.requestId, app.now(), facility.timeZone, pack.sources);
  const going = instruments.filter((one) => mayGo(one) && (!scope.onlyLooks || one.kind === 'inspection'));
  const decision: Outcome<Approval, ApproveReleaseRefusal> =
    !input.only && reaches(held, material, scope)
      ? refuse({ code: 'on-hold' })
      : decideApproval(material, scope, {
          displayName: actor.kind === 'staff' ? actor.displayName : null,
          staffId: actor.kind === 'staff' ? actor.staffId : null,
          version: input.version,
          missingReason: input.missingReason,
          standing,
          mayGo: going.length,
          partsAtOnce: openAnswer(pack, 'OD-17').setting === 'give-at-once',
          sources: pack.sources,
        });
  if (!decision.ok) {
    await accountForRefusal(tx, app, actor, input.requestId, decision.refusal);
    return decision;
  }
  const approval = decision.value;
  const releaseId = await writeRelease(tx, app, actor, input.requestId, approval, going);
  await moveReleased(tx, app, actor, approval, { standing, going });
  await app.jobs.enqueue(tx, 'prepare-release', { releaseId }, { singletonKey: releaseId });
  return ok({ releaseId });
}

/** Exams of a copy that was posted and may still be on its way; of a copy that was recalled nothing is. */
async function readOnTheRoad(tx: Tx, requestId: string): Promise<ReadonlySet<string>> {
  const releases = await tx
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select('release.manifest')
    .where('release.access_request_id', '=', requestId)
    .where('incident.id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.release_id', '=', 'release.id')
            .where('delivery.state', '!=', 'delivered')
            // What waits for a visit is there, and comes along with the next part.
            .where((row) => row.or([row('delivery.kind', '!=', 'inspection'), row('delivery.state', '!=', 'ready')])),
        ),
      ),
    )
    .execute();
  return new Set(releases.flatMap(({ manifest }) => manifest.exams.map(({ examItemId }) => examItemId)));
}

/** Every exam that is given takes the step, on the facts that were just decided on; with a part of it, it stays open. */
async function moveReleased(
  tx: Tx,
  app: App,
  actor: StaffActor | ProgramActor,
  { releasing, inPart, counts, nearMisses }: Approval,
  { standing, going }: { standing: Standing; going: readonly DeliveryInstrument[] },
): Promise<void> {
  for (const examItemId of [...releasing, ...inPart]) {
    const missing = counts.exams.find((exam) => exam.examItemId === examItemId)?.missing.length ?? 0;
    const facts = {
      identityProved: standing.identityProved,
      authorityShown: standing.authorityShown,
      examAllowed: standing.allowed.has(examItemId),
      // What goes to somebody else without a valid paper waits; the person's own copy does not wait for it.
      instrument: going.some(({ state }) => state === 'valid') ? 'valid' : 'not-needed',
      openHolds: 0,
      onePatient: true,
      nearMisses: nearMisses.filter((study) => study.examItemId === examItemId),
      missing,
      missingNamed: missing,
    } as const;
    const trigger = inPart.includes(examItemId) ? 'release-part' : 'release';
    const moved = await moveExamItem(tx, app, actor, examItemId, trigger, facts);
    if (!moved.ok) throw new Error(`an exam item that was decided on could not be released: ${moved.refusal.code}`);
  }
}

/** A report under a state's hold stays closed by itself while the pictures go (OD-16); else a copy with it waits. */
function reaches({ byHold }: HeldParts, material: ReleaseMaterial, scope: ReleaseScope): boolean {
  if (byHold.has('pictures')) return true;
  if (!byHold.has('report')) return false;
  const attached = material.items.some(
    ({ id, attachedReports }) => scope.releasing.includes(id) && attachedReports.length,
  );
  return attached || releaseCounts(goingStudies(material, scope).map(matchedStudy)).given.reports > 0;
}

async function writeRelease(
  tx: Tx,
  app: App,
  actor: StaffActor | ProgramActor,
  accessRequestId: string,
  { manifest, counts, stillOpen, inPart }: Approval,
  going: readonly DeliveryInstrument[],
): Promise<string> {
  const releaseId = randomUUID();
  const manifestSha256 = createHash('sha256').update(canonicalJson(manifest)).digest('hex');
  await tx
    .insertInto('release')
    .values({
      id: releaseId,
      access_request_id: accessRequestId,
      approved_by: actor.kind === 'staff' ? actor.staffId : null,
      approved_at: app.now(),
      manifest: JSON.stringify(manifest),
      manifest_sha256: manifestSha256,
      counts: JSON.stringify(counts),
    })
    .execute();
  for (const { askedDeliveryId, kind } of going) await writeDelivery(tx, releaseId, askedDeliveryId, kind);
  await appendAudit(tx, app, {
    type: 'release.approved',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: {
      releaseId,
      manifestSha256,
      objects: manifest.exams.reduce((sum, exam) => sum + exam.instances.length, 0),
      missing: counts.exams.reduce((sum, exam) => sum + exam.missing.length, 0),
      deliveries: going.map(({ kind }) => kind),
      stillOpen: stillOpen.length,
      ...(inPart.length > 0 ? { inPart: inPart.length } : {}),
    },
  });
  return releaseId;
}

/** A stop that the guards made is part of the file too. */
async function accountForRefusal(
  tx: Tx,
  app: App,
  actor: StaffActor | ProgramActor,
  accessRequestId: string,
  { code }: ApproveReleaseRefusal,
): Promise<void> {
  await appendAudit(tx, app, {
    type: 'release.refused',
    outcome: 'refused',
    actor,
    accessRequestId,
    objects: {},
    reason: code,
  });
}
