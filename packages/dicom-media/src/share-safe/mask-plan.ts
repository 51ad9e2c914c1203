import { firstNumber, items } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';

/** A part of a picture that stays, in pixels from the top left corner; both ends inside. */
export type KeptBox = { left: number; top: number; right: number; bottom: number };

/**
 * What of a picture may stay. `by-hand`: the header does not say where the scan ends and the machine's banner begins, so
 * a person has to draw the box; nothing is masked by guess.
 */
export type MaskPlan =
  | { kind: 'boxes'; boxes: KeptBox[] }
  | { kind: 'by-hand'; why: 'no-region' | 'whole-picture' | 'outside-picture' };

/** (0018,6014): tissue, colour flow, PW and CW Doppler; ECG, pulse, heart sound, and the bars of grey and colour. */
const KEPT_TYPES = new Set([1, 2, 3, 4, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e]);

/** Machines write up to six; a list beyond this is not theirs. */
const MAX_REGIONS = 64;

/** A box over nearly everything leaves the banner inside it. */
const NEARLY_ALL = 0.95;

/** Masks by the Sequence of Ultrasound Regions (0018,6011), PS3.3 C.8.5.5. */
export function planMask(dataSet: DataSet, picture: { width: number; height: number }): MaskPlan {
  const regions = items(dataSet, 0x00186011)
    .slice(0, MAX_REGIONS)
    .flatMap((item) => {
      const [left, top, right, bottom] = [0x00186018, 0x0018601a, 0x0018601c, 0x0018601e].map((tag) =>
        firstNumber(item, tag, 'UL'),
      );
      if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
      return [{ type: firstNumber(item, 0x00186014, 'US') ?? 0, left, top, right, bottom }];
    });
  return planFromRegions(regions, picture);
}

export function planFromRegions(
  regions: readonly (KeptBox & { type: number })[],
  { width, height }: { width: number; height: number },
): MaskPlan {
  // One box too far says that the picture was scaled or cut after it was made: then no box of it is right. Some makers
  // name the edge itself as the last pixel (800 of 800).
  if (regions.some(({ right, bottom }) => right > width || bottom > height)) {
    return { kind: 'by-hand', why: 'outside-picture' };
  }
  const boxes = regions
    .filter(({ type }) => KEPT_TYPES.has(type))
    .filter(({ left, top, right, bottom }) => right > left && bottom > top)
    .map(({ left, top, right, bottom }) => ({
      ...{ left, top },
      right: Math.min(right, width - 1),
      bottom: Math.min(bottom, height - 1),
    }));
  if (boxes.length === 0) return { kind: 'by-hand', why: 'no-region' };
  if (keepsNearlyAll(boxes, { width, height })) return { kind: 'by-hand', why: 'whole-picture' };
  return { kind: 'boxes', boxes };
}

/** True when so little is masked that a banner would stay. */
export function keepsNearlyAll(
  boxes: readonly KeptBox[],
  { width, height }: { width: number; height: number },
): boolean {
  return keptShare(boxes, width, height) > NEARLY_ALL;
}

/** True when no pixel of the box lies outside of the others: then nothing stays that they would have masked. */
export function liesWithin(box: KeptBox, boxes: readonly KeptBox[]): boolean {
  for (let row = box.top; row <= box.bottom; row++) {
    const runs = keptRuns(boxes, row, box.right + 1);
    if (!runs.some(([from, until]) => from <= box.left && until > box.right)) return false;
  }
  return true;
}

/** The part of the picture that the boxes cover together, from 0 to 1. */
function keptShare(boxes: readonly KeptBox[], width: number, height: number): number {
  let kept = 0;
  for (let row = 0; row < height; row++) {
    for (const [from, until] of keptRuns(boxes, row, width)) kept += until - from;
  }
  return kept / (width * height);
}

/** The columns of a row that stay, as [first, behind the last], in order and joined. */
export function keptRuns(boxes: readonly KeptBox[], row: number, width: number): [number, number][] {
  const runs: [number, number][] = [];
  const own = boxes.filter(({ top, bottom }) => row >= top && row <= bottom).sort((a, b) => a.left - b.left);
  for (const { left, right } of own) {
    const from = Math.max(0, left);
    const until = Math.min(width, right + 1);
    const last = runs.at(-1);
    if (until <= from) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else runs.push([from, until]);
  }
  return runs;
}
