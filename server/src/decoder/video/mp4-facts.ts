import { box, boxes, readMoov } from './mp4-boxes.ts';

/** What an MP4 file says of its video track: exact counts from its tables, nothing guessed from a bit rate. */
export type Mp4Facts = { width: number; height: number; frames: number; durationMs: number };

/** Undefined when the file is not a whole MP4 with one readable video track. */
export function readMp4Facts(file: string): Mp4Facts | undefined {
  const found = readMoov(file);
  for (const track of found ? boxes(found.moov, 'trak') : []) {
    const facts = trackFacts(track);
    if (facts) return facts;
  }
  return undefined;
}

function trackFacts(track: Buffer): Mp4Facts | undefined {
  const media = box(track, 'mdia');
  const handler = media && box(media, 'hdlr');
  if (!media || handler?.toString('latin1', 8, 12) !== 'vide') return undefined;
  const header = box(media, 'mdhd');
  const head = box(track, 'tkhd');
  const information = box(media, 'minf');
  const table = information && box(information, 'stbl');
  const times = table && box(table, 'stts');
  if (!header || !head || !times) return undefined;
  const timescale = header.readUInt32BE(header[0] === 1 ? 20 : 12);
  let frames = 0;
  let ticks = 0;
  for (let entry = 0; entry < times.readUInt32BE(4); entry++) {
    const count = times.readUInt32BE(8 + entry * 8);
    frames += count;
    ticks += count * times.readUInt32BE(12 + entry * 8);
  }
  const sides = head.subarray(head.length - 8);
  return {
    width: sides.readUInt16BE(0),
    height: sides.readUInt16BE(4),
    frames,
    durationMs: (ticks * 1000) / timescale,
  };
}
