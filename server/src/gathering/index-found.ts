import { closeSync, openSync } from 'node:fs';
import { type InstanceIndex, indexInstance } from '@echoback/dicom-media';
import { FIRST_WINDOW_BYTES, identityOf, inflate, readPiece } from '../imaging/index-object.ts';
import { looksLikeZip } from './file-nature.ts';
import { bad, type FoundFile, type Gathered } from './found-file.ts';

export type IndexedFile = { found: FoundFile; index: InstanceIndex };

/** PS3.3 F.2: a directory is no object; every copy gets one of its own. */
const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';

/** Reads the header and walks to the end; pixels stay on the disk. Only whole objects with their UIDs can be packed. */
export function indexFound(found: FoundFile): { kind: 'indexed'; indexed: IndexedFile } | Gathered {
  const { file, offset, sizeBytes, shownAs, isExpected } = found;
  const passOver: Gathered = { kind: 'passed-over', shownAs };
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return bad(shownAs, 'not-readable');
  }
  try {
    const readAt = (start: number, length: number) =>
      readPiece(handle, offset + start, Math.max(0, Math.min(length, sizeBytes - start)));
    const header = readAt(0, FIRST_WINDOW_BYTES);
    const reading = indexInstance({ header, totalBytes: sizeBytes, readAt, inflate });
    if (!reading.ok) {
      if (looksLikeZip(header)) return bad(shownAs, 'archive-in-archive');
      return isExpected ? bad(shownAs, 'not-dicom', reading.refusal.detail) : passOver;
    }
    return judge(found, reading.value) ?? { kind: 'indexed', indexed: { found, index: reading.value } };
  } catch {
    return bad(shownAs, 'not-readable');
  } finally {
    closeSync(handle);
  }
}

function judge({ shownAs, isExpected }: FoundFile, index: InstanceIndex): Gathered | undefined {
  if (index.sopClassUid === MEDIA_STORAGE_DIRECTORY) return { kind: 'passed-over', shownAs };
  // Text may happen to look like a first element; without prefix, damage means that it was none.
  if (index.exportForm.preamble === 'absent' && !isExpected && index.sopClassUid === undefined) {
    return { kind: 'passed-over', shownAs };
  }
  const identity = identityOf(index);
  return identity.ok ? undefined : { kind: 'bad', bad: { shownAs, ...identity.refusal } };
}
