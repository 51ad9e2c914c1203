import { closeSync, fstatSync, openSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { codes, items, readPart10 } from '@echoback/dicom-media';
import { FIRST_WINDOW_BYTES, readPiece } from '../imaging/index-object.ts';
import { bad, type Gathered } from './found-file.ts';

const DIRECTORY_RECORDS = 0x00041220;
const REFERENCED_FILE_ID = 0x00041500;

/** The files that a DICOMDIR refers to, beside it. A name that leads out of its folder is refused. */
export async function* dicomdirFiles(file: string, shownAs: string): AsyncGenerator<Gathered> {
  const fileIds = readFileIds(file);
  if (!fileIds) return yield bad(shownAs, 'unreadable-dicomdir');
  const folder = path.dirname(file);
  const listings = new Map<string, readonly string[]>();
  for (const parts of fileIds) {
    const shown = path.join(path.dirname(shownAs), ...parts.map((part) => part.replaceAll(/[^\w.-]/g, '_')));
    if (parts.length === 0 || !parts.every((part) => /^[\w-]+(\.[\w-]+)?$/.test(part))) {
      yield bad(shownAs, 'unsafe-name', 'a referenced file ID is no name');
      continue;
    }
    const found = await resolveFileId(folder, parts, listings);
    const facts = found === undefined ? undefined : await stat(found).catch(() => undefined);
    if (found === undefined || !facts?.isFile()) yield bad(shown, 'missing-file', 'the DICOMDIR lists it');
    else {
      const at = { file: found, offset: 0, sizeBytes: facts.size };
      yield { kind: 'found', found: { ...at, shownAs: shown, isExpected: true } };
    }
  }
}

function readFileIds(file: string): string[][] | undefined {
  const handle = openSync(file, 'r');
  try {
    const totalBytes = fstatSync(handle).size;
    const readAt = (offset: number, length: number) =>
      readPiece(handle, offset, Math.max(0, Math.min(length, totalBytes - offset)));
    const reading = readPart10(readAt(0, FIRST_WINDOW_BYTES), { totalBytes, readAt });
    if (!reading.ok || !reading.value.dataSet.elements.has(DIRECTORY_RECORDS)) return undefined;
    const { dataSet } = reading.value;
    return items(dataSet, DIRECTORY_RECORDS)
      .map((record) => codes(record, REFERENCED_FILE_ID))
      .filter((parts) => parts.length > 0);
  } finally {
    closeSync(handle);
  }
}

/** Linux shows the names of a disc in lower case, or not, as it was mounted: letters' case does not count. */
async function resolveFileId(
  folder: string,
  parts: readonly string[],
  listings: Map<string, readonly string[]>,
): Promise<string | undefined> {
  let at = folder;
  for (const part of parts) {
    let names = listings.get(at);
    if (!names) {
      names = await readdir(at).catch(() => []);
      listings.set(at, names);
    }
    const name = names.includes(part) ? part : names.find((one) => one.toUpperCase() === part.toUpperCase());
    if (name === undefined) return undefined;
    at = path.join(at, name);
  }
  return at;
}
