import type { ColourMatrix } from './yuv.ts';

/**
 * Raw frames with exact times for ffmpeg's standard input: a Matroska stream (RFC 9559), the one simple container
 * whose frames each carry their own time. Raw video alone would force an even rate upon vectors of frame times.
 */
export type RawVideo = { width: number; height: number; matrix: ColourMatrix };

/** One tick of every time in the stream, as Matroska counts it: 1,000 ns. */
const TICK_NANOSECONDS = 1000;
export const TICKS_PER_SECOND = 1_000_000;

const UNKNOWN_SIZE = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);

export function matroskaStart(video: RawVideo): Buffer {
  const header = element(0x1a45dfa3, [
    number(0x4286, 1),
    number(0x42f7, 1),
    number(0x42f2, 4),
    number(0x42f3, 8),
    element(0x4282, Buffer.from('matroska')),
    number(0x4287, 4),
    number(0x4285, 2),
  ]);
  const info = element(0x1549a966, [
    number(0x2ad7b1, TICK_NANOSECONDS),
    element(0x4d80, Buffer.from('echoback')),
    element(0x5741, Buffer.from('echoback')),
  ]);
  const colour = element(0x55b0, [
    number(0x55b1, video.matrix.code),
    number(0x55b9, 1),
    number(0x55ba, 1),
    number(0x55bb, 1),
  ]);
  const picture = element(0xe0, [
    number(0xb0, video.width),
    number(0xba, video.height),
    element(0x2eb524, Buffer.from('I420')),
    colour,
  ]);
  const track = element(0xae, [
    number(0xd7, 1),
    number(0x73c5, 1),
    number(0x83, 1),
    number(0x9c, 0),
    element(0x86, Buffer.from('V_UNCOMPRESSED')),
    picture,
  ]);
  return Buffer.concat([header, id(0x18538067), UNKNOWN_SIZE, info, element(0x1654ae6b, [track])]);
}

/** One frame as a cluster of its own: what comes in front of its planes. Times in ticks of a microsecond. */
export function matroskaFrameStart(startTicks: number, durationTicks: number, frameBytes: number): Buffer {
  const time = number(0xe7, startTicks);
  const duration = number(0x9b, durationTicks);
  const blockHead = Buffer.from([0x81, 0, 0, 0]);
  const block = Buffer.concat([id(0xa1), size(blockHead.length + frameBytes), blockHead]);
  const groupBytes = duration.length + block.length + frameBytes;
  const group = Buffer.concat([id(0xa0), size(groupBytes), duration, block]);
  const clusterBytes = time.length + group.length + frameBytes;
  return Buffer.concat([id(0x1f43b675), size(clusterBytes), time, group]);
}

function element(elementId: number, content: Buffer | Buffer[]): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  return Buffer.concat([id(elementId), size(body.length), body]);
}

function number(elementId: number, value: number): Buffer {
  const body = Buffer.alloc(6);
  body.writeUIntBE(value, 0, 6);
  return element(elementId, body);
}

/** Ids carry their own length in their first byte. */
function id(elementId: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(elementId);
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0));
}

/** Always eight bytes: the first says so, seven hold the size. */
function size(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  bytes[0] = 0x01;
  return bytes;
}
