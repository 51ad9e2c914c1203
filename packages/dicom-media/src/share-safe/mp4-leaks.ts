import { asciiText } from '../part10/ascii-text.ts';
import type { ReadAt } from '../part10/fragments.ts';
import type { Leak, LeakSearch } from './leak-search.ts';

/** A part of the file whose box is known: where its content lies. */
type Box = { type: string; start: number; end: number };

/** Boxes that hold boxes (ISO/IEC 14496-12). */
const CONTAINERS = new Set(['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl']);
/** Tables of numbers: sizes, times and places of frames. */
const TABLES = new Set([
  ...['ftyp', 'mvhd', 'tkhd', 'mdhd', 'elst', 'vmhd', 'dref', 'stts', 'stss', 'stsc', 'stsz', 'stco', 'co64'],
  ...['ctts', 'sdtp', 'sgpd', 'sbgp'],
]);
/** Version and flags, then when it was made and changed: 4 bytes each, 8 in version 1. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
/** What our encoder calls a video track, and itself, when it is told to say no version. */
const OWN_HANDLERS = new Set(['', 'VideoHandler']);
const OWN_ENCODERS = new Set(['', 'Lavc libx264']);
/** The user data that ffmpeg always writes: a list of tags with nothing in it. */
const EMPTY_TAGS = '\0\0\0\x35meta\0\0\0\0\0\0\0\x21hdlr\0\0\0\0\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0\0\0\0\x08ilst';

/** H.264 units (ITU-T H.264 table 7-1) that hold pictures and how to read them. 6 holds what programs like to say. */
const OWN_UNITS = new Set([1, 5, 7, 8, 9]);

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * The search through an MP4 of our own: no box that could hold words, no date, no unit of the stream beside pictures,
 * and nothing of the person in any byte. `overlap`: the length of the longest word that is looked for.
 */
export function findMp4Leaks(
  { readAt, sizeBytes }: { readAt: ReadAt; sizeBytes: number },
  search: LeakSearch,
  overlap: number,
): Leak[] {
  const leaks: Leak[] = [];
  const tell = (at: number) => leaks.push({ what: 'metadata', at });
  const visit = (boxes: readonly Box[]) => {
    for (const box of boxes) {
      const { type, start, end } = box;
      if (CONTAINERS.has(type)) visit(boxesIn(readAt, start, end, tell));
      else if (type === 'mdat') leaks.push(...mediaLeaks(readAt, box, search, overlap));
      else if (TABLES.has(type)) leaks.push(...tableLeaks(readAt(start, end - start), box, search));
      else if (!isOwnWords(type, readAt(start, end - start))) tell(start);
    }
  };
  visit(boxesIn(readAt, 0, sizeBytes, tell));
  return leaks;
}

function boxesIn(readAt: ReadAt, from: number, until: number, tell: (at: number) => void): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < until; ) {
    const head = readAt(at, Math.min(16, until - at));
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const short = head.length >= 8 ? view.getUint32(0) : 0;
    const isLong = short === 1 && head.length === 16;
    const length = isLong ? Number(view.getBigUint64(8)) : short;
    const headBytes = isLong ? 16 : 8;
    if (length < headBytes || at + length > until) {
      tell(at);
      break;
    }
    boxes.push({ type: String.fromCharCode(...head.subarray(4, 8)), start: at + headBytes, end: at + length });
    at += length;
  }
  return boxes;
}

function tableLeaks(content: Uint8Array, { type, start }: Box, search: LeakSearch): Leak[] {
  const datesEnd = content[0] === 1 ? 20 : 12;
  if (DATED.has(type) && content.subarray(4, datesEnd).some((byte) => byte !== 0)) return [{ what: 'day', at: start }];
  return search(content, 'coded').map((leak) => ({ ...leak, at: leak.at + start }));
}

/** Boxes with words in them, which are then ours: who plays the track, who coded it, and room that is empty. */
function isOwnWords(type: string, content: Uint8Array): boolean {
  if (type === 'free') return content.every((byte) => byte === 0);
  // Version, flags, two codes and twelve bytes for later use, then the name.
  if (type === 'hdlr') return OWN_HANDLERS.has(asciiText(content.subarray(24)));
  if (type === 'udta') return content.length === EMPTY_TAGS.length && String.fromCharCode(...content) === EMPTY_TAGS;
  if (type !== 'stsd') return false;
  // One entry; behind its head of 8 bytes, 42 bytes of numbers and then a name that is led by its length.
  const name = content.subarray(8 + 8 + 42, 8 + 8 + 42 + 32);
  return OWN_ENCODERS.has(asciiText(name.subarray(1, 1 + (name[0] ?? 0))));
}

function mediaLeaks(readAt: ReadAt, box: Box, search: LeakSearch, overlap: number): Leak[] {
  const leaks: Leak[] = [];
  // Each unit of a frame is led by its length in four bytes (ISO/IEC 14496-15).
  for (let at = box.start; at < box.end; ) {
    const [a = 0, b = 0, c = 0, d = 0, kind = 0] = readAt(at, 5);
    const length = a * 0x1000000 + ((b << 16) | (c << 8) | d);
    if (!OWN_UNITS.has(kind & 0x1f) || at + 4 + length > box.end) {
      leaks.push({ what: 'metadata', at });
      break;
    }
    at += 4 + length;
  }
  for (let at = box.start; at < box.end; at += PIECE_BYTES) {
    const piece = readAt(at, Math.min(PIECE_BYTES + overlap, box.end - at));
    leaks.push(...search(piece, 'coded').map((leak) => ({ ...leak, at: leak.at + at })));
  }
  return leaks;
}
