import { describe, expect, it } from 'vitest';
import { frameAt, positionOfFrame } from './use-clip.ts';
import { clampView, zoomAround } from './use-zoom.ts';

describe('zooming', () => {
  it('keeps the point under the finger where it is', () => {
    const point = { x: 40, y: -20 };
    const before = { scale: 1.5, x: 10, y: 5 };
    const after = zoomAround(before, 2, point);
    expect((point.x - after.x) / after.scale).toBeCloseTo((point.x - before.x) / before.scale);
    expect((point.y - after.y) / after.scale).toBeCloseTo((point.y - before.y) / before.scale);
  });

  it('never loses the picture off the stage, and never goes below whole', () => {
    expect(clampView({ scale: 2, x: 900, y: -900 }, 400, 300)).toEqual({ scale: 2, x: 200, y: -150 });
    expect(clampView({ scale: 0.2, x: 50, y: 50 }, 400, 300)).toEqual({ scale: 1, x: 0, y: 0 });
    expect(zoomAround({ scale: 6, x: 0, y: 0 }, 10, { x: 0, y: 0 }).scale).toBe(8);
  });
});

describe('the frames of a clip', () => {
  it('are found back from the middle of each', () => {
    for (const [durationMs, frames] of [
      [4000, 60],
      [1001, 30],
      [333, 10],
    ] as const) {
      for (let frame = 0; frame < frames; frame++)
        expect(frameAt(positionOfFrame(frame, durationMs, frames), durationMs, frames)).toBe(frame);
    }
  });

  it('stay within the clip', () => {
    expect(frameAt(9999, 4000, 60)).toBe(59);
    expect(frameAt(100, 0, 60)).toBe(0);
    expect(positionOfFrame(-1, 4000, 40)).toBe(50);
    expect(positionOfFrame(40, 4000, 40)).toBe(3950);
  });
});
