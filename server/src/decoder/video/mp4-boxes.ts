import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Far more than an honest clip of the longest kind needs. */
const MOOV_BYTES_MAX = 64 * 1024 * 1024;

/** The box that holds the tables, and where it stands; the media data is stepped over. */
export function readMoov(file: string): { moov: Buffer; at: number } | undefined {
  const handle = openSync(file, 'r');
  try {
    const end = fstatSync(handle).size;
    const head = Buffer.alloc(16);
    for (let at = 0; at + 8 <= end; ) {
      readSync(handle, head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
      if (length < 8) return undefined;
      if (head.toString('latin1', 4, 8) === 'moov' && length <= MOOV_BYTES_MAX) {
        const moov = Buffer.alloc(length - 8);
        return readSync(handle, moov, 0, moov.length, at + 8) === moov.length ? { moov, at: at + 8 } : undefined;
      }
      at += length;
    }
    return undefined;
  } finally {
    closeSync(handle);
  }
}

/** The first box of a name inside another: a view, so that what is written into it stands in the whole. */
export function box(parent: Buffer, name: string): Buffer | undefined {
  return boxes(parent, name)[0];
}

export function boxes(parent: Buffer, name: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 8 <= parent.length; ) {
    const length = parent.readUInt32BE(at);
    if (length < 8 || at + length > parent.length) break;
    if (parent.toString('latin1', at + 4, at + 8) === name) found.push(parent.subarray(at + 8, at + length));
    at += length;
  }
  return found;
}
