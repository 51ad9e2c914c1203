import { authorityShown, examsToJudge, isTestedByExam, visibleExams } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type AuthorityFile, readAuthority } from '../authority/read-authority.ts';
import type { Db } from '../store/database.ts';

export type Standing = {
  /** Somebody showed who they are, bound to the patient that the request is tied to now. 45 CFR 164.514(h). */
  identityProved: boolean;
  /** This person may ask: the patient themself, a parent, or papers that somebody judged. 45 CFR 164.502(g). */
  authorityShown: boolean;
  /** The exam items that this person may have; every other one is as if it had never been. */
  allowed: ReadonlySet<string>;
  /** Those of which somebody has yet to say whether they are theirs. */
  toJudge: ReadonlySet<string>;
  /** A parent or guardian of a living minor asks, so that each exam is a question of its own. */
  byExam: boolean;
};

const none: Standing = {
  identityProved: false,
  authorityShown: false,
  allowed: new Set(),
  toJudge: new Set(),
  byExam: false,
};

/** Asked again at each step that depends on it: a proof for one patient says nothing once another one was chosen. */
export async function standingOf(db: Db, app: App, accessRequestId: string): Promise<Standing> {
  const request = await db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', accessRequestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request?.patient_id) return none;
  const proofs = await db
    .selectFrom('identity_proof')
    .select(['patient_id', 'proved_at'])
    .where('access_request_id', '=', accessRequestId)
    .execute();
  const authority = await readAuthority(db, app, [request]);
  return decideStanding(proofs.some(countsFor(request)), authority.get(accessRequestId));
}

/**
 * Does a proof of identity still count? For the patient that the request is tied to, and from after the office wrote another
 * e-mail address: nobody knows yet who reads that mailbox.
 */
export function countsFor({
  patient_id,
  requester_email_since: since,
}: {
  patient_id: string | null;
  requester_email_since: Date | null;
}) {
  return (proof: { patient_id: string; proved_at: Date }) =>
    proof.patient_id === patient_id && (since === null || proof.proved_at >= since);
}

/** Who somebody is and by what right they ask are two questions: the one never answers the other. */
export function decideStanding(
  identityProved: boolean,
  file: Pick<AuthorityFile, 'facts' | 'exams'> | undefined,
): Standing {
  if (!file) return { ...none, identityProved };
  const { exams, facts } = file;
  const byExam = isTestedByExam(facts);
  if (!identityProved) return { ...none, byExam };
  return {
    identityProved,
    byExam,
    authorityShown: authorityShown(facts).ok,
    allowed: new Set(visibleExams(exams, facts).map(({ examItemId }) => examItemId)),
    toJudge: new Set(examsToJudge(exams, facts).map(({ exam }) => exam.examItemId)),
  };
}
