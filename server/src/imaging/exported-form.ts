import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ExportForm } from '@echoback/dicom-media';
import type { ObjectStore, StoredObject } from '../store/object-store.ts';

export type ExportedForm = StoredObject & { zeroPreamble: boolean };

/** PS3.10 section 7.1. */
const PREAMBLE_BYTES = 128;

/**
 * The bytes that leave the house (S7.9): the original's, but for a preamble that could be a program, which is zeroed,
 * and bytes behind the data set, which are dropped. Mostly nothing of that applies and the form is the original's.
 */
export async function exportedForm(
  objects: ObjectStore,
  stored: StoredObject,
  form: Pick<ExportForm, 'zeroPreamble' | 'endOfDataSet'>,
): Promise<ExportedForm> {
  const { zeroPreamble, endOfDataSet } = form;
  if (!zeroPreamble && endOfDataSet === stored.sizeBytes) return { ...stored, zeroPreamble };
  const hash = createHash('sha256');
  let crc = 0;
  const take = (bytes: Uint8Array) => {
    hash.update(bytes);
    crc = crc32(bytes, crc);
  };
  const start = zeroPreamble ? PREAMBLE_BYTES : 0;
  if (zeroPreamble) take(new Uint8Array(PREAMBLE_BYTES));
  for await (const piece of objects.openRead(stored.sha256, { start, end: endOfDataSet })) take(piece as Uint8Array);
  return { sha256: hash.digest('hex'), crc32: crc, sizeBytes: endOfDataSet, zeroPreamble };
}
