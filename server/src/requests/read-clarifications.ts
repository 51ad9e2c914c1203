import { type Outcome, ok, type Pause, pauseFor, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { isOver } from '../authority/lack-letter.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { ClarificationEnd, IfNoAnswer } from '../store/clock-tables.ts';
import type { Db } from '../store/database.ts';
import { readClocks } from './request-clock.ts';

export type OpenQuestion = { id: string; question: string; askedAt: string; ifNoAnswer: IfNoAnswer };
type AskedQuestion = OpenQuestion & {
  askedBy: string;
  end: { how: ClarificationEnd; answer: string | null; recordedBy: string | null; endedAt: string } | null;
};

/** The question whose answer is waited for; there is one at most. */
export async function readOpenQuestion(db: Db, accessRequestId: string): Promise<OpenQuestion | null> {
  const row = await db
    .selectFrom('clarification')
    .innerJoin('wait', 'wait.id', 'clarification.wait_id')
    .selectAll('clarification')
    .where('wait.access_request_id', '=', accessRequestId)
    .where('wait.ended_at', 'is', null)
    .executeTakeFirst();
  return row ? questionOf(row) : null;
}

/** Everything that this person was asked, the newest first, with its answers in their words. */
export async function readClarifications(
  app: App,
  _actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<
  Outcome<{ questions: AskedQuestion[]; byPortal: boolean; pauseAsks: Pause['onlyIf'] | null }, { code: 'not-found' }>
> {
  const request = await app.db
    .selectFrom('access_request')
    .select(['id', 'requester_email', 'received_on', 'pack_sha256'])
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return refuse({ code: 'not-found' });
  const rows = await app.db
    .selectFrom('clarification')
    .innerJoin('wait', 'wait.id', 'clarification.wait_id')
    .innerJoin('staff as asker', 'asker.id', 'clarification.asked_by')
    .leftJoin('clarification_end as end', 'end.wait_id', 'clarification.wait_id')
    .leftJoin('staff as recorder', 'recorder.id', 'end.recorded_by')
    .selectAll('clarification')
    .select(['asker.display_name as asker', 'recorder.display_name as recorder'])
    .select(['end.how', 'end.answer', 'end.ended_at'])
    .where('wait.access_request_id', '=', requestId)
    .orderBy('clarification.asked_at', 'desc')
    .execute();
  const questions = rows.map(
    (row): AskedQuestion => ({
      ...questionOf(row),
      askedBy: row.asker,
      end:
        row.how && row.ended_at
          ? { how: row.how, answer: row.answer, recordedBy: row.recorder, endedAt: row.ended_at.toISOString() }
          : null,
    }),
  );
  const facility = await readFacilityFacts(app.db, app);
  const clock = (await readClocks(app.db, facility, [request]))(request);
  const pause = isOver({ clock, facility }) ? undefined : pauseFor('clarification', clock.pack);
  const pauseAsks = pause?.onlyIf ?? null;
  return ok({ questions, byPortal: request.requester_email !== null, pauseAsks });
}

function questionOf(row: { wait_id: string; question: string; asked_at: Date; if_no_answer: IfNoAnswer }) {
  const { wait_id: id, question, asked_at, if_no_answer: ifNoAnswer } = row;
  return { id, question, askedAt: asked_at.toISOString(), ifNoAnswer };
}
