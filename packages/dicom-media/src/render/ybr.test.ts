import { describe, expect, it } from 'vitest';
import { expand422, ybrToRgb } from './ybr.ts';

const converted = (range: 'full' | 'partial', ...pixels: number[]) => {
  const bytes = Uint8Array.from(pixels);
  ybrToRgb(bytes, range);
  return [...bytes];
};

describe('YBR', () => {
  it('without colour is grey at every level', () => {
    expect(converted('full', 0, 128, 128, 77, 128, 128, 255, 128, 128)).toEqual([0, 0, 0, 77, 77, 77, 255, 255, 255]);
  });

  it('gives the primaries that PS3.3 C.7.6.3.1.2 defines it by', () => {
    expect(converted('full', 76, 85, 255)).toEqual([254, 0, 0]);
    expect(converted('full', 29, 255, 107)).toEqual([0, 0, 254]);
  });

  it('of partial range has black at 16 and white at 235', () => {
    expect(converted('partial', 16, 128, 128, 235, 128, 128)).toEqual([0, 0, 0, 255, 255, 255]);
  });

  it('is clamped, never wrapped', () => {
    expect(converted('full', 255, 255, 255)).toEqual([255, 121, 255]);
  });

  it('of 4:2:2 with an odd number of pixels leaves out the last partner', () => {
    expect([...expand422(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 3)]).toEqual([1, 3, 4, 2, 3, 4, 5, 7, 8]);
  });
});
