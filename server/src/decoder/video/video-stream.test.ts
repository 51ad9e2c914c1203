import { describe, expect, it } from 'vitest';
import { videoStreamKind } from './video-stream.ts';

const start = (...bytes: number[]) => Uint8Array.of(...bytes, ...new Array(8).fill(0));
const transport = Uint8Array.from({ length: 400 }, (_, at) => (at % 188 === 0 ? 0x47 : 0));

describe('A stored video', () => {
  it.each([
    ['MP4', Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode('ftypisom')]), 'mp4'],
    ['a transport stream', transport, 'mpegts'],
    ['a program stream', start(0, 0, 1, 0xba), 'mpeg'],
    ['bare MPEG-2', start(0, 0, 1, 0xb3), 'mpegvideo'],
    ['bare H.264', start(0, 0, 0, 1, 0x67), 'h264'],
    ['bare H.265', start(0, 0, 0, 1, 0x40, 1), 'hevc'],
  ])('is known as %s by its first bytes', (_, bytes, kind) => {
    expect(videoStreamKind(bytes)).toBe(kind);
  });

  it.each([
    ['a playlist', new TextEncoder().encode('#EXTM3U\nfile:///etc/hostname\n')],
    ['a list of files', new TextEncoder().encode("ffconcat version 1.0\nfile '/etc/hostname'\n")],
    ['zeros', new Uint8Array(400)],
    ['nothing', new Uint8Array(0)],
  ])('is none when it is %s', (_, bytes) => {
    expect(videoStreamKind(bytes)).toBeUndefined();
  });
});
