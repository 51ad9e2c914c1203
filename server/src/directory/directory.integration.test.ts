import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { startSession } from '../identity/session.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openTestDoor } from '../testing/test-door.ts';
import { addStaff } from '../testing/test-people.ts';
import type { PatientRecord } from './patient-record.ts';

const header =
  'family_name,given_name,birth_date,mrn,issuer,sex,former_names,email,mobile,contacts_since,parent_mrns\n';
const rivera = 'Rivera,Ana,1993-04-12,004471,RIV,F,"Alvarez, Ana",ana@example.org,+1 555 0100,2020-01-31,\n';
const child = 'Rivera,Mateo,2016-02-29,006033,RIV,M,,,,,004471\n';

describeWith([haveDatabase()], 'the patient directory', () => {
  let house: TestApp;
  let server: FastifyInstance;
  let cookie = '';

  beforeAll(async () => {
    house = await openTestApp();
    server = await openTestDoor(house);
    const { staffId } = await addStaff(house, 'clerk');
    const { token } = await startSession(house.app.db, house.app, { kind: 'staff', staffId });
    cookie = `echoback-desk=${token}`;
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const send = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: string | object, type?: string) => {
    const answer = await server.inject({
      method,
      url,
      headers: { host: '127.0.0.1:8460', cookie, 'content-type': type ?? 'application/json' },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : null };
  };
  const importCsv = (csv: string) => send('POST', '/api/desk/patients/import', csv, 'text/csv');
  const search = async (text: string) => {
    const { body } = await send('POST', '/api/desk/patient-searches', { search: text });
    return body as { rows: PatientRecord[]; total: number };
  };

  test('a list is loaded with contacts, former names and parents', async () => {
    expect((await importCsv(`\ufeff${header}${rivera}${child}`)).body).toEqual({ added: 2, updated: 0 });
    const { rows } = await search('mateo');
    expect(rows).toMatchObject([{ birthDate: '2016-02-29', parents: [{ name: 'Ana Rivera' }] }]);
    const ana = (await search('004471')).rows[0];
    expect(ana).toMatchObject({
      formerNames: [{ familyName: 'Alvarez', givenName: 'Ana' }],
      contacts: [{ kind: 'email', heldSince: '2020-01-31T12:00:00.000Z' }, { kind: 'mobile' }],
    });
  });

  test('the same list again changes nothing, and contacts keep the day since which they are held', async () => {
    expect((await importCsv(`${header}${rivera}${child}`)).body).toEqual({ added: 0, updated: 2 });
    expect((await search('')).total).toBe(2);
    expect((await search('004471')).rows[0]?.contacts[0]?.heldSince).toBe('2020-01-31T12:00:00.000Z');
  });

  test('one wrong line and nothing is loaded; each problem is named by line and column', async () => {
    const wrong = await importCsv(
      `${header}New,Person,1980-01-01,777,RIV,,,,,,\nOther,Person,1980-13-01,778,RIV,,,,,,\n`,
    );
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ code: 'csv-unreadable', fields: [{ pointer: '/lines/3/birth_date' }] });
    expect((await search('777')).total).toBe(0);
    const twice = await importCsv(`${header}A,B,1980-01-01,900,R,,,,,,\nC,D,1981-01-01,900,R,,,,,,\n`);
    expect(twice.body.fields).toMatchObject([{ pointer: '/lines/3/mrn' }]);
  });

  test('what is no such list is refused in words', async () => {
    expect((await importCsv('')).body.fields[0].message).toBe('The list is empty.');
    const columns = await importCsv('name,age\nAna,33\n');
    expect(columns.body.fields.map((field: { pointer: string }) => field.pointer)).toContain('/lines/1/family_name');
    expect((await importCsv(`${header}"unfinished,Ana\n`)).body.code).toBe('csv-unreadable');
    expect((await importCsv(`${header}${'x'.repeat(100_000)}\n`)).body.code).toBe('csv-unreadable');
    const binary = Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x02]).toString('latin1');
    expect((await importCsv(binary)).status).toBe(422);
    expect((await send('POST', '/api/desk/patients/import', '{}', 'application/json')).status).toBe(415);
  });

  test('a changed contact starts its 30 days anew; one that stays does not', async () => {
    const ana = (await search('004471')).rows[0];
    if (!ana) throw new Error('Ana is missing');
    const { id, contacts, parents: _, ...rest } = ana;
    const edit = {
      ...rest,
      contacts: [
        { kind: 'email', value: 'new@example.org' },
        { kind: 'mobile', value: contacts[1]?.value },
      ],
      parentIds: [],
    };
    expect((await send('PUT', `/api/desk/patients/${id}`, edit)).status).toBe(204);
    const after = (await search('004471')).rows[0]?.contacts ?? [];
    const heldSince = (kind: string) => after.find((contact) => contact.kind === kind)?.heldSince;
    expect(heldSince('mobile')).toBe('2020-01-31T12:00:00.000Z');
    expect(heldSince('email')).toBe(house.app.now().toISOString());
  });

  test('a record number belongs to one patient, and a search takes % for a sign', async () => {
    const patient = { familyName: 'Osei', givenName: 'Kofi', birthDate: '1970-01-01' };
    const taken = { ...patient, identifiers: [{ mrn: '004471', issuer: 'RIV' }] };
    expect((await send('POST', '/api/desk/patients', taken)).body).toMatchObject({ code: 'mrn-taken' });
    const other = { ...patient, identifiers: [{ mrn: '004471', issuer: 'ELSEWHERE' }] };
    expect((await send('POST', '/api/desk/patients', other)).status).toBe(200);
    expect((await search('%')).total).toBe(0);
    expect((await search('alvarez')).total).toBe(1);
    expect((await search('1993-04')).total).toBe(1);
    expect((await search('ana rivera')).total).toBe(1);
    expect((await search('rivera ana')).total).toBe(1);
  });
});
