import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type InstanceIndex, indexInstance } from '../packages/dicom-media/src/index.ts';

const HEADER_BYTES = 8192;

/** An index holds no view of what it was made from: one array serves file after file, and there is little to collect. */
const window = new Uint8Array(1024 * 1024);

/** Synchronous reads, because an asynchronous one costs more than a header does: for a process or a worker of its own.
 * `headerOnly` stops before the pixels; else they are walked to the end of the data set. */
export function readHeader(file: string, headerOnly = false): InstanceIndex | undefined {
  const handle = openSync(file, 'r');
  let used = 0;
  const readAt = (offset: number, length: number) => {
    const piece = used + length > window.length ? new Uint8Array(length) : window.subarray(used, used + length);
    used += length;
    return piece.subarray(0, readSync(handle, piece, 0, length, offset));
  };
  try {
    const header = readAt(0, HEADER_BYTES);
    const indexed = indexInstance({ header, totalBytes: fstatSync(handle).size, readAt, headerOnly });
    return indexed.ok ? indexed.value : undefined;
  } finally {
    closeSync(handle);
  }
}
