import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMultipart } from './multipart-related.ts';

const boundary = 'AaB';
/** Bodies made mostly of pieces of boundaries, which is where a reader goes wrong. */
const pieces = fc.constantFrom('\r', '\n', '\r\n', '--', '-', 'A', 'a', 'B', '\r\n--', '\r\n--Aa', '\0', 'x');
const body = fc
  .array(pieces, { maxLength: 60 })
  .map((list) => list.join(''))
  .filter((text) => !text.includes(`\r\n--${boundary}`))
  .map((text) => Buffer.from(text, 'latin1'));

it('whatever is in it and however it is cut, each part comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(body, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(40), { minLength: 1 }),
      async (bodies, cuts) => {
        const answer = Buffer.concat([
          ...bodies.flatMap((one) => [
            Buffer.from(`--${boundary}\r\nContent-Type: a/b\r\n\r\n`),
            one,
            Buffer.from('\r\n'),
          ]),
          Buffer.from(`--${boundary}--`),
        ]);
        const parts: Buffer[] = [];
        const reader = readMultipart(boundary, {
          begin: () => {
            parts.push(Buffer.alloc(0));
            return undefined;
          },
          bytes: async (chunk) => {
            parts.push(Buffer.concat([parts.pop() ?? Buffer.alloc(0), chunk]));
          },
        });
        for (let at = 0, turn = 0; at < answer.length; turn++) {
          const length = 1 + (cuts[turn % cuts.length] ?? 0);
          expect(await reader.feed(answer.subarray(at, at + length))).toBeUndefined();
          at += length;
        }
        expect(reader.finish()).toBeUndefined();
        expect(parts).toEqual(bodies);
      },
    ),
    { numRuns: 300 },
  );
});

it('any bytes at all end in a named problem or in parts, never in a throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const reader = readMultipart(boundary, { begin: () => undefined, bytes: async () => {} });
      const problem = (await reader.feed(bytes)) ?? reader.finish();
      expect(['string', 'undefined']).toContain(typeof problem);
    }),
  );
});
