import { randomUUID } from 'node:crypto';
import { calendarDate, decideHold, type HoldWish, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isOwnFile } from '../imaging/is-own-file.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { holdAsked } from './hold-asked.ts';
import type { HoldInput } from './hold-input.ts';
import { lackNotes, type Refused } from './lack-notes.ts';
import { asTheStatuteSays, type ComputedHold, stateEmbargo } from './report-embargo.ts';
import { type RequestCase, readRequestCase } from './request-case.ts';

type HoldRefused = Refused<'not-found' | 'wrong-step' | 'own-file' | 'never-a-hold' | 'unknown-hold' | 'hold-lacks'>;

/** Only under a lawful code and with all that it demands. A refused wish is accounted for too. 45 CFR part 171. */
export async function setHold(
  app: App,
  actor: StaffActor,
  { requestId, ...wished }: HoldInput & { requestId: string },
): Promise<Outcome<{ holdId: string }, HoldRefused>> {
  const found = await readRequestCase(app.db, app, requestId);
  if (!found) return refuse({ code: 'not-found' });
  if (isOwnFile(actor, found)) return refuse({ code: 'own-file' });
  if (found.items.every(({ state }) => state === 'closed')) return refuse({ code: 'wrong-step' });
  const isEmbargo = wished.code === stateEmbargo;
  const { finalised: _, ...plain } = wished;
  const input: ComputedHold = isEmbargo ? asTheStatuteSays(found, wished, app.now()) : plain;
  const exam = isEmbargo ? reportOf(found, wished) : undefined;
  if (isEmbargo && !exam && !wished.examItemId && openReports(found).length > 1) {
    return refuse({ code: 'hold-lacks', fields: lackNotes([{ name: 'whose report', cite: 'OD-16' }]) });
  }
  // What was given stays given, and a report that may open already is not closed.
  if (isEmbargo && (!exam || (input.opensAt && input.opensAt <= app.now()))) return refuse({ code: 'wrong-step' });
  const decision = decideHold(wishOf(actor, found, input), found.pack, clockFactsOf(found.request.received_on));
  if (!decision.ok) {
    const { refusal } = decision;
    await accountForRefusal(app, actor, requestId, refusal.code === 'never-a-hold' ? input.code : refusal.code);
    if (refusal.code === 'never-a-hold') {
      return refuse({ code: 'never-a-hold', fields: lackNotes([{ name: refusal.sentence, cite: refusal.cite }]) });
    }
    if (refusal.code === 'unknown-code') return refuse({ code: 'unknown-hold' });
    return refuse({ code: 'hold-lacks', fields: lackNotes(refusal.lacks) });
  }
  const { code, holds, from, until, opensAt, examItemId: __, ...brought } = input;
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, requestId);
    const holdId = randomUUID();
    await tx
      .insertInto('hold')
      .values({
        id: holdId,
        access_request_id: requestId,
        code,
        holds: JSON.stringify(holds),
        brought: JSON.stringify(brought),
        why: JSON.stringify(decision.value.why),
        from_day: from ?? null,
        until_day: until ?? null,
        exam_item_id: exam?.id ?? null,
        opens_at: opensAt ?? null,
        set_by: actor.staffId,
        set_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'hold.set',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { holdId, code },
    });
    return ok({ holdId });
  });
}

/** The exam whose report is held: the one that was named, or the only one; before anything of it was given. */
function reportOf(found: RequestCase, { examItemId }: HoldInput) {
  const open = openReports(found);
  if (examItemId) return open.find(({ id }) => id === examItemId);
  return open.length === 1 ? open[0] : undefined;
}

function openReports({ items }: RequestCase) {
  return items.filter(({ state }) => !['released', 'delivered', 'closed'].includes(state));
}

function wishOf(actor: StaffActor, { request, facility }: RequestCase, input: ComputedHold): HoldWish {
  const day = (name: 'from' | 'until' | 'reasonSentInWritingOn') =>
    input[name] === undefined ? {} : { [name]: calendarDate(input[name]) };
  const word = (name: 'ground' | 'precondition' | 'policy' | 'caseDecision' | 'statute') =>
    input[name] === undefined ? {} : { [name]: input[name] };
  return {
    code: input.code,
    ...holdAsked(request),
    holds: input.holds,
    receivedOn: calendarDate(request.received_on),
    setOn: facility.today,
    // Whoever sets it stands for it.
    professional: { name: actor.displayName, licensed: actor.licensedAs !== null },
    ...word('ground'),
    ...word('precondition'),
    ...word('policy'),
    ...word('caseDecision'),
    ...word('statute'),
    ...day('from'),
    ...day('until'),
    ...day('reasonSentInWritingOn'),
  };
}

async function accountForRefusal(app: App, actor: StaffActor, accessRequestId: string, reason: string): Promise<void> {
  await transaction(app.db, (tx) =>
    appendAudit(tx, app, { type: 'hold.refused', outcome: 'refused', actor, accessRequestId, objects: {}, reason }),
  );
}
