import type { Picture } from '@echoback/dicom-media';

/** What ffmpeg writes before each frame of `image2pipe` in PPM: `P6`, width, height, 255. */
const HEAD = /^P6\s(\d{1,5})\s(\d{1,5})\s255\s/;
const LONGEST_HEAD = 32;

/** Frames out of a stream of PPM pictures (8-bit RGB), each as soon as it is whole; what is cut off at the end is left out. */
export async function* ppmFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Picture> {
  let rest: Buffer = Buffer.alloc(0);
  let picture: Picture | undefined;
  let filled = 0;
  for await (const chunk of stream) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length > 0) {
      if (!picture) {
        const head = HEAD.exec(rest.toString('latin1', 0, LONGEST_HEAD));
        if (!head) break;
        const [width, height] = [Number(head[1]), Number(head[2])];
        picture = { width, height, channels: 3, pixels: new Uint8Array(width * height * 3) };
        filled = 0;
        rest = rest.subarray(head[0].length);
      }
      const part = rest.subarray(0, picture.pixels.length - filled);
      picture.pixels.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
      if (filled < picture.pixels.length) continue;
      yield picture;
      picture = undefined;
    }
    if (!picture && rest.length > LONGEST_HEAD) return;
  }
}
