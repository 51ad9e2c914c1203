import { describe, expect, it } from 'vitest';
import { element } from '../../testing/made-files.ts';
import { dataSetOf, us, us16 } from '../../testing/made-pixels.ts';
import { applyPalette, readPalette } from './palette.ts';
import type { SampleFrame } from './sample-frame.ts';
import { expandSegments } from './segmented-palette.ts';

const descriptors = (count: number, first: number, bits: number) =>
  [0x00281101, 0x00281102, 0x00281103].map((tag) => us16(tag, count, first, bits));
const tables = (...values: Uint8Array[]) => values.map((bytes, at) => element(0x00281201 + at, 'OW', bytes));

describe('a palette', () => {
  it('of 16-bit entries shows their high byte', () => {
    const dataSet = dataSetOf(...descriptors(2, 0, 16), ...tables(us(0, 0xff00), us(0x8000, 1), us(0x1234, 0)));
    expect(readPalette(dataSet, false)).toEqual({
      first: 0,
      red: Uint8Array.of(0, 255),
      green: Uint8Array.of(0x80, 0),
      blue: Uint8Array.of(0x12, 0),
    });
  });

  it('of 16-bit entries that never exceed 255 shows them as they are', () => {
    const dataSet = dataSetOf(...descriptors(2, 0, 16), ...tables(us(0, 255), us(1, 2), us(3, 4)));
    expect(readPalette(dataSet, false)?.red).toEqual(Uint8Array.of(0, 255));
  });

  it('of 8-bit entries may be packed two to a word', () => {
    const dataSet = dataSetOf(
      ...descriptors(2, 0, 8),
      ...tables(Uint8Array.of(1, 2), Uint8Array.of(3, 4), Uint8Array.of(5, 6)),
    );
    expect(readPalette(dataSet, false)?.blue).toEqual(Uint8Array.of(5, 6));
  });

  it('is missing when one colour is', () => {
    const dataSet = dataSetOf(...descriptors(2, 0, 16), ...tables(us(0, 1), us(0, 1)));
    expect(readPalette(dataSet, false)).toBeUndefined();
  });

  it('is missing when a table is shorter than its descriptor says', () => {
    const dataSet = dataSetOf(...descriptors(256, 0, 16), ...tables(us(0, 1), us(0, 1), us(0, 1)));
    expect(readPalette(dataSet, false)).toBeUndefined();
  });

  it('holds its first colour below its first value and its last above', () => {
    const frame: SampleFrame = { width: 3, height: 1, channels: 1, samples: Uint8Array.of(0, 6, 200), colour: 'rgb' };
    const grey = Uint8Array.of(10, 20);
    const picture = applyPalette(frame, { first: 5, red: grey, green: grey, blue: grey }, (stored) => stored);
    expect([...picture.pixels]).toEqual([10, 10, 10, 20, 20, 20, 20, 20, 20]);
  });

  it('may come in segments', () => {
    const segmented = [0x00281221, 0x00281222, 0x00281223].map((tag) => element(tag, 'OW', us(0, 1, 0, 1, 2, 0xff00)));
    const palette = readPalette(dataSetOf(...descriptors(3, 0, 16), ...segmented), false);
    expect(palette?.green).toEqual(Uint8Array.of(0, 127, 255));
  });
});

describe('a segmented table', () => {
  const expand = (units: number[], count: number) => expandSegments(Uint16Array.from(units), count, 16);

  it('repeats earlier segments by reference', () => {
    expect(expand([0, 2, 7, 8, 2, 1, 0, 0], 4)).toEqual(Uint16Array.of(7, 8, 7, 8));
  });

  it.each([
    ['refers to itself', [0, 1, 7, 2, 1, 6, 0], 9],
    ['refers beyond its end', [0, 1, 7, 2, 1, 60_000, 60_000], 9],
    ['starts with a ramp from nowhere', [1, 4, 9], 4],
    ['is too short', [0, 2, 7], 2],
    ['overfills', [0, 3, 1, 2, 3], 2],
    ['has an unknown kind of segment', [9, 1, 1], 1],
  ])('is refused when it %s', (_, units, count) => {
    expect(expand(units, count)).toBeUndefined();
  });
});
