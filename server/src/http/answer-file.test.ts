import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileAnswer } from '../store/file-answer.ts';
import { answerFile } from './answer-file.ts';

const content = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
const chunkBytes = 7_000;
let server: FastifyInstance;
let port = 0;
let pulled = 0;
const finished: [number, boolean][] = [];

const file: FileAnswer = {
  mediaType: 'application/zip',
  sizeBytes: content.byteLength,
  etag: '"abc"',
  fileName: 'Pictures.zip',
  disposition: 'attachment',
  stream: async (start, end, write) => {
    for (let at = start; at < end; at += chunkBytes) {
      await write(content.subarray(at, Math.min(end, at + chunkBytes)));
      pulled += 1;
    }
  },
  finished: async (sentBytes, complete) => {
    finished.push([sentBytes, complete]);
  },
};

/** As large as wished without being anywhere, to be broken off. */
const endless: FileAnswer = {
  ...file,
  sizeBytes: 2 ** 40,
  stream: async (_start, _end, write, signal) => {
    const chunk = Buffer.alloc(65_536);
    while (!signal.aborted) {
      await write(chunk);
      pulled += 1;
    }
  },
};

beforeAll(async () => {
  server = fastify();
  server.get('/file', async (request, reply) => {
    await answerFile(request, reply, file);
    return reply;
  });
  server.get('/endless', async (request, reply) => {
    await answerFile(request, reply, endless);
    return reply;
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

async function get(headers: Record<string, string> = {}, method = 'GET') {
  const answer = await fetch(`http://127.0.0.1:${port}/file`, { method, headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test('the whole file, with its length and name', async () => {
  const { status, headers, bytes } = await get();
  expect(status).toBe(200);
  expect(headers.get('content-length')).toBe('100000');
  expect(headers.get('accept-ranges')).toBe('bytes');
  expect(headers.get('content-disposition')).toBe('attachment; filename="Pictures.zip"');
  expect(bytes.equals(content)).toBe(true);
  expect(finished.at(-1)).toEqual([100_000, true]);
});

test('a part of it, wherever it lies', async () => {
  for (const [range, start, end] of [
    ['bytes=0-0', 0, 1],
    ['bytes=6999-7000', 6999, 7001],
    ['bytes=99000-', 99_000, 100_000],
    ['bytes=-500', 99_500, 100_000],
  ] as const) {
    const { status, headers, bytes } = await get({ range });
    expect(status).toBe(206);
    expect(headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/100000`);
    expect(headers.get('content-length')).toBe(String(end - start));
    expect(bytes.equals(content.subarray(start, end))).toBe(true);
  }
});

test('a part of another file than this one is answered with all of this one', async () => {
  expect((await get({ range: 'bytes=5-9', 'if-range': '"other"' })).status).toBe(200);
  expect((await get({ range: 'bytes=5-9', 'if-range': '"abc"' })).status).toBe(206);
});

test('a part beyond the end is refused with the length', async () => {
  const { status, headers } = await get({ range: 'bytes=100000-' });
  expect(status).toBe(416);
  expect(headers.get('content-range')).toBe('bytes */100000');
});

test('HEAD tells everything and sends nothing; a copy that is still good is not sent again', async () => {
  const before = pulled;
  const head = await get({}, 'HEAD');
  expect(head.headers.get('content-length')).toBe('100000');
  expect((await get({ 'if-none-match': '"abc"' })).status).toBe(304);
  expect(pulled).toBe(before);
});

test('a browser that stops reading stops the source, and one that leaves ends it', async () => {
  pulled = 0;
  const answer = await new Promise<IncomingMessage>((resolve) => {
    httpRequest({ host: '127.0.0.1', port, path: '/endless' }, resolve).end();
  });
  answer.pause();
  // Its buffers fill, then nothing more is read; that takes a moment and then stays.
  let seen = -1;
  await expect
    .poll(
      () => {
        const still = pulled === seen;
        seen = pulled;
        return still;
      },
      { timeout: 5_000, interval: 200 },
    )
    .toBe(true);
  expect(seen * 65_536).toBeLessThan(64 * 1024 * 1024);
  answer.destroy();
  await expect.poll(() => finished.at(-1)?.[1], { timeout: 5_000 }).toBe(false);
});
