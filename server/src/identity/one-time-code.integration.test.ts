import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { issueCode, spendCode } from './one-time-code.ts';

describeWith([haveDatabase()], 'one-time codes', () => {
  let house: TestApp;
  let contact = '';
  let counter = 0;
  const browserHash = Buffer.alloc(32, 1);
  let address = '';

  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house.close());
  beforeEach(() => {
    counter += 1;
    contact = `person-${counter}@example.org`;
    address = `192.0.2.${counter}`;
  });

  const issue = () =>
    transaction(house.app.db, (tx) =>
      issueCode(tx, house.app, {
        purpose: 'confirm-contact',
        contactKind: 'email',
        contact,
        accessRequestId: null,
        browserHash,
        address,
      }),
    );
  const issued = async () => {
    const outcome = await issue();
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const spend = (codeId: string, code: string, browser: Buffer | null = browserHash) =>
    transaction(house.app.db, (tx) =>
      spendCode(tx, house.app, { purpose: 'confirm-contact', codeId, browserHash: browser }, code),
    );
  const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const refusalOf = (outcome: Awaited<ReturnType<typeof spend>>) => (outcome.ok ? 'ok' : outcome.refusal.code);

  test('a code works once, in the browser that asked, for ten minutes', async () => {
    const { codeId, code } = await issued();
    expect(code).toMatch(/^\d{6}$/);
    expect(refusalOf(await spend(codeId, code, Buffer.alloc(32, 2)))).toBe('wrong-code');
    expect(refusalOf(await spend(codeId, code, null))).toBe('wrong-code');
    expect(refusalOf(await spend(codeId, code))).toBe('ok');
    expect(refusalOf(await spend(codeId, code))).toBe('wrong-code');

    const late = await issued();
    house.clock.advance(10 * 60_000);
    expect(refusalOf(await spend(late.codeId, late.code))).toBe('wrong-code');
  });

  test('a newer code ends the older one', async () => {
    const older = await issued();
    const newer = await issued();
    expect(refusalOf(await spend(older.codeId, older.code))).toBe('wrong-code');
    expect(refusalOf(await spend(newer.codeId, newer.code))).toBe('ok');
  });

  test('five wrong tries kill it, even for the right code', async () => {
    const { codeId, code } = await issued();
    for (let tries = 0; tries < 5; tries++) expect(refusalOf(await spend(codeId, wrongFor(code)))).toBe('wrong-code');
    expect(refusalOf(await spend(codeId, code))).toBe('wrong-code');
  });

  test('five codes an hour for one contact, however many ask at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, issue));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(5);
    house.clock.advance(60 * 60_000);
    expect((await issue()).ok).toBe(true);
  });

  test('sixty codes an hour for one household, to however many addresses', async () => {
    address = '2001:db8:1:2::7';
    for (let count = 0; count < 60; count++) {
      contact = `somebody-${count}@example.org`;
      expect((await issue()).ok).toBe(true);
    }
    contact = 'one-more@example.org';
    address = '2001:db8:1:2:ffff::8';
    expect((await issue()).ok).toBe(false);
    address = '2001:db8:1:3::7';
    expect((await issue()).ok).toBe(true);
  });

  test('twenty wrong tries in a day lock the contact, until the day is over', async () => {
    for (let round = 0; round < 4; round++) {
      const { codeId, code } = await issued();
      for (let tries = 0; tries < 5; tries++) await spend(codeId, wrongFor(code));
    }
    const { codeId, code } = await issued();
    expect(refusalOf(await spend(codeId, code))).toBe('too-many-tries');
    house.clock.advance(24 * 60 * 60_000);
    const tomorrow = await issued();
    expect(refusalOf(await spend(tomorrow.codeId, tomorrow.code))).toBe('ok');
  });

  test('the same code for another contact has another hash: nothing in the table tells it', async () => {
    const { codeId, code } = await issued();
    const row = await house.app.db
      .selectFrom('one_time_code')
      .selectAll()
      .where('id', '=', codeId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify({ ...row, code_hash: row.code_hash.toString('utf8') })).not.toContain(code);
    expect(row.code_hash.byteLength).toBe(32);
  });
});
