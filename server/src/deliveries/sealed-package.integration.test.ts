import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { setCookie } from '../http/cookies.ts';
import { startSession } from '../identity/session.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openTestDoor } from '../testing/test-door.ts';
import { addCheckedRequest, approve } from '../testing/test-release.ts';
import { prepareRelease } from './prepare-release.ts';

const sevenZip = withTool('7z');
const password = 'four quite ordinary words & 1';
const form = 'application/x-www-form-urlencoded';

describeWith([haveDatabase(), haveSamples(), sevenZip], 'a ZIP under a password', () => {
  let test: TestApp;
  let door: FastifyInstance;
  let cookie: string;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-sealed-'));
    test = await openTestApp();
    door = await openTestDoor(test);
    const { accessRequestId, ...request } = await addCheckedRequest(test, { study: { instances: '3' } });
    await prepareRelease(test.app, { releaseId: await approve(test, { accessRequestId, ...request }) });
    const session = await startSession(test.app.db, test.app, { kind: 'requester', accessRequestId });
    cookie = setCookie('requester', session.token, false).split(';')[0] ?? '';
  });
  afterAll(async () => {
    await door?.close();
    await test?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (body: string, headers: Record<string, string> = {}, url = '/api/portal/release/sealed-package') =>
    door.inject({
      method: 'POST',
      url,
      headers: { host: '127.0.0.1:8460', 'sec-fetch-site': 'same-origin', 'content-type': form, cookie, ...headers },
      payload: body,
    });
  const asForm = (chosen: string) => new URLSearchParams({ password: chosen }).toString();
  const extracted = async (name: string, bytes: Buffer, args: string[] = []) => {
    if (!sevenZip.present) throw new Error(sevenZip.reason);
    const [zip, out] = [path.join(folder, `${name}.zip`), path.join(folder, name)];
    writeFileSync(zip, bytes);
    const answer = await sevenZip.value(['x', '-y', ...args, `-o${out}`, zip]);
    const files = answer.code === 0 ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
    const names = files.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    return {
      ...answer,
      files: Object.fromEntries(names.map((file) => [path.relative(out, file), readFileSync(file)])),
    };
  };

  it('is streamed at its announced length, and 7-Zip finds in it just what the open one holds', async () => {
    const plain = await door.inject({
      url: '/api/portal/release/package',
      headers: { host: '127.0.0.1:8460', cookie },
    });
    const sealed = await post(asForm(password));
    expect(sealed.statusCode).toBe(200);
    expect(Number(sealed.headers['content-length'])).toBe(sealed.rawPayload.byteLength);
    expect(sealed.headers['content-disposition']).toMatch(/^attachment; filename="Pictures EB .*\.zip"/);
    expect(sealed.headers['accept-ranges']).toBe('none');
    const open = await extracted('plain', plain.rawPayload);
    const locked = await extracted('sealed', sealed.rawPayload, [`-p${password}`]);
    expect(locked.stdout).toContain('Everything is Ok');
    expect(locked.files).toEqual(open.files);
    expect(Object.keys(open.files).length).toBeGreaterThan(5);
    expect(sealed.rawPayload.includes('DICM')).toBe(false);
    const wrong = await extracted('wrong', sealed.rawPayload, ['-pnot the password']);
    expect(wrong.code).not.toBe(0);
  });

  it('is another one each time, because no salt is ever used twice', async () => {
    const [one, other] = [await post(asForm(password)), await post(asForm(password))];
    expect(one.rawPayload.byteLength).toBe(other.rawPayload.byteLength);
    expect(one.rawPayload.equals(other.rawPayload)).toBe(false);
    expect(one.headers.etag).not.toBe(other.headers.etag);
    const part = await post(asForm(password), { range: 'bytes=0-99' });
    expect([part.statusCode, part.rawPayload.byteLength]).toEqual([200, one.rawPayload.byteLength]);
  });

  it('wants a password that every program takes, and says so beside the field', async () => {
    for (const weak of ['short', 'x'.repeat(100), 'contraseña muy larga', '']) {
      const answer = await post(asForm(weak));
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ pointer: '/password' }] });
    }
  });

  it('comes from our own page and from nowhere else, and no other route reads a form', async () => {
    expect((await post(asForm(password), { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await post(asForm(password), { cookie: '' })).statusCode).toBe(401);
    const elsewhere = await post('reference=EB', {}, '/api/sign-in-codes');
    expect(elsewhere.statusCode).toBe(415);
  });

  it('leaves the password nowhere: not in a row, nor in a kept file', async () => {
    const told = await test.app.db
      .selectFrom('audit_event')
      .select('objects')
      .where('type', '=', 'package.downloaded')
      .execute();
    expect(told.length).toBeGreaterThan(0);
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(test.app.db);
    for (const { name } of tables) {
      const { rows } = await sql<{ found: number }>`
        select count(*)::int as found from ${sql.table(name)} as one
        where one::text like ${`%${password}%`}`.execute(test.app.db);
      expect(rows[0]?.found, name).toBe(0);
    }
    const kept = readdirSync(test.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of kept) {
      const file = path.join(entry.parentPath, entry.name);
      expect(readFileSync(file).includes(password), file).toBe(false);
    }
  });
});
