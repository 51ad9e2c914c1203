import type { Picture } from '@echoback/dicom-media';

/**
 * Which colour matrix a clip is coded and tagged with. Players that ignore the tag guess by height, so the tag says
 * what they guess: BT.601 below 720 lines, BT.709 from there on.
 */
export type ColourMatrix = { tag: 'smpte170m' | 'bt709'; code: number; red: number; blue: number };

const BT601: ColourMatrix = { tag: 'smpte170m', code: 6, red: 0.299, blue: 0.114 };
const BT709: ColourMatrix = { tag: 'bt709', code: 1, red: 0.2126, blue: 0.0722 };

export function matrixFor(height: number): ColourMatrix {
  return height < 720 ? BT601 : BT709;
}

/** H.264 in 4:2:0 has even sides; an odd last column or row is shown twice. */
export const even = (side: number) => side + (side % 2);

/** Planes Y, Cb, Cr of 4:2:0 in limited range (luminance 16-235, colour 16-240); each colour sample is the mean of four pixels. */
export function toYuv420(picture: Picture, matrix: ColourMatrix): Uint8Array {
  const width = even(picture.width);
  const height = even(picture.height);
  const out = new Uint8Array((width * height * 3) / 2);
  fillLuma(picture, out, width, height, matrix);
  if (picture.channels === 1) out.fill(128, width * height);
  else fillChroma(picture, out, width, height, matrix);
  return out;
}

function fillLuma(picture: Picture, out: Uint8Array, width: number, height: number, matrix: ColourMatrix): void {
  const { pixels, channels } = picture;
  const scale = 219 / 255;
  const red = matrix.red * scale;
  const blue = matrix.blue * scale;
  const green = scale - red - blue;
  for (let y = 0; y < height; y++) {
    const row = Math.min(y, picture.height - 1) * picture.width;
    for (let x = 0; x < width; x++) {
      const at = (row + Math.min(x, picture.width - 1)) * channels;
      const r = pixels[at] as number;
      const grey = channels === 1;
      const luma = grey ? r * scale : r * red + (pixels[at + 1] as number) * green + (pixels[at + 2] as number) * blue;
      out[y * width + x] = luma + 16.5;
    }
  }
}

function fillChroma(picture: Picture, out: Uint8Array, width: number, height: number, matrix: ColourMatrix): void {
  const { pixels } = picture;
  const green = 1 - matrix.red - matrix.blue;
  const toBlue = 224 / 255 / 4 / (2 * (1 - matrix.blue));
  const toRed = 224 / 255 / 4 / (2 * (1 - matrix.red));
  const half = width / 2;
  let cb = width * height;
  let cr = cb + half * (height / 2);
  for (let y = 0; y < height; y += 2) {
    const upper = y * picture.width;
    const lower = Math.min(y + 1, picture.height - 1) * picture.width;
    for (let x = 0; x < width; x += 2) {
      const right = Math.min(x + 1, picture.width - 1);
      const a = (upper + x) * 3;
      const b = (upper + right) * 3;
      const c = (lower + x) * 3;
      const d = (lower + right) * 3;
      const r = four(pixels, a, b, c, d);
      const g = four(pixels, a + 1, b + 1, c + 1, d + 1);
      const blue = four(pixels, a + 2, b + 2, c + 2, d + 2);
      const luma = r * matrix.red + g * green + blue * matrix.blue;
      out[cb++] = (blue - luma) * toBlue + 128.5;
      out[cr++] = (r - luma) * toRed + 128.5;
    }
  }
}

function four(pixels: Uint8Array, a: number, b: number, c: number, d: number): number {
  return (pixels[a] as number) + (pixels[b] as number) + (pixels[c] as number) + (pixels[d] as number);
}
