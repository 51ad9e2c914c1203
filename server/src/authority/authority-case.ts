import {
  type Authority,
  type AuthorityCase,
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  estateInstruments,
  type InstrumentKind,
  type JudgedEvidence,
  livingInstruments,
  type MinorLaw,
} from '@echoback/right-of-access';
import type { AuthorityTables, RequesterIs } from '../store/authority-tables.ts';

export type JudgementRow = AuthorityTables['authority_judgement'] & { judged_by_name: string };
export type RefusalRow = AuthorityTables['representative_refusal'] & {
  decided_by_name: string;
  licensed_as: string | null;
};

/** What the file knows about who asks, from its rows. */
export type AuthorityRows = {
  requesterIs: RequesterIs;
  receivedOn: string;
  bornOn: string;
  judgement: JudgementRow | undefined;
  refusal: RefusalRow | undefined;
  /** From this day the patient decides for themself, by a paper that somebody saw. */
  emancipatedOn: string | null;
  /** The directory names this very person as the patient's parent. */
  parentOnFile: boolean;
};

/** The engine's case, made anew for each day on which it is asked. */
export function authorityCaseOf(
  rows: AuthorityRows,
  law: MinorLaw,
  today: CalendarDate,
  timeZone: string,
): AuthorityCase {
  const { refusal } = rows;
  const died = diedOn(rows);
  return {
    authority: authorityOf(rows, today, timeZone),
    patient: {
      bornOn: calendarDate(rows.bornOn),
      ...(died ? { diedOn: died } : {}),
      ...(rows.emancipatedOn ? { emancipatedOn: calendarDate(rows.emancipatedOn) } : {}),
    },
    law,
    today,
    ...(refusal
      ? {
          notTreated: {
            decidedBy: { name: refusal.decided_by_name, licensed: refusal.licensed_as !== null },
            decidedOn: calendarDateIn(timeZone, refusal.decided_at.getTime()),
            belief: refusal.belief,
            notInBestInterest: refusal.not_in_best_interest,
            reason: refusal.reason,
          },
        }
      : {}),
  };
}

/** On the day of the request at the latest, where somebody asks as for a person who died and no paper says which day. */
function diedOn({ requesterIs, receivedOn, judgement }: AuthorityRows): CalendarDate | undefined {
  if (judgement?.patient_died_on) return calendarDate(judgement.patient_died_on);
  return requesterIs === 'executor' || requesterIs === 'family' ? calendarDate(receivedOn) : undefined;
}

function authorityOf(rows: AuthorityRows, today: CalendarDate, timeZone: string): Authority {
  const { requesterIs, judgement, parentOnFile } = rows;
  const evidence = judgement && judgedEvidence(judgement, timeZone);
  switch (requesterIs) {
    case 'self':
    case 'family':
      return { kind: requesterIs };
    case 'parent': {
      const onFile = parentOnFile && { what: 'parent in the registration', judgedBy: 'registration', judgedOn: today };
      const relationship = evidence ?? (onFile || undefined);
      return { kind: 'parent', ...(relationship ? { relationship } : {}) };
    }
    case 'personal-representative':
    case 'executor':
      return { kind: 'personal-representative', ...(judgement && evidence ? instrumentOf(judgement, evidence) : {}) };
  }
}

function judgedEvidence(row: JudgementRow, timeZone: string): JudgedEvidence {
  return {
    what: row.what_was_seen,
    judgedBy: row.judged_by_name,
    judgedOn: calendarDateIn(timeZone, row.judged_at.getTime()),
    ...(row.valid_until ? { validUntil: calendarDate(row.valid_until) } : {}),
  };
}

function instrumentOf(row: JudgementRow, evidence: JudgedEvidence) {
  const scope = [row.health_care && 'health-care', row.finances && 'finances'] as const;
  return {
    instrument: {
      kind: instrumentKind(row.instrument),
      scope: scope.filter((one) => one !== false),
      ...(row.valid_from ? { from: calendarDate(row.valid_from) } : {}),
      ...(row.valid_until ? { until: calendarDate(row.valid_until) } : {}),
      ...(row.revoked_on ? { revokedOn: calendarDate(row.revoked_on) } : {}),
      evidence,
    },
  };
}

function instrumentKind(name: string): InstrumentKind {
  return [...livingInstruments, ...estateInstruments].find((known) => known === name) ?? 'other';
}
