import type { Picture } from '@echoback/dicom-media';
import { describe, expect, it } from 'vitest';
import { matrixFor, toYuv420 } from './yuv.ts';

const bt601 = matrixFor(480);

function filled(width: number, height: number, ...colour: number[]): Picture {
  const channels = colour.length as 1 | 3;
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, at) => colour[at % channels] ?? 0);
  return { width, height, channels, pixels };
}
const oneOfEach = (picture: Picture) => {
  const planes = toYuv420(picture, bt601);
  return [planes[0], planes[4], planes[5]];
};

describe('4:2:0 in limited range', () => {
  it('has black at 16, white at 235 and grey without colour', () => {
    expect(oneOfEach(filled(2, 2, 0, 0, 0))).toEqual([16, 128, 128]);
    expect(oneOfEach(filled(2, 2, 255, 255, 255))).toEqual([235, 128, 128]);
    expect(oneOfEach(filled(2, 2, 128))).toEqual([126, 128, 128]);
  });

  it('has the primaries where BT.601 puts them', () => {
    expect(oneOfEach(filled(2, 2, 255, 0, 0))).toEqual([81, 90, 240]);
    expect(oneOfEach(filled(2, 2, 0, 255, 0))).toEqual([145, 54, 34]);
    expect(oneOfEach(filled(2, 2, 0, 0, 255))).toEqual([41, 240, 110]);
  });

  it('shows an odd last column and row twice', () => {
    const picture: Picture = { width: 1, height: 1, channels: 3, pixels: Uint8Array.of(255, 0, 0) };
    expect([...toYuv420(picture, bt601)]).toEqual([81, 81, 81, 81, 90, 240]);
  });

  it('is tagged with what players guess by height', () => {
    expect(matrixFor(576).tag).toBe('smpte170m');
    expect(matrixFor(720).tag).toBe('bt709');
  });
});
