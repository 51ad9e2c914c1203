import sharp from 'sharp';

/** 8-bit pixels, grey counted as three equal channels. */
export type Raw = { width: number; height: number; pixels: Uint8Array };

export async function rawPicture(encoded: Uint8Array | string): Promise<Raw> {
  const image = sharp(encoded).toColourspace('srgb').removeAlpha().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** The largest difference of any sample, and the share of samples (0-1) that differ by more than two levels. */
export function difference(a: Raw, b: Raw): { largest: number; overTwo: number } {
  if (a.width !== b.width || a.height !== b.height || a.pixels.length !== b.pixels.length) {
    throw new Error(`${a.width} x ${a.height} against ${b.width} x ${b.height}`);
  }
  let largest = 0;
  let overTwo = 0;
  for (let at = 0; at < a.pixels.length; at++) {
    const apart = Math.abs((a.pixels[at] ?? 0) - (b.pixels[at] ?? 0));
    largest = Math.max(largest, apart);
    if (apart > 2) overTwo++;
  }
  return { largest, overTwo: overTwo / a.pixels.length };
}
