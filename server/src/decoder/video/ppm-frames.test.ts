import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ppmFrames } from './ppm-frames.ts';

const frame = (width: number, height: number, level: number) =>
  Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), Buffer.alloc(width * height * 3, level)]);

async function framesOf(chunks: Iterable<Buffer>) {
  const frames: { width: number; height: number; levels: number[] }[] = [];
  const stream = (async function* () {
    yield* chunks;
  })();
  for await (const { width, height, pixels } of ppmFrames(stream)) {
    frames.push({ width, height, levels: [...new Set(pixels)] });
  }
  return frames;
}

function* cut(bytes: Buffer, lengths: readonly number[]): Generator<Buffer> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

it('gives every frame of a stream, wherever it is cut', async () => {
  // A level of 50 is the letter 2: pixels that read like a head are pixels.
  const bytes = Buffer.concat([frame(4, 3, 50), frame(4, 3, 80), frame(12, 10, 54)]);
  const expected = [
    { width: 4, height: 3, levels: [50] },
    { width: 4, height: 3, levels: [80] },
    { width: 12, height: 10, levels: [54] },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }), async (lengths) => {
      expect(await framesOf(cut(bytes, lengths))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('leaves out a frame that is cut off, and what is no picture', async () => {
  expect(await framesOf([frame(4, 3, 1), frame(4, 3, 2).subarray(0, 30)])).toHaveLength(1);
  expect(await framesOf([Buffer.alloc(200, 65)])).toEqual([]);
});
