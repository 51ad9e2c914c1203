import { closeSync, fstatSync, openSync } from 'node:fs';
import { readPart10 } from '@echoback/dicom-media';
import { readPiece } from '../imaging/index-object.ts';

export type FileNature = 'zip' | 'image' | 'other';

const ascii = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** A file that starts as a ZIP and is DICOM all the same (a preamble may hold anything) is DICOM. */
export function looksLikeZip(start: Uint8Array): boolean {
  if (ascii(start.subarray(128, 132)) === 'DICM') return false;
  return ['PK\x03\x04', 'PK\x05\x06'].includes(ascii(start.subarray(0, 4)));
}

/** ECMA-119 8.1: the first volume descriptor is sector 16. */
const VOLUME_ID_AT = 16 * 2048 + 1;

/** Its size, and what it is by what is inside, never by the name. Synchronous: to wait for each file takes longer. */
export function lookAt(file: string): { sizeBytes: number; nature: FileNature } {
  const handle = openSync(file, 'r');
  try {
    return { sizeBytes: fstatSync(handle).size, nature: natureOf(handle) };
  } finally {
    closeSync(handle);
  }
}

function natureOf(handle: number): FileNature {
  const start = readPiece(handle, 0, 132);
  if (ascii(start.subarray(128, 132)) === 'DICM') return 'other';
  if (looksLikeZip(start)) return 'zip';
  const isImage = ascii(readPiece(handle, VOLUME_ID_AT, 5)) === 'CD001';
  return isImage ? 'image' : 'other';
}

/** False when these first bytes of a file of that size can not be the start of a DICOM object. */
export function mayBeDicom(start: Uint8Array, sizeBytes: number): boolean {
  const reading = readPart10(start, { totalBytes: sizeBytes, stopAtPixelData: true });
  return reading.ok || reading.refusal.code === 'needs-more-bytes';
}
