import type { Picture } from '../render/sample-frame.ts';
import { type KeptBox, keptRuns } from './mask-plan.ts';

/** How bright each cell of a frame is, row by row: enough to see that words came or went, small enough to keep for all. */
export type FrameSketch = Uint8Array;

const COLUMNS = 48;
const ROWS = 36;

/** A cell in which a line of white letters appears on black gets about 30 levels brighter. */
const CHANGED_LEVELS = 20;
/** So many changed cells make another view; a word of five letters covers about six. */
const CHANGED_CELLS = 6;
/** More would not be looked at. */
const MOST_VIEWS = 8;
/** Clocks and counters move in the banner of every clip; a banner that moves to another place changes more than this. */
const SURROUND_SHARE = 0.05;

/**
 * The sketch of one frame: the mean brightness of each of 48 x 36 cells, 0 to 255. A pixel is as bright as the brightest of
 * its colours: words in pure red or blue are as easy to read as white ones.
 */
export function sketchFrame({ width, height, channels, pixels }: Picture): FrameSketch {
  const sums = new Float64Array(COLUMNS * ROWS);
  const counts = new Uint32Array(COLUMNS * ROWS);
  const columnOf = Uint16Array.from({ length: width }, (_, x) => Math.floor((x * COLUMNS) / width));
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS;
    for (let x = 0; x < width; x++) {
      const cell = row + (columnOf[x] as number);
      const at = (y * width + x) * channels;
      const first = pixels[at] as number;
      const level = channels === 3 ? Math.max(first, pixels[at + 1] as number, pixels[at + 2] as number) : first;
      sums[cell] = (sums[cell] as number) + level;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return Uint8Array.from(sums, (sum, cell) => sum / Math.max(1, counts[cell] as number));
}

/**
 * The frames that a person has to look at, in order: first, middle and last, and as long as one differs, the frame that
 * is least like all of those. What shows for a moment between two looked-alike frames is found too; a word in letters
 * too small or faint to brighten its cells is not: so the whole clip is shown as well.
 */
export function distinctViews(sketches: readonly FrameSketch[]): number[] {
  const last = sketches.length - 1;
  if (last < 0) return [];
  const chosen = new Set([0, Math.floor(sketches.length / 2), last]);
  const apart = sketches.map((sketch) =>
    Math.min(...[...chosen].map((frame) => changedCells(sketch, sketches[frame] as FrameSketch))),
  );
  while (chosen.size < MOST_VIEWS) {
    const farthest = apart.indexOf(Math.max(...apart));
    if ((apart[farthest] as number) < CHANGED_CELLS) break;
    chosen.add(farthest);
    const other = sketches[farthest] as FrameSketch;
    for (const [frame, sketch] of sketches.entries()) {
      apart[frame] = Math.min(apart[frame] as number, changedCells(sketch, other));
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/**
 * True when what lies around the boxes becomes another screen within the clip: then boxes that the header names once
 * may not be right for every frame, and somebody has to look.
 */
export function surroundChanges(
  sketches: readonly FrameSketch[],
  boxes: readonly KeptBox[],
  { width, height }: { width: number; height: number },
): boolean {
  const outside = cellsOutside(boxes, width, height);
  const [first] = sketches;
  if (!first || outside.length === 0) return false;
  return sketches.some((sketch) => {
    const changed = outside.filter((cell) => hasChanged(sketch, first, cell)).length;
    return changed >= CHANGED_CELLS && changed / outside.length > SURROUND_SHARE;
  });
}

/** Cells of which no pixel lies in a box. */
function cellsOutside(boxes: readonly KeptBox[], width: number, height: number): number[] {
  const touched = new Set<number>();
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS;
    for (const [from, until] of keptRuns(boxes, y, width)) {
      const end = Math.floor(((until - 1) * COLUMNS) / width);
      for (let column = Math.floor((from * COLUMNS) / width); column <= end; column++) touched.add(row + column);
    }
  }
  return Array.from({ length: COLUMNS * ROWS }, (_, cell) => cell).filter((cell) => !touched.has(cell));
}

function changedCells(one: FrameSketch, other: FrameSketch): number {
  let changed = 0;
  for (let cell = 0; cell < one.length; cell++) if (hasChanged(one, other, cell)) changed++;
  return changed;
}

function hasChanged(one: FrameSketch, other: FrameSketch, cell: number): boolean {
  return Math.abs((one[cell] as number) - (other[cell] as number)) > CHANGED_LEVELS;
}
