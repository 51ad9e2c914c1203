import { randomUUID } from 'node:crypto';
import { type FourFactors, isBreach, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { type Db, transaction } from '../store/database.ts';

type Assessed = Omit<FourFactors, 'assessedBy'>;
type Refusal = { code: 'not-found' | 'not-privacy-officer' };

/**
 * The privacy officer writes down the four factors of an incident. It is presumed a breach until they show a low
 * probability of compromise, 45 CFR 164.402(2); what was assessed before stays in the file.
 */
export function assessBreach(
  app: App,
  actor: StaffActor,
  { incidentId, ...factors }: Assessed & { incidentId: string },
): Promise<Outcome<null, Refusal>> {
  return transaction(app.db, async (tx) => {
    const incident = await tx
      .selectFrom('incident')
      .innerJoin('release', 'release.id', 'incident.release_id')
      .select('release.access_request_id')
      .where('incident.id', '=', incidentId)
      .where('incident.facility_id', '=', app.facilityId)
      .executeTakeFirst();
    const request = incident && (await lockRequest(tx, app, incident.access_request_id));
    if (!request) return refuse({ code: 'not-found' });
    if (!actor.privacyOfficer) return refuse({ code: 'not-privacy-officer' });
    await tx
      .insertInto('breach_assessment')
      .values({
        id: randomUUID(),
        incident_id: incidentId,
        what_data: factors.whatData,
        who_got_it: factors.whoGotIt,
        acquired_or_viewed: factors.acquiredOrViewed,
        mitigated: factors.mitigated,
        low_probability: factors.lowProbability,
        assessed_by: actor.staffId,
        assessed_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'breach.assessed',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { incidentId, lowProbability: factors.lowProbability },
    });
    return ok(null);
  });
}

export type AssessmentView = FourFactors & { at: string; isBreach: boolean };

/** The newest assessment of each incident, with what follows from it. */
export async function readAssessments(db: Db, incidentIds: readonly string[]): Promise<Map<string, AssessmentView>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('breach_assessment')
    .innerJoin('staff', 'staff.id', 'breach_assessment.assessed_by')
    .selectAll('breach_assessment')
    .select('staff.display_name')
    .where('incident_id', 'in', incidentIds)
    .orderBy('assessed_at')
    .execute();
  return new Map(
    rows.map((row) => {
      const factors: FourFactors = {
        whatData: row.what_data,
        whoGotIt: row.who_got_it,
        acquiredOrViewed: row.acquired_or_viewed,
        mitigated: row.mitigated,
        lowProbability: row.low_probability,
        assessedBy: row.display_name,
      };
      return [row.incident_id, { ...factors, at: row.assessed_at.toISOString(), isBreach: isBreach(factors) }];
    }),
  );
}
