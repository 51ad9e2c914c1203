import { describe, expect, it } from 'vitest';
import { type FragmentList, findFrames } from './find-frames.ts';

const start = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const middle = Uint8Array.of(1, 2, 3, 4);

/** Four fragments of 10 bytes; a frame starts in the first and the third. */
const twoFrames: FragmentList = {
  claimedFrames: 2,
  fragmentLengths: [10, 10, 10, 10],
  offsetTable: [],
  coding: 'jpeg',
  head: (fragment) => (fragment % 2 === 0 ? start : middle),
};
const inPairs = [
  { first: 0, count: 2 },
  { first: 2, count: 2 },
];

describe('frames in fragments', () => {
  it('are one a fragment when there are as many, whatever the offset table says', () => {
    const found = findFrames({ ...twoFrames, fragmentLengths: [10, 10], offsetTable: [0, 999] });
    expect(found).toEqual({
      frames: [
        { first: 0, count: 1 },
        { first: 1, count: 1 },
      ],
      miscounted: false,
    });
  });

  it('are all fragments together when there is one frame', () => {
    expect(findFrames({ ...twoFrames, claimedFrames: 1 }).frames).toEqual([{ first: 0, count: 4 }]);
  });

  it('follow an offset table whose every offset is a start', () => {
    expect(findFrames({ ...twoFrames, offsetTable: [0, 36] })).toEqual({ frames: inPairs, miscounted: false });
  });

  it.each([
    ['empty', []],
    ['zeroed', [0, 0]],
    ['off by some bytes', [0, 38]],
    ['beyond the end', [0, 4_000_000_000]],
    ['pointing into the middle of a frame', [0, 18]],
    ['of another length', [0, 18, 36]],
  ])('are cut where they start when the table is %s', (_, offsetTable) => {
    expect(findFrames({ ...twoFrames, offsetTable })).toEqual({ frames: inPairs, miscounted: false });
  });

  it('are shown as found, and said to be miscounted, when the header claims more', () => {
    expect(findFrames({ ...twoFrames, claimedFrames: 3 })).toEqual({ frames: inPairs, miscounted: true });
  });

  it('of RLE are cut by their tables of segments', () => {
    const table = new Uint8Array(64);
    table.set([1, 0, 0, 0, 64]);
    const found = findFrames({ ...twoFrames, coding: 'rle', head: (at) => (at % 2 === 0 ? table : middle) });
    expect(found.frames).toEqual(inPairs);
  });

  it('are none without fragments', () => {
    expect(findFrames({ ...twoFrames, fragmentLengths: [] })).toEqual({ frames: [], miscounted: true });
  });
});
