import { type ExamPart, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { StaffActor } from '../identity/actor.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { freeParts, isOpen, readHeldParts } from './exam-parts.ts';
import { readReleaseMaterial } from './release-material.ts';

type ExamParts = {
  examItemId: string;
  examType: string;
  given: ExamPart[];
  free: ExamPart | null;
  attachedReports: { id: string; sizeBytes: number; attachedAt: string }[];
};

/** Of each open exam the part that may go before the rest, with the reports that somebody attached. */
export async function readParts(
  app: App,
  _actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<{ exams: ExamParts[]; standing: boolean }, { code: 'not-found' }>> {
  const material = await readReleaseMaterial(app.db, app, requestId);
  if (!material) return refuse({ code: 'not-found' });
  const facility = await readFacilityFacts(app.db, app);
  const request = await app.db
    .selectFrom('access_request')
    .select(['received_on', 'pack_sha256'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  const pack = await packOfRequest(app.db, facility, request);
  const standing = await standingOf(app.db, app, requestId);
  const free = freeParts(material, await readHeldParts(app.db, app, requestId, facility.today), pack);
  const exams = material.items.filter(isOpen).map(({ id, examType, partsGiven, attachedReports }) => ({
    examItemId: id,
    examType,
    given: partsGiven,
    free: (standing.allowed.has(id) && free.find(({ examItemId }) => examItemId === id)?.part) || null,
    attachedReports: attachedReports.map((report) => ({
      id: report.id,
      sizeBytes: report.sizeBytes,
      attachedAt: report.attachedAt.toISOString(),
    })),
  }));
  return ok({ exams, standing: standing.identityProved && standing.authorityShown });
}
