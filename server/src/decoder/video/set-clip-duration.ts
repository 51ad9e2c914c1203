import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { box, readMoov } from './mp4-boxes.ts';

/**
 * Gives the last frame of a clip its time. An encoder knows how long a frame lasts only from the next one, so ffmpeg
 * ends the clip at the start of its last frame, or lets it last as long as the one before. Works in place, in the
 * tables of the one track that we have written.
 */
export function setClipDuration(file: string, durationMs: number): void {
  const found = readMoov(file);
  if (!found) return;
  const handle = openSync(file, 'r+');
  try {
    const room = isFreeBox(handle, found.at + found.moov.length);
    const moov = setLastFrame(found.moov, durationMs, room);
    if (!moov || !setDurations(moov, durationMs)) return;
    const size = Buffer.alloc(4);
    size.writeUInt32BE(moov.length + BOX_HEAD);
    writeSync(handle, size, 0, 4, found.at - BOX_HEAD);
    writeSync(handle, moov, 0, moov.length, found.at);
  } finally {
    closeSync(handle);
  }
}

const BOX_HEAD = 8;
/** A count and a time, four bytes each. */
const ENTRY = 8;

/** ffmpeg leaves one empty box between the tables and the pictures: as much room as one entry more takes. */
function isFreeBox(handle: number, at: number): boolean {
  const head = Buffer.alloc(BOX_HEAD);
  return (
    readSync(handle, head, 0, BOX_HEAD, at) === BOX_HEAD &&
    head.readUInt32BE(0) === BOX_HEAD &&
    head.toString('latin1', 4, 8) === 'free'
  );
}

/** The tables with the last frame at its length; undefined when it cannot be changed. */
function setLastFrame(moov: Buffer, durationMs: number, hasRoom: boolean): Buffer | undefined {
  const path = boxPath(moov, ['trak', 'mdia', 'minf', 'stbl', 'stts']);
  const head = boxPath(moov, ['trak', 'mdia', 'mdhd'])?.at(-1);
  const times = path?.at(-1);
  const entries = times?.readUInt32BE(4) ?? 0;
  if (!path || !head || !times || entries === 0) return undefined;
  const last = 8 + (entries - 1) * ENTRY;
  const [count, frameTicks] = [times.readUInt32BE(last), times.readUInt32BE(last + 4)];
  let before = (count - 1) * frameTicks;
  for (let entry = 0; entry < entries - 1; entry++) {
    before += times.readUInt32BE(8 + entry * ENTRY) * times.readUInt32BE(12 + entry * ENTRY);
  }
  const ticks = Math.round((durationMs * timescale(head)) / 1000) - before;
  if (ticks <= 0 || ticks > 0xffffffff) return undefined;
  if (count === 1 || ticks === frameTicks) {
    times.writeUInt32BE(ticks, last + 4);
    return moov;
  }
  if (!hasRoom) return undefined;
  times.writeUInt32BE(count - 1, last);
  times.writeUInt32BE(entries + 1, 4);
  for (const grown of path) {
    const size = grown.byteOffset - moov.byteOffset - BOX_HEAD;
    moov.writeUInt32BE(grown.length + BOX_HEAD + ENTRY, size);
  }
  const added = Buffer.alloc(ENTRY);
  added.writeUInt32BE(1);
  added.writeUInt32BE(ticks, 4);
  const end = times.byteOffset - moov.byteOffset + times.length;
  return Buffer.concat([moov.subarray(0, end), added, moov.subarray(end)]);
}

/** The length that movie, track, media and edit list state. */
function setDurations(moov: Buffer, durationMs: number): boolean {
  const movie = box(moov, 'mvhd');
  const track = box(moov, 'trak');
  const head = boxPath(moov, ['trak', 'mdia', 'mdhd'])?.at(-1);
  if (!movie || !track || !head) return false;
  const movieTicks = Math.round((durationMs * timescale(movie)) / 1000);
  setNumber(head, head[0] === 1 ? 24 : 16, Math.round((durationMs * timescale(head)) / 1000));
  setNumber(movie, movie[0] === 1 ? 24 : 16, movieTicks);
  const trackHead = box(track, 'tkhd');
  if (trackHead) setNumber(trackHead, trackHead[0] === 1 ? 28 : 20, movieTicks);
  const edits = box(track, 'edts');
  const list = edits && box(edits, 'elst');
  if (list && list.readUInt32BE(4) === 1) setNumber(list, 8, movieTicks);
  return true;
}

/** The boxes along the names, each inside the one before; undefined when one is missing. */
function boxPath(moov: Buffer, names: readonly string[]): Buffer[] | undefined {
  const path: Buffer[] = [];
  for (const name of names) {
    const next = box(path.at(-1) ?? moov, name);
    if (!next) return undefined;
    path.push(next);
  }
  return path;
}

const timescale = (head: Buffer) => head.readUInt32BE(head[0] === 1 ? 20 : 12);

/** Version 1 boxes count with eight bytes, others with four. */
function setNumber(of: Buffer, at: number, value: number): void {
  if (of[0] === 1) of.writeBigUInt64BE(BigInt(value), at);
  else of.writeUInt32BE(value, at);
}
