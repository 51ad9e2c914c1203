import type { Leak, LeakSearch } from './leak-search.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length and type before the data, a checksum behind it (W3C PNG 5.3). */
const CHUNK_HEAD = 8;
const CHUNK_TAIL = 4;

/** Size, density, pixels, end. Text, time, Exif and profiles are in none of our pictures. */
const OWN_CHUNKS = new Map<string, 'numbers' | 'pixels'>([
  ['IHDR', 'numbers'],
  ['pHYs', 'numbers'],
  ['IDAT', 'pixels'],
  ['IEND', 'numbers'],
]);

/** The search through a PNG of our own: no chunk but those that a picture needs, and nothing of the person in the pixels. */
export function findPngLeaks(png: Uint8Array, search: LeakSearch): Leak[] {
  if (!SIGNATURE.every((byte, at) => png[at] === byte)) return [{ what: 'metadata', at: 0 }];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const leaks: Leak[] = [];
  let at = SIGNATURE.length;
  let type = '';
  while (type !== 'IEND' && at + CHUNK_HEAD + CHUNK_TAIL <= png.length) {
    const start = at + CHUNK_HEAD;
    const end = start + view.getUint32(at);
    type = String.fromCharCode(...png.subarray(at + 4, start));
    const holds = OWN_CHUNKS.get(type);
    if (!holds || end + CHUNK_TAIL > png.length) leaks.push({ what: 'metadata', at });
    if (holds === 'pixels') {
      for (const leak of search(png.subarray(start, end), 'coded')) leaks.push({ ...leak, at: leak.at + start });
    }
    at = end + CHUNK_TAIL;
  }
  if (type !== 'IEND' || at !== png.length) leaks.push({ what: 'metadata', at });
  return leaks;
}
