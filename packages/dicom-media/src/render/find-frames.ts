import type { PixelCoding } from './pixel-coding.ts';
import { startsRleFrame } from './rle.ts';

/** Fragments of one frame: the first and how many follow each other. */
export type FrameFragments = { first: number; count: number };

export type FoundFrames = {
  frames: FrameFragments[];
  /** True when the file holds fewer or more frames than its header claims. */
  miscounted: boolean;
};

/** Enough bytes of a fragment to tell whether a frame starts there. */
export const FRAGMENT_HEAD_BYTES = 64;

export type FragmentList = {
  claimedFrames: number;
  fragmentLengths: readonly number[];
  /** Offsets of the frames' first item tags from the first fragment's item tag (PS3.5 A.4); empty when absent. */
  offsetTable: readonly number[];
  coding: PixelCoding;
  /** First bytes of a fragment; read only where the count of fragments leaves a doubt. */
  head: (fragment: number) => Uint8Array;
};

/**
 * Which fragments make which frame. Real files have empty, zeroed and wrong offset tables, so a table is believed
 * only when each of its offsets is the start of a fragment in which a frame starts; else frames are cut where they start.
 */
export function findFrames(list: FragmentList): FoundFrames {
  const total = list.fragmentLengths.length;
  if (total === 0) return { frames: [], miscounted: true };
  if (list.claimedFrames === 1) return { frames: [{ first: 0, count: total }], miscounted: false };
  if (total === list.claimedFrames) {
    return { frames: Array.from({ length: total }, (_, first) => ({ first, count: 1 })), miscounted: false };
  }
  const starts = startsByTable(list) ?? startsByContent(list);
  const frames = starts.map((first, at) => ({ first, count: (starts[at + 1] ?? total) - first }));
  return { frames, miscounted: frames.length !== list.claimedFrames };
}

function startsByTable(list: FragmentList): number[] | undefined {
  if (list.offsetTable.length !== list.claimedFrames || list.offsetTable[0] !== 0) return undefined;
  const byOffset = new Map<number, number>();
  let offset = 0;
  for (const [fragment, length] of list.fragmentLengths.entries()) {
    byOffset.set(offset, fragment);
    offset += 8 + length;
  }
  const starts: number[] = [];
  for (const place of list.offsetTable) {
    const fragment = byOffset.get(place);
    const previous = starts.at(-1);
    if (fragment === undefined || (previous !== undefined && fragment <= previous)) return undefined;
    if (!startsFrame(list.coding, list.head(fragment))) return undefined;
    starts.push(fragment);
  }
  return starts;
}

/** The first fragment always starts a frame, whatever it looks like: its decoder will tell. */
function startsByContent(list: FragmentList): number[] {
  const starts: number[] = [];
  for (let fragment = 0; fragment < list.fragmentLengths.length; fragment++) {
    if (fragment === 0 || startsFrame(list.coding, list.head(fragment))) starts.push(fragment);
  }
  return starts;
}

/** JPEG and JPEG-LS start with SOI and a marker, JPEG 2000 with SOC and SIZ, RLE with its table of segments. */
function startsFrame(coding: PixelCoding, head: Uint8Array): boolean {
  if (coding === 'rle') return startsRleFrame(head);
  if (coding === 'jpeg-2000' || coding === 'htj2k') {
    return head[0] === 0xff && head[1] === 0x4f && head[2] === 0xff && head[3] === 0x51;
  }
  return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff;
}
