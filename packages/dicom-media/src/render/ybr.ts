/**
 * YBR to RGB on interleaved 8-bit triples, in place. PS3.3 C.7.6.3.1.2: YBR_FULL uses all levels, the partial kinds
 * keep luminance in 16-235 and colour in 16-240 (ITU-R BT.601).
 */
export function ybrToRgb(pixels: Uint8Array, range: 'full' | 'partial'): void {
  const lumaScale = range === 'full' ? 1 : 255 / 219;
  const chromaScale = range === 'full' ? 1 : 255 / 224;
  const black = range === 'full' ? 0 : 16;
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const y = ((pixels[at] as number) - black) * lumaScale;
    const cb = ((pixels[at + 1] as number) - 128) * chromaScale;
    const cr = ((pixels[at + 2] as number) - 128) * chromaScale;
    clamped[at] = y + 1.402 * cr;
    clamped[at + 1] = y - 0.344136 * cb - 0.714136 * cr;
    clamped[at + 2] = y + 1.772 * cb;
  }
}

/** Uncompressed 4:2:2 (`Y1 Y2 Cb Cr` for two pixels) as one triple a pixel; both pixels share the colour. */
export function expand422(bytes: Uint8Array, pixelCount: number): Uint8Array {
  const out = new Uint8Array(pixelCount * 3);
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    const pair = (pixel >> 1) * 4;
    out[pixel * 3] = bytes[pair + (pixel & 1)] as number;
    out[pixel * 3 + 1] = bytes[pair + 2] as number;
    out[pixel * 3 + 2] = bytes[pair + 3] as number;
  }
  return out;
}
