import { closeSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import {
  type InstanceIndex,
  indexInstance,
  isDamage,
  type Outcome,
  ok,
  type ReadAt,
  refuse,
} from '@echoback/dicom-media';
import type { ObjectStore, StoredObject } from '../store/object-store.ts';
import { type ExportedForm, exportedForm } from './exported-form.ts';

/** What a stored object says of itself, whole and readable, with the form in which it leaves the house. */
export type IndexedObject = {
  stored: StoredObject;
  index: InstanceIndex;
  identity: { sopInstanceUid: string; sopClassUid: string; studyInstanceUid: string; seriesInstanceUid: string };
  exported: ExportedForm;
};

/** Why an object is kept aside: a code, and where it broke. Neither holds a value of the object. */
export type Unusable = { reason: string; detail: string };

/** Nearly every header fits; more is read when needed. */
export const FIRST_WINDOW_BYTES = 8 * 1024;
/** Import jobs stay under 256 MiB (S7.1), so a deflated object beyond this is kept aside and not inflated. */
const MAX_INFLATED_HERE_BYTES = 128 * 1024 * 1024;

/** Reads the header and walks to the end of a stored object by positioned reads; pixels stay on the disk (S7.2). */
export async function indexObject(
  objects: ObjectStore,
  stored: StoredObject,
): Promise<Outcome<IndexedObject, Unusable>> {
  const indexed = await withReadAt(objects, stored, (readAt) =>
    indexInstance({
      header: readAt(0, Math.min(stored.sizeBytes, FIRST_WINDOW_BYTES)),
      totalBytes: stored.sizeBytes,
      readAt,
      inflate,
    }),
  );
  if (!indexed.ok) return refuse({ reason: indexed.refusal.code, detail: indexed.refusal.detail });
  const index = indexed.value;
  const identity = identityOf(index);
  if (!identity.ok) return identity;
  const exported = await exportedForm(objects, stored, index.exportForm);
  return ok({ stored, index, identity: identity.value, exported });
}

/** Only a whole object that says which one it is can be kept or packed. */
export function identityOf(index: InstanceIndex): Outcome<IndexedObject['identity'], Unusable> {
  const damage = index.problems.find(isDamage);
  if (damage) return refuse({ reason: damage.code, detail: `at byte ${damage.at}: ${damage.detail}` });
  const { sopInstanceUid, sopClassUid, studyInstanceUid, seriesInstanceUid } = index;
  if (!sopInstanceUid || !sopClassUid || !studyInstanceUid || !seriesInstanceUid) {
    return refuse({ reason: 'uid-missing', detail: 'an object needs its own, its class, study and series UID' });
  }
  return ok({ sopInstanceUid, sopClassUid, studyInstanceUid, seriesInstanceUid });
}

async function withReadAt<T>(objects: ObjectStore, stored: StoredObject, read: (readAt: ReadAt) => T): Promise<T> {
  const file = objects.path(stored.sha256);
  if (file === undefined) {
    // A store that has no files gives the object as a whole.
    const bytes = await objects.readBytes(stored.sha256);
    return read((offset, length) => bytes.subarray(offset, offset + length));
  }
  const handle = openSync(file, 'r');
  try {
    // A few small reads: synchronous ones take microseconds, asynchronous ones cost more than the parsing.
    return read((offset, length) => readPiece(handle, offset, Math.min(length, stored.sizeBytes - offset)));
  } finally {
    closeSync(handle);
  }
}

/** Bytes of an open file; fewer at its end. */
export function readPiece(handle: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, length));
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(handle, bytes, filled, bytes.length - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** Deflated Explicit VR (PS3.5 A.5), never further than memory allows. */
export function inflate(deflated: Uint8Array, maxOutputBytes: number): { bytes: Uint8Array; complete: boolean } {
  try {
    const maxOutputLength = Math.min(maxOutputBytes, MAX_INFLATED_HERE_BYTES);
    return { bytes: inflateRawSync(deflated, { maxOutputLength }), complete: true };
  } catch {
    return { bytes: new Uint8Array(0), complete: false };
  }
}
