import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { startSession } from '../identity/session.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openTestDoor } from '../testing/test-door.ts';
import { addStaff } from '../testing/test-people.ts';

describeWith([haveDatabase()], 'a scanned page at the door', () => {
  let house: TestApp;
  let server: FastifyInstance;
  let cookie: string;

  beforeAll(async () => {
    house = await openTestApp();
    server = await openTestDoor(house);
    const { staffId } = await addStaff(house);
    const { token } = await startSession(house.app.db, house.app, { kind: 'staff', staffId });
    cookie = `echoback-desk=${token}`;
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const send = (payload: Buffer, contentType = 'application/octet-stream') =>
    server.inject({
      method: 'POST',
      url: '/api/desk/scans',
      payload,
      headers: {
        host: '127.0.0.1:8460',
        'sec-fetch-site': 'same-origin',
        'content-type': contentType,
        cookie,
      },
    });
  const kept = () => house.app.db.selectFrom('scan').select('id').execute();

  test('is refused unless its bytes are those of a page, whatever it calls itself', async () => {
    const hostile = [
      Buffer.alloc(0),
      randomBytes(4096),
      Buffer.from('<html><script>alert(1)</script></html>'),
      Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'),
      Buffer.from('PK\u0003\u0004'),
      Buffer.from('%PDF-1.7 breaks off'),
    ];
    for (const bytes of hostile) expect((await send(bytes)).json()).toMatchObject({ code: 'not-a-scan' });
    expect((await send(Buffer.from('%PDF-1.4\n%%EOF'), 'text/html')).statusCode).toBe(415);
    expect((await send(Buffer.alloc(20 * 1024 * 1024 + 1, 0x20))).statusCode).toBe(413);
    expect(await kept()).toEqual([]);
  });

  test('comes back as the kind that its bytes are, and runs nothing', async () => {
    const page = Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n%%EOF\n');
    const { scanId } = (await send(page)).json();
    const answer = await server.inject({
      method: 'GET',
      url: `/api/desk/scans/${scanId}`,
      headers: { host: '127.0.0.1:8460', cookie },
    });
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.rawPayload).toEqual(page);
  });
});
