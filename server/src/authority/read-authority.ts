import {
  type AuthorityCase,
  calendarDateIn,
  type KnownExam,
  minorLawIn,
  type ServiceCategory,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { foldName } from '../directory/fold-name.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { Db } from '../store/database.ts';
import { authorityCaseOf, type JudgementRow, type RefusalRow } from './authority-case.ts';

export type RequestRow = {
  id: string;
  patient_id: string | null;
  requester_is: RequesterIs;
  requester_name: string;
  received_on: string;
  patient_birth_date: string;
};

/** An exam with who said at the desk who consented to it, and when. */
type JudgedExam = KnownExam & { consentJudgement?: { by: string; at: Date } | undefined };
type ExamRow = JudgedExam & { accessRequestId: string };

/** One request's authority today: the engine's case, and each exam as it was judged. */
export type AuthorityFile = {
  facts: AuthorityCase;
  exams: JudgedExam[];
  judgement: JudgementRow | undefined;
  refusal: RefusalRow | undefined;
  emancipation: EmancipationRow | undefined;
};

type EmancipationRow = { emancipated_on: string | null; what_was_seen: string; recorded_at: Date; recordedBy: string };

/** Reads many requests with a fixed number of queries. Asked again at each step: standing that has ended gives nothing. */
export async function readAuthority(
  db: Db,
  app: App,
  requests: readonly RequestRow[],
): Promise<Map<string, AuthorityFile>> {
  const ids = requests.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const facility = await readFacilityFacts(db, app);
  const law = minorLawIn(packFor(facility, facility.today));
  const [judgements, refusals, people, exams] = await Promise.all([
    readJudgements(db, ids),
    readRefusals(db, ids),
    readPeople(db, requests),
    readKnownExams(db, ids, facility.timeZone),
  ]);
  return new Map(
    requests.map((request) => {
      const patient = people.find(({ id }) => id === request.patient_id);
      const asker = foldName(request.requester_name);
      const judgement = judgements.findLast(
        (row) => row.access_request_id === request.id && row.patient_id === request.patient_id,
      );
      const refusal = refusals.findLast((row) => row.access_request_id === request.id);
      const facts = authorityCaseOf(
        {
          requesterIs: request.requester_is,
          receivedOn: request.received_on,
          bornOn: patient?.birth_date ?? request.patient_birth_date,
          judgement,
          refusal,
          emancipatedOn: patient?.emancipation?.emancipated_on ?? null,
          parentOnFile: patient?.parents.some((name) => foldName(name) === asker) ?? false,
        },
        law,
        facility.today,
        facility.timeZone,
      );
      const known = exams.filter((exam) => exam.accessRequestId === request.id);
      return [request.id, { facts, exams: known, judgement, refusal, emancipation: patient?.emancipation }];
    }),
  );
}

function readJudgements(db: Db, ids: string[]): Promise<JudgementRow[]> {
  return db
    .selectFrom('authority_judgement')
    .innerJoin('staff', 'staff.id', 'authority_judgement.judged_by')
    .selectAll('authority_judgement')
    .select('staff.display_name as judged_by_name')
    .where('access_request_id', 'in', ids)
    .orderBy('judged_at')
    .execute();
}

function readRefusals(db: Db, ids: string[]): Promise<RefusalRow[]> {
  return db
    .selectFrom('representative_refusal')
    .innerJoin('staff', 'staff.id', 'representative_refusal.decided_by')
    .selectAll('representative_refusal')
    .select(['staff.display_name as decided_by_name', 'staff.licensed_as'])
    .where('access_request_id', 'in', ids)
    .orderBy('decided_at')
    .execute();
}

async function readPeople(db: Db, requests: readonly RequestRow[]) {
  const ids = requests.flatMap(({ patient_id }) => patient_id ?? []);
  if (ids.length === 0) return [];
  const patients = await db.selectFrom('patient').select(['id', 'birth_date']).where('id', 'in', ids).execute();
  const parents = await db
    .selectFrom('patient_parent')
    .innerJoin('patient', 'patient.id', 'patient_parent.parent_patient_id')
    .select(['patient_parent.patient_id', 'patient.family_name', 'patient.given_name'])
    .where('patient_parent.patient_id', 'in', ids)
    .execute();
  const emancipations = await db
    .selectFrom('patient_emancipation')
    .innerJoin('staff', 'staff.id', 'patient_emancipation.recorded_by')
    .select(['patient_id', 'emancipated_on', 'what_was_seen', 'recorded_at', 'staff.display_name as recordedBy'])
    .where('patient_id', 'in', ids)
    .orderBy('recorded_at')
    .execute();
  return patients.map((patient) => ({
    ...patient,
    emancipation: emancipations.findLast(({ patient_id }) => patient_id === patient.id),
    parents: parents
      .filter(({ patient_id }) => patient_id === patient.id)
      .map(({ given_name, family_name }) => `${given_name} ${family_name}`),
  }));
}

/** Each exam with who consented to it, where somebody at the desk judged that, and what was decided. */
async function readKnownExams(db: Db, ids: string[], timeZone: string): Promise<ExamRow[]> {
  const items = await db
    .selectFrom('exam_item')
    .select(['id', 'access_request_id'])
    .where('access_request_id', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const itemIds = items.map(({ id }) => id);
  if (itemIds.length === 0) return [];
  const consents = await db
    .selectFrom('exam_consent')
    .innerJoin('staff', 'staff.id', 'exam_consent.recorded_by')
    .selectAll('exam_consent')
    .select('staff.display_name')
    .where('exam_item_id', 'in', itemIds)
    .orderBy('recorded_at')
    .execute();
  const decisions = await db
    .selectFrom('parent_access_decision')
    .innerJoin('staff', 'staff.id', 'parent_access_decision.decided_by')
    .selectAll('parent_access_decision')
    .select(['staff.display_name', 'staff.licensed_as'])
    .where('exam_item_id', 'in', itemIds)
    .orderBy('decided_at')
    .execute();
  return items.map(({ id, access_request_id }) => {
    const consent = consents.findLast((row) => row.exam_item_id === id);
    const decision = decisions.findLast((row) => row.exam_item_id === id);
    return {
      examItemId: id,
      accessRequestId: access_request_id,
      consentBasis: consent?.basis,
      consentJudgement: consent && { by: consent.display_name, at: consent.recorded_at },
      category: consent?.category ?? ('other' satisfies ServiceCategory),
      minorWantsParent: consent?.minor_wants_parent ?? false,
      ...(decision
        ? {
            decision: {
              decidedBy: { name: decision.display_name, licensed: decision.licensed_as !== null },
              decidedOn: calendarDateIn(timeZone, decision.decided_at.getTime()),
              give: decision.give,
              reason: decision.reason,
            },
          }
        : {}),
    };
  });
}
