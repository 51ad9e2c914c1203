import {
  checkFrameSize,
  type Outcome,
  ok,
  type PixelDescription,
  type RenderRefusal,
  type SampleFrame,
} from '@echoback/dicom-media';

/** What a stream's own header says; it can differ from the data set's. */
export type StreamSize = { width: number; height: number; channels: number; bitsPerSample: number };

export function decodeFailed(detail: string): { ok: false; refusal: RenderRefusal } {
  return { ok: false, refusal: { code: 'decode-failed', detail } };
}

/** Before a codec sees the stream: the size that it will allocate, and that it is the kind the header describes. */
export function checkStream(size: StreamSize | undefined, p: PixelDescription): Outcome<StreamSize, RenderRefusal> {
  if (!size) return decodeFailed('not a stream of its transfer syntax');
  if (size.channels !== p.channels)
    return decodeFailed(`${size.channels} components where ${p.channels} are described`);
  const limits = checkFrameSize({ ...size, bytesPerSample: Math.ceil(size.bitsPerSample / 8) });
  return limits.ok ? ok(size) : limits;
}

/** A codec's bytes as sample codes: 8 or 16 bit little endian words, masked to Bits Stored. */
export function toSampleFrame(
  bytes: Uint8Array,
  size: StreamSize,
  p: PixelDescription,
  colour: SampleFrame['colour'],
): Outcome<SampleFrame, RenderRefusal> {
  const count = size.width * size.height * p.channels;
  const isWide = size.bitsPerSample > 8;
  if (bytes.byteLength < count * (isWide ? 2 : 1)) return decodeFailed('decoder gave too few samples');
  const samples = isWide ? wideSamples(bytes, count) : bytes.subarray(0, count);
  if (size.bitsPerSample > p.bitsStored) {
    const mask = 2 ** p.bitsStored - 1;
    for (let at = 0; at < count; at++) samples[at] = (samples[at] as number) & mask;
  }
  return ok({ width: size.width, height: size.height, channels: p.channels, samples, colour });
}

function wideSamples(bytes: Uint8Array, count: number): Uint16Array {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, count);
}
