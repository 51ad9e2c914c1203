import { calendarDate } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { type DrawnLetter, drawLetter } from '../letters/keep-letter.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { RequestBundle } from '../requests/request-bundle.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { Level, OpenRequest } from './open-request.ts';
import { overdueLetter } from './overdue-letter.ts';

type Reached = { request: OpenRequest; clock: ClockInput; bundle: RequestBundle; fresh: readonly Level[] };

const watcher: ProgramActor = { kind: 'program', job: 'watch-clocks' };

/** Writes down what one request has reached. Overdue: the person is told at once, with an apology and a new day. */
export async function noteLevels(app: App, facility: FacilityFacts, reached: Reached): Promise<void> {
  const { request, fresh } = reached;
  const overdue = fresh.find(({ level }) => level === 'overdue');
  const apology = overdue && (await drawApology(app, facility, reached, overdue.dueOn));
  await transaction(app.db, async (tx) => {
    await lockRequest(tx, app, request.id);
    for (const { level, dueOn } of fresh) {
      const isNew = await insertNotice(tx, app, facility, request.id, { level, dueOn });
      if (!isNew) continue;
      if (level === 'overdue') await becomeOverdue(tx, app, facility, reached, dueOn, apology);
      await appendAudit(tx, app, {
        type: 'clock.warned',
        outcome: 'success',
        actor: watcher,
        accessRequestId: request.id,
        objects: { kind: level, to: dueOn },
      });
    }
  });
}

/** What lacked something yesterday is tried again each morning, until the person has been told. */
export async function apologizeAgain(
  app: App,
  facility: FacilityFacts,
  reached: Reached,
  dueOn: string,
): Promise<void> {
  const apology = await drawApology(app, facility, reached, dueOn);
  if (!apology) return;
  await transaction(app.db, async (tx) => {
    await lockRequest(tx, app, reached.request.id);
    await sendApology(tx, app, reached.request, dueOn, apology);
  });
}

async function drawApology(app: App, facility: FacilityFacts, { request, clock, bundle }: Reached, dueOn: string) {
  const letter = await overdueLetter(app, facility, { request, clock, bundle, dueOn });
  // What a letter lacks is for the office to mend; that the request is overdue is told all the same.
  if (!letter.ok) return undefined;
  const drawn = await drawLetter(app, letter.value);
  return drawn.ok ? drawn.value : undefined;
}

/** False when another run was faster. */
async function insertNotice(tx: Tx, app: App, facility: FacilityFacts, requestId: string, { level, dueOn }: Level) {
  const row = await tx
    .insertInto('clock_notice')
    .values({
      access_request_id: requestId,
      due_on: dueOn,
      level,
      reached_on: facility.today,
      noticed_at: app.now(),
      mailed_at: null,
      letter_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('level')
    .executeTakeFirst();
  return row !== undefined;
}

async function becomeOverdue(
  tx: Tx,
  app: App,
  facility: FacilityFacts,
  { request, bundle }: Reached,
  dueOn: string,
  apology: DrawnLetter | undefined,
): Promise<void> {
  const facts = { today: facility.today, dueOn: calendarDate(dueOn) };
  for (const item of bundle.items.filter(({ stage }) => stage !== 'closed')) {
    // An exam that was closed or marked in the meantime stays as it is.
    await moveExamItem(tx, app, watcher, item.id, 'become-overdue', facts);
  }
  if (apology) await sendApology(tx, app, request, dueOn, apology);
}

/** Once for one lateness: whoever comes second finds the letter in its place. */
async function sendApology(tx: Tx, app: App, request: OpenRequest, dueOn: string, apology: DrawnLetter): Promise<void> {
  const notice = await tx
    .selectFrom('clock_notice')
    .select('letter_id')
    .where('access_request_id', '=', request.id)
    .where('due_on', '=', dueOn)
    .where('level', '=', 'overdue')
    .forUpdate()
    .executeTakeFirst();
  if (!notice || notice.letter_id !== null) return;
  const letterId = await sendLetter(tx, app, watcher, request, apology);
  await tx
    .updateTable('clock_notice')
    .set({ letter_id: letterId })
    .where('access_request_id', '=', request.id)
    .where('due_on', '=', dueOn)
    .where('level', '=', 'overdue')
    .execute();
}
