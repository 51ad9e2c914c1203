import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type DataSet, type Outcome, type Part10, type ReadAt, readPart10 } from '@echoback/dicom-media';
import type { DecodeRefusal } from './decode-refusal.ts';

/** One stored DICOM object, its header read, its large values still in the file. */
export type ObjectFile = {
  part10: Part10;
  dataSet: DataSet;
  /** Bytes by the offsets of the data set's elements, wherever they lie; fewer come back only at the end. */
  readAt: ReadAt;
  /** First offset behind everything that can be read. */
  end: number;
  close: () => void;
};

const FIRST_WINDOW_BYTES = 256 * 1024;

/** Opens and reads; the caller closes. */
export function openObjectFile(file: string): Outcome<ObjectFile, DecodeRefusal> {
  const handle = openSync(file, 'r');
  const size = fstatSync(handle).size;
  const fromFile = fileReader(handle, size);
  const reading = readPart10(fromFile(0, Math.min(size, FIRST_WINDOW_BYTES)), {
    totalBytes: size,
    readAt: fromFile,
    inflate,
  });
  if (!reading.ok) {
    closeSync(handle);
    return { ok: false, refusal: { code: 'not-dicom', detail: reading.refusal.code } };
  }
  const part10 = reading.value;
  const { dataSet } = part10;
  const readAt: ReadAt = part10.inflated
    ? (offset, length) => dataSet.bytes.subarray(offset, offset + length)
    : fromFile;
  const end = part10.inflated ? dataSet.bytes.length : size;
  return { ok: true, value: { part10, dataSet, readAt, end, close: () => closeSync(handle) } };
}

function fileReader(handle: number, size: number): ReadAt {
  return (offset, length) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(handle, bytes, filled, bytes.length - filled, offset + filled);
      if (read === 0) break;
      filled += read;
    }
    return bytes.subarray(0, filled);
  };
}

/** Deflated Explicit VR (PS3.5 A.5), never further than asked. */
function inflate(deflated: Uint8Array, maxOutputLength: number): { bytes: Uint8Array; complete: boolean } {
  try {
    return { bytes: inflateRawSync(deflated, { maxOutputLength }), complete: true };
  } catch {
    return { bytes: new Uint8Array(0), complete: false };
  }
}
