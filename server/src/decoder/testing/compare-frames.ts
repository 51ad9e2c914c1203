import type { Picture } from '@echoback/dicom-media';

/** `largest` in levels of 255 over all channels; `near` is the share of pixels (0-1) within two levels in each. */
export type FrameDifference = { largest: number; near: number };

/** All frames of a file against another program's. Throws when they have other numbers or sizes of frames. */
export function compareFrames(ours: readonly Picture[], theirs: readonly Picture[]): FrameDifference {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} frames against ${theirs.length}`);
  let largest = 0;
  let far = 0;
  let total = 0;
  for (const [at, picture] of ours.entries()) {
    const other = theirs[at] as Picture;
    if (picture.width !== other.width || picture.height !== other.height) {
      throw new Error(`${picture.width} x ${picture.height} against ${other.width} x ${other.height}`);
    }
    total += picture.width * picture.height;
    const apart = comparePicture(picture, other);
    largest = Math.max(largest, apart.largest);
    far += apart.far;
  }
  return { largest, near: 1 - far / total };
}

/** Grey counts as three equal channels. */
function comparePicture(a: Picture, b: Picture): { largest: number; far: number } {
  if (a.channels === b.channels && Buffer.compare(a.pixels, b.pixels) === 0) return { largest: 0, far: 0 };
  const channels = Math.max(a.channels, b.channels);
  let largest = 0;
  let far = 0;
  for (let pixel = 0; pixel < a.width * a.height; pixel++) {
    let apart = 0;
    for (let channel = 0; channel < channels; channel++) {
      const mine = a.pixels[pixel * a.channels + (a.channels === 3 ? channel : 0)] as number;
      const other = b.pixels[pixel * b.channels + (b.channels === 3 ? channel : 0)] as number;
      apart = Math.max(apart, Math.abs(mine - other));
    }
    if (apart > largest) largest = apart;
    if (apart > 2) far++;
  }
  return { largest, far };
}
