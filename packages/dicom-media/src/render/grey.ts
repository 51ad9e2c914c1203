import type { LookupTable } from './lookup-table.ts';
import { lookUp } from './lookup-table.ts';
import type { PixelDescription } from './pixel-description.ts';
import type { Picture, SampleFrame } from './sample-frame.ts';

export type Modality = { kind: 'linear'; slope: number; intercept: number } | { kind: 'table'; table: LookupTable };

/** PS3.3 C.11.2.1: how modality values become grey. */
export type Voi =
  | { kind: 'window'; shape: 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID'; centre: number; width: number }
  | { kind: 'table'; table: LookupTable };

export type GreyRules = { modality: Modality; voi: Voi | undefined; inverted: boolean };

type Grey = (code: number) => number;

/** Stored codes to 8-bit grey: modality, VOI, then the inversion of MONOCHROME1. */
export function renderGrey(frame: SampleFrame, p: PixelDescription, rules: GreyRules): Picture {
  const grey = greyOf(frame, p, rules);
  const { samples, width, height } = frame;
  const pixels = new Uint8Array(width * height);
  if (p.bitsStored > 16) {
    for (let at = 0; at < pixels.length; at++) pixels[at] = grey(samples[at] as number);
  } else {
    const table = Uint8Array.from({ length: 2 ** p.bitsStored }, (_, code) => grey(code));
    for (let at = 0; at < pixels.length; at++) pixels[at] = table[samples[at] as number] as number;
  }
  return { width, height, channels: 1, pixels };
}

/** True when every stored 8-bit code is shown as itself (one level of cutting off allowed): the stream may pass as it is. */
export function keepsCodes(p: PixelDescription, rules: GreyRules): boolean {
  if (p.bitsStored !== 8 || p.isSigned) return false;
  const none: SampleFrame = { width: 0, height: 0, channels: 1, samples: new Uint8Array(0), colour: 'as-described' };
  const grey = greyOf(none, p, rules);
  for (let code = 0; code < 256; code++) if (Math.abs(grey(code) - code) > 1) return false;
  return true;
}

/** A stored code as the number it stands for: two's complement within Bits Stored. */
export function codeToValue(p: PixelDescription): (code: number) => number {
  if (!p.isSigned) return (code) => code;
  const half = 2 ** (p.bitsStored - 1);
  return (code) => (code >= half ? code - 2 * half : code);
}

/** Ends of the 8-bit scale in the order in which values run through it: MONOCHROME1 runs downwards. */
type Scale = { from: number; to: number };

function greyOf(frame: SampleFrame, p: PixelDescription, rules: GreyRules): Grey {
  const value = codeToValue(p);
  const modality = modalityOf(rules.modality);
  const scale = rules.inverted ? { from: 255, to: 0 } : { from: 0, to: 255 };
  const level = rules.voi
    ? voiOf(rules.voi, scale)
    : stretch(
        rangeOf(frame, p, (code) => modality(value(code))),
        scale,
      );
  // Cut off, not rounded: PS3.3 leaves it open, and so each level equals that of DCMTK and what is built on it.
  return (code) => Math.min(255, Math.max(0, Math.trunc(level(modality(value(code))))));
}

function modalityOf(modality: Modality): (value: number) => number {
  if (modality.kind === 'table') return (value) => lookUp(modality.table, value);
  return (value) => value * modality.slope + modality.intercept;
}

function voiOf(voi: Voi, { from, to }: Scale): (value: number) => number {
  const range = to - from;
  if (voi.kind === 'table') {
    // The eight most significant bits, as of palettes.
    const step = 256 / 2 ** voi.table.bits;
    return (value) => Math.abs(from - Math.trunc(lookUp(voi.table, value) * step));
  }
  const { centre, width } = voi;
  if (voi.shape === 'SIGMOID') return (value) => from + range / (1 + Math.exp((-4 * (value - centre)) / width));
  if (voi.shape === 'LINEAR_EXACT') return straight(centre - width / 2, centre + width / 2, { from, to });
  // A width of 1 is a threshold: PS3.3 C.11.2.1.2.1.
  if (width <= 1) return (value) => (value <= centre - 0.5 ? from : to);
  return straight(centre - 0.5 - (width - 1) / 2, centre - 0.5 + (width - 1) / 2, { from, to });
}

/** From `low` to `high` along the scale; one product and one sum, so that a window of 256 over 8 bits changes nothing. */
function straight(low: number, high: number, { from, to }: Scale): (value: number) => number {
  const step = (to - from) / (high - low || 1);
  const start = to - ((low + high) / 2 / (high - low || 1) + 0.5) * (to - from);
  return (value) => (value <= low ? from : value > high ? to : start + value * step);
}

/** Without a window: 8-bit pixels use the full range, deeper ones what the frame really holds. */
function rangeOf(frame: SampleFrame, p: PixelDescription, modality: (code: number) => number): [number, number] {
  if (p.bitsStored === 1) return [modality(0), modality(1)];
  if (p.bitsStored === 8) {
    const ends = p.isSigned ? [128, 127] : [0, 255];
    return ordered(modality(ends[0] as number), modality(ends[1] as number));
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < frame.samples.length; at++) {
    const value = modality(frame.samples[at] as number);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low < high ? [low, high] : [0, 2 ** p.bitsStored - 1];
}

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

function stretch([low, high]: [number, number], scale: Scale): (value: number) => number {
  return straight(low, high, scale);
}
