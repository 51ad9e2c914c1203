import { readFileSync } from 'node:fs';
import type { Picture } from '@echoback/dicom-media';

/** A binary PGM or PPM of 8 bits, as DCMTK and OpenJPEG write it. */
export function readPnm(file: string): Picture {
  const bytes = readFileSync(file);
  const head = /^P([56])\s+(?:#[^\n]*\n)?(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 200));
  if (!head) throw new Error('not a binary PNM of 8 bits');
  const [width, height] = [Number(head[2]), Number(head[3])];
  return { width, height, channels: head[1] === '6' ? 3 : 1, pixels: bytes.subarray(head[0].length) };
}
