import { describe, expect, it } from 'vitest';
import type { Picture } from '../render/sample-frame.ts';
import { distinctViews, sketchFrame, surroundChanges } from './distinct-views.ts';

const size = { width: 480, height: 360 };

const noise = Uint8Array.from({ length: size.width * size.height + 5000 }, (_, at) => {
  const mixed = Math.imul(at ^ (at >>> 7), 0x9e3779b1) >>> 0;
  return 30 + (mixed >>> 27);
});

/** Grey noise that differs from frame to frame as speckle does, with a white bar of 60 x 14 pixels where `word` says. */
function frame(seed: number, word?: { x: number; y: number }): Picture {
  const pixels = noise.slice(seed * 37, seed * 37 + size.width * size.height);
  if (word) {
    for (let y = word.y; y < word.y + 14; y++) pixels.fill(255, y * size.width + word.x, y * size.width + word.x + 60);
  }
  return { ...size, channels: 1, pixels };
}

const clip = (frames: number, wordAt: (frame: number) => { x: number; y: number } | undefined = () => undefined) =>
  Array.from({ length: frames }, (_, at) => sketchFrame(frame(at, wordAt(at))));

describe('the frames of a clip that have to be looked at', () => {
  it('are first, middle and last when nothing but speckle changes', () => {
    expect(distinctViews(clip(21))).toEqual([0, 10, 20]);
    expect(distinctViews(clip(2))).toEqual([0, 1]);
    expect(distinctViews([])).toEqual([]);
  });

  it('hold the one frame in which a word shows for a moment', () => {
    expect(distinctViews(clip(21, (at) => (at === 7 ? { x: 100, y: 100 } : undefined)))).toEqual([0, 7, 10, 20]);
  });

  it.each([
    ['red', 0],
    ['green', 1],
    ['blue', 2],
  ])('hold a frame with a word in pure %s', (_, colour) => {
    const sketches = Array.from({ length: 21 }, (__, at) => {
      const { pixels } = frame(0, at === 7 ? { x: 100, y: 100 } : undefined);
      const coloured = new Uint8Array(pixels.length * 3);
      for (const [pixel, level] of pixels.entries()) if (level === 255) coloured[pixel * 3 + colour] = level;
      return sketchFrame({ ...size, channels: 3, pixels: coloured });
    });
    expect(distinctViews(sketches)).toEqual([0, 7, 10, 20]);
  });

  it('are never more than somebody would look at', () => {
    const views = distinctViews(clip(40, (at) => ({ x: 10 + at * 9, y: (at * 37) % 340 })));
    expect(views.length).toBe(8);
    expect(views).toEqual([...views].sort((a, b) => a - b));
  });
});

describe('the screen around the scan', () => {
  const boxes = [{ left: 0, top: 60, right: 479, bottom: 359 }];

  it('is the same while a clock counts in it, and another one when its banner moves', () => {
    const clock = clip(10, (at) => (at % 2 ? { x: 400, y: 10 } : undefined));
    expect(surroundChanges(clock, boxes, size)).toBe(false);
    const whole = Array.from({ length: 4 }, (_, at) => {
      const picture = frame(at);
      if (at === 2) picture.pixels.fill(200, 0, size.width * 40);
      return sketchFrame(picture);
    });
    expect(surroundChanges(whole, boxes, size)).toBe(true);
  });

  it('does not change with what happens in the scan', () => {
    expect(
      surroundChanges(
        clip(10, (at) => ({ x: 10 * at, y: 200 })),
        boxes,
        size,
      ),
    ).toBe(false);
  });
});
