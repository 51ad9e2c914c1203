import { describe, expect, it } from 'vitest';
import { readCodestreamSize } from './jpeg-2000-header.ts';

function codestream(): Uint8Array {
  const bytes = new Uint8Array(60);
  const view = new DataView(bytes.buffer);
  bytes.set([0xff, 0x4f, 0xff, 0x51]);
  view.setUint32(8, 650);
  view.setUint32(12, 490);
  view.setUint32(16, 10);
  view.setUint32(20, 10);
  view.setUint16(40, 3);
  view.setUint8(42, 0x8b);
  return bytes;
}

describe('a JPEG 2000 codestream', () => {
  const size = { width: 640, height: 480, channels: 3, bitsPerSample: 12 };

  it('states its size without its offset, and its depth without the sign', () => {
    expect(readCodestreamSize(codestream())).toEqual(size);
  });

  it('is found inside a file wrapper', () => {
    expect(readCodestreamSize(Uint8Array.from([0, 0, 0, 12, 0x6a, 0x50, ...codestream()]))).toEqual(size);
  });

  it('cut short is none', () => {
    expect(readCodestreamSize(codestream().subarray(0, 42))).toBeUndefined();
    expect(readCodestreamSize(new Uint8Array(0))).toBeUndefined();
  });
});
