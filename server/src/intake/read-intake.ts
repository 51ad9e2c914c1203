import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { ExamType } from '../requests/list-requests.ts';
import type { Channel, ScanMediaType, Signature } from '../store/intake-tables.ts';
import {
  alikeExams,
  decideOnPair,
  isEarlier,
  isSamePerson,
  isSameRequester,
  type OtherRequest,
  readWithOthers,
} from './other-requests.ts';
import type { ExamLikeness } from './same-exam.ts';

export type IntakeView = {
  channel: Channel;
  department: string | null;
  signature: Signature | null;
  waitsForSignature: boolean;
  earlierReason: string | null;
  enteredBy: string | null;
  scan: { scanId: string; mediaType: ScanMediaType } | null;
  corrections: { before: string; receivedOn: string; reason: string; by: string }[];
  reminders: { on: string; channel: Channel; note: string | null; by: string }[];
  others: OtherView[];
};

export type OtherView = {
  requestId: string;
  reference: string;
  channel: Channel;
  receivedOn: string;
  closed: boolean;
  /** What staff decided, if they did; `one-writing`: they came on one page. */
  known: 'joined' | 'linked' | 'one-writing' | null;
  /** What joining would do; null where both are closed or decided. */
  would: 'joined' | 'linked' | null;
  sameRequester: boolean;
  exams: { examType: ExamType; likeness: ExamLikeness }[];
  added: number;
};

/** How a request came, what was said about it since, and which other requests may be the same. */
export async function readIntake(
  app: App,
  _actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<IntakeView, { code: 'not-found' }>> {
  const request = await app.db
    .selectFrom('access_request')
    .select(['id', 'channel', 'patient_birth_date'])
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return refuse({ code: 'not-found' });
  const [intake, wait, corrections, reminders, others] = await Promise.all([
    readIntakeRow(app, requestId),
    app.db
      .selectFrom('wait')
      .select('id')
      .where('access_request_id', '=', requestId)
      .where('kind', '=', 'signature')
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
    readCorrections(app, requestId),
    readReminders(app, requestId),
    readOthers(app, requestId, request.patient_birth_date),
  ]);
  return ok({
    channel: request.channel,
    department: intake?.department ?? null,
    signature: intake?.signature ?? null,
    waitsForSignature: wait !== undefined,
    earlierReason: intake?.earlier_reason ?? null,
    enteredBy: intake?.display_name ?? null,
    scan: intake?.scan_id && intake.media_type ? { scanId: intake.scan_id, mediaType: intake.media_type } : null,
    corrections: corrections.map((row) => ({
      before: row.received_before,
      receivedOn: row.received_on,
      reason: row.reason,
      by: row.display_name,
    })),
    reminders: reminders.map((row) => ({
      on: row.reminded_on,
      channel: row.channel,
      note: row.note,
      by: row.display_name,
    })),
    others,
  });
}

function readIntakeRow(app: App, requestId: string) {
  return app.db
    .selectFrom('intake')
    .innerJoin('staff', 'staff.id', 'intake.entered_by')
    .leftJoin('scan', 'scan.id', 'intake.scan_id')
    .select(['department', 'signature', 'earlier_reason', 'display_name', 'scan_id', 'scan.media_type'])
    .where('access_request_id', '=', requestId)
    .executeTakeFirst();
}

function readCorrections(app: App, requestId: string) {
  return app.db
    .selectFrom('receipt_correction')
    .innerJoin('staff', 'staff.id', 'receipt_correction.corrected_by')
    .select(['received_before', 'received_on', 'reason', 'display_name'])
    .where('access_request_id', '=', requestId)
    .orderBy('corrected_at')
    .execute();
}

function readReminders(app: App, requestId: string) {
  return app.db
    .selectFrom('reminder')
    .innerJoin('staff', 'staff.id', 'reminder.recorded_by')
    .select(['reminded_on', 'channel', 'note', 'display_name'])
    .where('access_request_id', '=', requestId)
    .orderBy('recorded_at')
    .execute();
}

async function readOthers(app: App, requestId: string, birthDate: string): Promise<OtherView[]> {
  const [all, links, writings] = await Promise.all([
    readWithOthers(app.db, app, birthDate),
    app.db
      .selectFrom('request_link')
      .select(['earlier_id', 'later_id', 'kind'])
      .where((row) => row.or([row('earlier_id', '=', requestId), row('later_id', '=', requestId)]))
      .execute(),
    app.db
      .selectFrom('intake as mine')
      .innerJoin('intake as other', 'other.writing_id', 'mine.writing_id')
      .select('other.access_request_id')
      .where('mine.access_request_id', '=', requestId)
      .execute(),
  ]);
  const mine = all.find(({ id }) => id === requestId);
  if (!mine) return [];
  return all.flatMap((other): OtherView[] => {
    if (other.id === mine.id || !isSamePerson(mine, other)) return [];
    const link = links.find(({ earlier_id, later_id }) => earlier_id === other.id || later_id === other.id);
    const together = writings.some(({ access_request_id }) => access_request_id === other.id);
    return [otherView(mine, other, link?.kind ?? (together ? 'one-writing' : null))];
  });
}

export function otherView(mine: OtherRequest, other: OtherRequest, known: OtherView['known']): OtherView {
  const [earlier, later] = isEarlier(mine, other) ? [mine, other] : [other, mine];
  const decision = decideOnPair(earlier, later);
  const sameRequester = isSameRequester(mine, other);
  const would = !decision.ok || known ? null : sameRequester ? decision.value.kind : 'linked';
  const alike = alikeExams(earlier, later);
  return {
    requestId: other.id,
    reference: other.reference,
    channel: other.channel,
    receivedOn: other.received_on,
    closed: other.items.every(({ state }) => state === 'closed'),
    known,
    would,
    sameRequester,
    exams: later.items.map((item) => ({
      examType: item.exam_type as ExamType,
      likeness: alike.find(({ laterId }) => laterId === item.id)?.likeness ?? 'differs',
    })),
    added: decision.ok && decision.value.kind === 'joined' ? decision.value.addedDeliveries.length : 0,
  };
}
