import { describe, expect, it } from 'vitest';
import { pixels } from '../../testing/made-pixels.ts';
import { type GreyRules, keepsCodes, renderGrey, type Voi } from './grey.ts';
import type { SampleFrame } from './sample-frame.ts';

const asIs: GreyRules = { modality: { kind: 'linear', slope: 1, intercept: 0 }, voi: undefined, inverted: false };
const window = (shape: 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID', centre: number, width: number): Voi => ({
  kind: 'window',
  shape,
  centre,
  width,
});

function frame(samples: SampleFrame['samples']): SampleFrame {
  return { width: samples.length, height: 1, channels: 1, samples, colour: 'as-described' };
}

const shown = (samples: SampleFrame['samples'], rules: GreyRules, p = pixels()) => [
  ...renderGrey(frame(samples), p, rules).pixels,
];

describe('grey pixels', () => {
  it('of 8 bits without a window keep their values', () => {
    expect(shown(Uint8Array.of(0, 1, 128, 255), asIs)).toEqual([0, 1, 128, 255]);
  });

  it('of MONOCHROME1 are inverted at the end', () => {
    expect(shown(Uint8Array.of(0, 255), { ...asIs, inverted: true })).toEqual([255, 0]);
  });

  it('of more bits without a window use what the frame really holds', () => {
    const deep = pixels({ bitsAllocated: 16, bitsStored: 12, highBit: 11 });
    expect(shown(Uint16Array.of(100, 200, 300), asIs, deep)).toEqual([0, 127, 255]);
  });

  it('that are signed count below zero', () => {
    const signed = pixels({ bitsAllocated: 16, bitsStored: 16, highBit: 15, isSigned: true });
    const rules = { ...asIs, voi: window('LINEAR_EXACT', 0, 200) };
    expect(shown(Uint16Array.of(0xff9c, 0, 100), rules, signed)).toEqual([0, 127, 255]);
  });

  it('are rescaled before the window', () => {
    const deep = pixels({ bitsAllocated: 16, bitsStored: 16, highBit: 15 });
    const hounsfield: GreyRules = {
      modality: { kind: 'linear', slope: 2, intercept: -1000 },
      voi: window('LINEAR_EXACT', 0, 2000),
      inverted: false,
    };
    expect(shown(Uint16Array.of(0, 500, 1000), hounsfield, deep)).toEqual([0, 127, 255]);
  });

  it('follow the three shapes of PS3.3 C.11.2.1', () => {
    const at = Uint8Array.of(0, 127, 128, 255);
    expect(shown(at, { ...asIs, voi: window('LINEAR', 128, 256) })).toEqual([0, 127, 128, 255]);
    expect(shown(at, { ...asIs, voi: window('LINEAR', 128, 1) })).toEqual([0, 0, 255, 255]);
    expect(shown(at, { ...asIs, voi: window('SIGMOID', 127, 64) })).toEqual([0, 127, 131, 254]);
  });

  it('pass through a table, its ends holding beyond it', () => {
    const table = { first: 10, bits: 16, entries: Uint16Array.of(0, 65535, 32768) };
    expect(shown(Uint8Array.of(0, 11, 12, 200), { ...asIs, voi: { kind: 'table', table } })).toEqual([
      0, 255, 128, 128,
    ]);
  });

  it('of 32 bits are shown without a table of all codes', () => {
    const dose = pixels({ bitsAllocated: 32, bitsStored: 32, highBit: 31 });
    expect(shown(Uint32Array.of(0, 2_000_000_000, 4_000_000_000), asIs, dose)).toEqual([0, 127, 255]);
  });

  it('may pass as stored only when the rules change none of them', () => {
    expect(keepsCodes(pixels(), asIs)).toBe(true);
    expect(keepsCodes(pixels(), { ...asIs, voi: window('LINEAR', 127, 255) })).toBe(true);
    expect(keepsCodes(pixels(), { ...asIs, voi: window('LINEAR', 100, 150) })).toBe(false);
    expect(keepsCodes(pixels(), { ...asIs, inverted: true })).toBe(false);
    expect(keepsCodes(pixels({ bitsAllocated: 16, bitsStored: 12, highBit: 11 }), asIs)).toBe(false);
  });
});
