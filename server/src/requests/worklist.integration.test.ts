import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { testLetter } from '../testing/test-letter.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { listRequests, type Worklist } from './list-requests.ts';
import { moveExamItem } from './move-exam-item.ts';

describeWith([haveDatabase()], 'the worklist', () => {
  let house: TestApp;
  let clerk: StaffActor;

  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
  });
  afterAll(() => house.close());

  const list = async (show: 'open' | 'closed' | 'all' = 'open', search?: string): Promise<Worklist> => {
    const outcome = await listRequests(house.app, clerk, { show, search });
    if (!outcome.ok) throw new Error('refused');
    return outcome.value;
  };

  test('what the law makes most urgent stands first, and levels follow the clock', async () => {
    for (const receivedOn of ['2026-09-20', '2026-08-30', '2026-10-05', '2026-09-10']) {
      await addRequest(house, { receivedOn });
    }
    const { rows, counts } = await list();
    expect(rows.map((row) => [row.due.on, row.due.daysLeft, row.due.level])).toEqual([
      ['2026-09-29', -6, 'late'],
      ['2026-10-10', 5, 'soon'],
      ['2026-10-20', 15, 'fine'],
      ['2026-11-04', 30, 'fine'],
    ]);
    expect(counts).toMatchObject({ open: 4, late: 1, soon: 1, yours: 4 });
  });

  test('a deadline comes nearer by itself: nothing about it is stored', async () => {
    house.clock.advance(6 * 86_400_000);
    const { counts } = await list();
    expect(counts).toMatchObject({ open: 4, late: 2 });
  });

  test('it is found by name, day of birth and any spelling of its reference', async () => {
    const { rows } = await list();
    const reference = rows[0]?.reference ?? '';
    expect((await list('all', 'RIVERA')).rows).toHaveLength(4);
    expect((await list('all', 'ana riv')).rows).toHaveLength(4);
    expect((await list('all', '1993-04-12')).rows).toHaveLength(4);
    expect((await list('all', 'vera')).rows).toHaveLength(0);
    expect(reference).not.toBe('');
  });

  test('a closed request leaves the open list, and its clock stands at the day it closed', async () => {
    const { patientId } = await addPatient(house);
    const { accessRequestId, examItemIds } = await addRequest(house, {
      patientId,
      receivedOn: '2026-10-01',
      examItems: [{ state: 'searching' }],
    });
    const facts = { everySourceSearched: true, everyNameTried: true, outcomeReason: 'Searched everywhere.' };
    const drawn = await drawLetter(house.app, testLetter('L-NONE'));
    if (!drawn.ok) throw new Error(drawn.refusal.code);
    const moved = await transaction(house.app.db, async (tx) => {
      await keepLetter(tx, house.app, clerk, accessRequestId, drawn.value);
      return moveExamItem(tx, house.app, clerk, examItemIds[0] ?? '', 'find-none', facts);
    });
    expect(moved).toMatchObject({ ok: true, value: { to: 'closed', outcome: 'none-found', letter: 'L-NONE' } });
    house.clock.advance(90 * 86_400_000);
    const closed = await list('closed');
    expect(closed.rows).toMatchObject([
      { id: accessRequestId, closed: true, due: { daysLeft: 20, level: 'fine' }, next: { step: 'nothing' } },
    ]);
    expect((await list()).rows.map((row) => row.id)).not.toContain(accessRequestId);
  });

  test('a step that the table of life does not have is refused and changes nothing', async () => {
    const { examItemIds } = await addRequest(house);
    const [id = ''] = examItemIds;
    const skip = await transaction(house.app.db, (tx) => moveExamItem(tx, house.app, clerk, id, 'release', {}));
    expect(skip).toMatchObject({ ok: false, refusal: { code: 'wrong-step', why: { code: 'not-from-here' } } });
    const unguarded = await transaction(house.app.db, async (tx) => {
      await moveExamItem(tx, house.app, clerk, id, 'search', {});
      return moveExamItem(tx, house.app, clerk, id, 'match', { identifiersAgreeing: 1, onePatient: true });
    });
    expect(unguarded).toMatchObject({ refusal: { code: 'wrong-step', why: { code: 'guarded' } } });
    const { state } = await house.app.db
      .selectFrom('exam_item')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(state).toBe('searching');
  });

  test('of those with equal days left, who came first stands first', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count++) {
      made.push((await addRequest(house, { receivedOn: '2026-10-04' })).accessRequestId);
      house.clock.advance(1000);
    }
    const { rows } = await list();
    expect(rows.map((row) => row.id).filter((id) => made.includes(id))).toEqual(made);
  });
});
