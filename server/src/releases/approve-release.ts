import { createHash, randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { type DeliveryInstrument, mayGo, readInstruments } from '../authority/instruments.ts';
import { openHolds } from '../determinations/open-holds.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { releaseCounts } from './completeness.ts';
import { type Approval, type ApprovalRefusal, decideApproval } from './decide-approval.ts';
import { matchedStudy, type ReleaseMaterial, readReleaseMaterial } from './release-material.ts';
import { writeDelivery } from './write-delivery.ts';

export type ApproveReleaseRefusal = ApprovalRefusal | { code: 'not-found' | 'on-hold' };

/** Freezes what is given. Every delivery is made from this manifest and nothing else. */
export function approveRelease(
  app: App,
  actor: StaffActor,
  input: { requestId: string; version: number; missingReason?: string | undefined },
): Promise<Outcome<{ releaseId: string }, ApproveReleaseRefusal>> {
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, input.requestId);
    const material = await readReleaseMaterial(tx, app, input.requestId);
    if (!material) return refuse({ code: 'not-found' });
    const standing = await standingOf(tx, app, input.requestId);
    const { timeZone, today } = await readFacilityFacts(tx, app);
    const going = (await readInstruments(tx, input.requestId, app.now(), timeZone)).filter(mayGo);
    const holds = (await openHolds(tx, input.requestId, today)).filter((hold) => reaches(hold.holds, material));
    if (holds.length > 0) {
      await accountForRefusal(tx, app, actor, input.requestId, { code: 'on-hold' });
      return refuse({ code: 'on-hold' });
    }
    const decision = decideApproval(material, {
      displayName: actor.displayName,
      version: input.version,
      missingReason: input.missingReason,
      standing,
      mayGo: going.length,
    });
    if (!decision.ok) {
      await accountForRefusal(tx, app, actor, input.requestId, decision.refusal);
      return decision;
    }
    const approval = decision.value;
    const releaseId = await writeRelease(tx, app, actor, input.requestId, approval, going);
    for (const examItemId of approval.releasing) {
      const missing = approval.counts.exams.find((exam) => exam.examItemId === examItemId)?.missing.length ?? 0;
      const facts = {
        identityProved: standing.identityProved,
        authorityShown: standing.authorityShown,
        examAllowed: standing.allowed.has(examItemId),
        // What goes to somebody else without a valid paper waits; the person's own copy does not wait for it.
        instrument: going.some(({ state }) => state === 'valid') ? 'valid' : 'not-needed',
        openHolds: holds.length,
        onePatient: true,
        missing,
        missingNamed: missing,
      } as const;
      const moved = await moveExamItem(tx, app, actor, examItemId, 'release', facts);
      if (!moved.ok) throw new Error(`an exam item that was decided on could not be released: ${moved.refusal.code}`);
    }
    await app.jobs.enqueue(tx, 'prepare-release', { releaseId }, { singletonKey: releaseId });
    return ok({ releaseId });
  });
}

/** A hold of the report alone holds no pictures back: only a copy with a report waits for it (OD-16). */
function reaches(holds: readonly ('images' | 'report')[], { items, studies }: ReleaseMaterial): boolean {
  if (holds.includes('images')) return true;
  const attached = items.some(({ state, attachedReports }) => state === 'checking' && attachedReports.length > 0);
  return attached || releaseCounts(studies.map(matchedStudy)).given.reports > 0;
}

/** Two people deciding at once wait for each other; the second one then sees another version. */
async function lockRequest(tx: Tx, accessRequestId: string): Promise<void> {
  await tx.selectFrom('access_request').select('id').where('id', '=', accessRequestId).forUpdate().execute();
}

async function writeRelease(
  tx: Tx,
  app: App,
  actor: StaffActor,
  accessRequestId: string,
  { manifest, counts }: Approval,
  going: readonly DeliveryInstrument[],
): Promise<string> {
  const releaseId = randomUUID();
  const manifestSha256 = createHash('sha256').update(canonicalJson(manifest)).digest('hex');
  await tx
    .insertInto('release')
    .values({
      id: releaseId,
      access_request_id: accessRequestId,
      approved_by: actor.staffId,
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
    },
  });
  return releaseId;
}

/** A stop that the guards made is part of the file too. */
async function accountForRefusal(
  tx: Tx,
  app: App,
  actor: StaffActor,
  accessRequestId: string,
  { code }: ApprovalRefusal | { code: 'on-hold' },
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
