import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { multipartBoundary, readMultipart } from './multipart-related.ts';

const boundary = 'b7f3';

type Part = { headers: ReadonlyMap<string, string>; bytes: Buffer };

async function read(answer: Buffer, cut: number): Promise<{ parts: Part[]; problem: string | undefined }> {
  const parts: Part[] = [];
  const reader = readMultipart(boundary, {
    begin: (headers) => {
      parts.push({ headers, bytes: Buffer.alloc(0) });
      return undefined;
    },
    bytes: async (chunk) => {
      const part = parts.at(-1) as Part;
      part.bytes = Buffer.concat([part.bytes, chunk]);
    },
  });
  for (let at = 0; at < answer.length; at += cut) {
    const problem = await reader.feed(answer.subarray(at, at + cut));
    if (problem) return { parts, problem };
  }
  return { parts, problem: reader.finish() };
}

const part = (body: string | Buffer, headers = 'Content-Type: application/dicom\r\n') =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${headers}\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
const end = Buffer.from(`--${boundary}--\r\n`);

describe('a multipart answer', () => {
  const tricky = Buffer.from(`\r\n--b7f2 \r\r\n--b7f\r\n--\0\r\n--b7 -- \r`, 'latin1');

  it.each([1, 2, 3, 5, 7, 64, 100_000])('is read the same when it arrives in pieces of %i bytes', async (cut) => {
    const { parts, problem } = await read(Buffer.concat([part(tricky), part('two'), end]), cut);
    expect(problem).toBeUndefined();
    expect(parts.map((one) => one.bytes)).toEqual([tricky, Buffer.from('two')]);
    expect(parts[0]?.headers.get('content-type')).toBe('application/dicom');
  });

  it('is read behind a preamble, with blanks behind the boundary, and what follows its end is ignored', async () => {
    const padded = Buffer.from(part('x').toString().replace(boundary, `${boundary} \t`));
    const { parts, problem } = await read(
      Buffer.concat([Buffer.from('hello\r\n'), padded, end, Buffer.from('more')]),
      4,
    );
    expect(problem).toBeUndefined();
    expect(parts.map((one) => one.bytes.toString())).toEqual(['x']);
  });

  it('gives a body that begins with dashes untouched', async () => {
    const { parts } = await read(Buffer.concat([part('--b7\r\n'), end]), 100);
    expect(parts[0]?.bytes.toString()).toBe('--b7\r\n');
  });

  it('that stops before its last boundary is named, never taken for whole', async () => {
    expect((await read(part('half'), 9)).problem).toBe('missing-end');
    expect((await read(Buffer.alloc(0), 1)).problem).toBe('missing-end');
  });

  it('with endless headers or an endless preamble is left', async () => {
    const headers = `X-Fill: ${'a'.repeat(20_000)}\r\n`;
    expect((await read(Buffer.concat([part('x', headers), end]), 1000)).problem).toBe('headers-too-long');
    expect((await read(Buffer.alloc(50_000, 0x2e), 1000)).problem).toBe('preamble-too-long');
  });

  it('with something else behind a boundary or no colon in a header is left', async () => {
    expect((await read(Buffer.from(`--${boundary}abc\r\n\r\n`), 100)).problem).toBe('boundary-unreadable');
    expect((await read(part('x', 'not a header\r\n'), 100)).problem).toBe('headers-unreadable');
  });

  it('holds back no more than a boundary while bytes go through', async () => {
    let most = 0;
    const reader = readMultipart(boundary, {
      begin: () => undefined,
      bytes: async (chunk) => {
        most = Math.max(most, chunk.length);
      },
    });
    await reader.feed(part(Buffer.alloc(10)));
    for (let piece = 0; piece < 50; piece++) await reader.feed(Buffer.alloc(1000, 0x0d));
    expect(most).toBeLessThanOrEqual(1000 + boundary.length + 4);
  });
});

describe('the boundary in a content type', () => {
  it('is found bare and quoted', () => {
    expect(multipartBoundary('multipart/related; type="application/dicom"; boundary=abc-1')).toBe('abc-1');
    expect(multipartBoundary('multipart/related; boundary="a b;c"; type="application/dicom"')).toBe('a b;c');
  });

  it('is refused when absent or longer than any boundary', () => {
    expect(multipartBoundary('multipart/related; type="application/dicom"')).toBeUndefined();
    expect(multipartBoundary(`multipart/related; boundary=${'x'.repeat(300)}`)).toBeUndefined();
  });
});
