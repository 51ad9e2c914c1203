import { closeSync, openSync, writeSync } from 'node:fs';
import { box, readMoov } from './mp4-boxes.ts';

/**
 * Gives the last frame of a clip its time. An encoder knows how long a frame lasts only from the next one, so ffmpeg
 * ends the clip at the start of its last frame. Works in place, in the tables of the one track that we have written.
 */
export function setClipDuration(file: string, durationMs: number): void {
  const found = readMoov(file);
  const movie = found && box(found.moov, 'mvhd');
  const track = found && box(found.moov, 'trak');
  const media = track && box(track, 'mdia');
  const head = media && box(media, 'mdhd');
  if (!found || !movie || !track || !media || !head) return;
  const ticks = Math.round((durationMs * timescale(head)) / 1000);
  if (!lengthenLastFrame(media, ticks)) return;
  const movieTicks = Math.round((durationMs * timescale(movie)) / 1000);
  setNumber(head, head[0] === 1 ? 24 : 16, ticks);
  setNumber(movie, movie[0] === 1 ? 24 : 16, movieTicks);
  const trackHead = box(track, 'tkhd');
  if (trackHead) setNumber(trackHead, trackHead[0] === 1 ? 28 : 20, movieTicks);
  const edits = box(track, 'edts');
  const list = edits && box(edits, 'elst');
  if (list && list.readUInt32BE(4) === 1) setNumber(list, 8, movieTicks);
  writeBack(file, found);
}

const timescale = (head: Buffer) => head.readUInt32BE(head[0] === 1 ? 20 : 12);

/** Version 1 boxes count with eight bytes, others with four. */
function setNumber(of: Buffer, at: number, value: number): void {
  if (of[0] === 1) of.writeBigUInt64BE(BigInt(value), at);
  else of.writeUInt32BE(value, at);
}

/** Only the frame that stands alone at the end may be changed; false when nothing is to be done. */
function lengthenLastFrame(media: Buffer, ticks: number): boolean {
  const information = box(media, 'minf');
  const table = information && box(information, 'stbl');
  const times = table && box(table, 'stts');
  const entries = times?.readUInt32BE(4) ?? 0;
  if (!times || entries === 0) return false;
  let before = 0;
  for (let entry = 0; entry < entries - 1; entry++) {
    before += times.readUInt32BE(8 + entry * 8) * times.readUInt32BE(12 + entry * 8);
  }
  const last = 8 + (entries - 1) * 8;
  if (times.readUInt32BE(last) !== 1 || ticks <= before) return false;
  times.writeUInt32BE(ticks - before, last + 4);
  return true;
}

function writeBack(file: string, found: { moov: Buffer; at: number }): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, found.moov, 0, found.moov.length, found.at);
  } finally {
    closeSync(handle);
  }
}
