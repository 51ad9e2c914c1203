import type { App } from '../app.ts';
import type { AccountableActor } from '../audit/append-audit.ts';
import type { EventType } from '../audit/event-types.ts';

/** What the person is told of the trail; searches, refusals and who looked are the office's own account. */
const toldToThePerson: EventType[] = [
  'request.received',
  'identity.code-sent',
  'identity.proved',
  'identity.not-shown',
  'match.confirmed',
  'match.withdrawn',
  'retrieval.finished',
  'release.approved',
  'delivery.ready',
  'delivery.handed-over',
  'delivery.arrived',
  'package.downloaded',
  'share-link.opened',
  'share-link.passcode-changed',
  'extension.sent',
  'format.offered',
  'format.agreed',
  'mail-warning.accepted',
  'copy.mailed',
  'inspection.offered',
  'inspection.answered',
  'inspection.held',
  'inspection.missed',
  'clarification.asked',
  'clarification.answered',
  'clarification.taken-back',
  'outcome.recorded',
  'fee.told',
  'fee.answered',
  'fee.waived',
  'fee.refunded',
  'denial.decided',
  'review.asked',
  'review.decided',
  'request.withdrawn',
  'exam-item.reopened',
];

/** Facts that may leave the trail: kinds, codes and counts. Ids of staff, patients and sessions stay. */
const shownFacts = [
  'kind',
  'method',
  'outcome',
  'code',
  'trigger',
  'from',
  'to',
  'examItems',
  'channel',
  'count',
  'listed',
  'held',
  'missing',
  'bytes',
  'reasons',
  'allowed',
];

export async function readPortalHistory(
  app: App,
  accessRequestId: string,
  hiddenExamItems: ReadonlySet<string>,
): Promise<{ at: string; event: string; facts: Record<string, string> }[]> {
  const hidden = await idsOf(app, hiddenExamItems);
  const rows = await app.db
    .selectFrom('audit_event')
    .select(['at', 'type', 'objects'])
    .where('facility_id', '=', app.facilityId)
    .where('access_request_id', '=', accessRequestId)
    .where('outcome', '=', 'success')
    .where('type', 'in', toldToThePerson)
    .orderBy('sequence')
    .execute();
  return rows
    .filter(({ objects }) => !Object.values(objects).some((value) => hidden.has(String(value))))
    .map(({ at, type, objects }) => ({ at: at.toISOString(), event: type, facts: factsOf(objects) }));
}

/** Exam items and what was found for them: nothing that names one of these is told. */
async function idsOf(app: App, examItems: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (examItems.size === 0) return examItems;
  const matches = await app.db
    .selectFrom('match')
    .select('id')
    .where('exam_item_id', 'in', [...examItems])
    .execute();
  return new Set([...examItems, ...matches.map(({ id }) => id)]);
}

export type DeskEvent = {
  at: string;
  type: string;
  outcome: string;
  actor: string;
  facts: Record<string, string>;
};

/** The whole trail of one request; staff by their names, which the trail itself does not hold. */
export async function readDeskHistory(app: App, accessRequestId: string): Promise<DeskEvent[]> {
  const rows = await app.db
    .selectFrom('audit_event')
    .select(['at', 'type', 'outcome', 'actor', 'objects', 'reason'])
    .where('facility_id', '=', app.facilityId)
    .where('access_request_id', '=', accessRequestId)
    .orderBy('sequence')
    .execute();
  const staff = await app.db
    .selectFrom('staff')
    .select(['id', 'display_name'])
    .where('facility_id', '=', app.facilityId)
    .execute();
  const names = new Map(staff.map(({ id, display_name }) => [id, display_name]));
  return rows.map(({ at, type, outcome, actor, objects, reason }) => {
    const who = actor as AccountableActor;
    return {
      at: at.toISOString(),
      type,
      outcome,
      actor: who.kind === 'staff' ? (names.get(who.id ?? '') ?? 'staff') : who.kind,
      facts: { ...factsOf(objects), ...(reason ? { reason } : {}) },
    };
  });
}

function factsOf(objects: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objects)
      .filter(([name, value]) => shownFacts.includes(name) && value !== null)
      .map(([name, value]) => [name, String(value)]),
  );
}
