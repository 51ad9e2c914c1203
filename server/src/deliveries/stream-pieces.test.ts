import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type OutgoingPiece, streamPieces } from './stream-pieces.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stream-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, bytes: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function collect(pieces: OutgoingPiece[], signal = new AbortController().signal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await streamPieces(pieces, async (chunk) => void chunks.push(Buffer.from(chunk)), signal);
  return Buffer.concat(chunks);
}

const small = randomBytes(3000);
const large = randomBytes(1_700_000);
const smallFile = keep('small', small);
const largeFile = keep('large', large);
const whole = (file: string, bytes: Buffer) => ({ file, start: 0, end: bytes.length, zeroUntil: 0 });

describe('pieces on their way out', () => {
  it('arrive in order, large and small, made and kept, the same file twice', async () => {
    const made = Buffer.from('made');
    const pieces = [{ bytes: made }, whole(smallFile, small), whole(largeFile, large), whole(smallFile, small)];
    const many = Array.from({ length: 300 }, () => whole(smallFile, small));
    const sent = await collect([...pieces, ...many]);
    expect(sent.equals(Buffer.concat([made, small, large, small, ...many.map(() => small)]))).toBe(true);
  });

  it('may be parts of files', async () => {
    const sent = await collect([{ file: largeFile, start: 600_000, end: 1_200_001, zeroUntil: 0 }]);
    expect(sent.equals(large.subarray(600_000, 1_200_001))).toBe(true);
  });

  it('leave with a zeroed preamble wherever the range begins', async () => {
    const sent = await collect([{ file: smallFile, start: 100, end: 200, zeroUntil: 128 }]);
    expect(sent.subarray(0, 28).every((byte) => byte === 0)).toBe(true);
    expect(sent.subarray(28).equals(small.subarray(128, 200))).toBe(true);
  });

  it('wait for a slow reader with two buffers, never more', async () => {
    const seen = new Set<ArrayBufferLike>();
    let open = 0;
    const slow = async (chunk: Uint8Array) => {
      seen.add(chunk.buffer);
      open += 1;
      expect(open).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
    };
    await streamPieces([whole(largeFile, large), whole(largeFile, large)], slow, new AbortController().signal);
    expect(seen.size).toBe(2);
  });

  it('end with a fault when a kept file is gone or shorter than its record', async () => {
    await expect(collect([{ file: smallFile, start: 0, end: 3001, zeroUntil: 0 }])).rejects.toThrow('shorter');
    await expect(collect([whole(path.join(folder, 'gone'), small)])).rejects.toThrow('ENOENT');
  });

  it('stop when the person goes away, and leave no file open', async () => {
    const gone = new AbortController();
    const before = readdirSync('/dev/fd').length;
    const leave = streamPieces([whole(largeFile, large)], async () => gone.abort(new Error('gone')), gone.signal);
    await expect(leave).rejects.toThrow('gone');
    expect(readdirSync('/dev/fd').length).toBeLessThanOrEqual(before);
  });
});
