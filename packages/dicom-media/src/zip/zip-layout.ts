import { type Outcome, ok, refuse } from '../outcome.ts';
import { type NameFault, nameFault, sameFileKey } from './entry-name.ts';
import { centralRecordBytes, endRecordsBytes, localHeaderBytes, type ZipEntry } from './zip-records.ts';

/**
 * Where every byte of a ZIP lies: entry after entry, then the central directory, then the end records. Length, ranges
 * and bytes are all read from here, so they cannot disagree.
 */
export type ZipLayout = {
  entries: readonly ZipEntry[];
  /** Start of each local header; one more for where the central directory starts. */
  starts: Float64Array;
  /** Start of each central record; one more for where the end records start. */
  centralStarts: Float64Array;
  totalBytes: number;
};

export type ZipRefusal =
  | { code: 'bad-name'; entryIndex: number; fault: NameFault }
  | { code: 'same-name'; entryIndex: number }
  | { code: 'bad-size'; entryIndex: number };

/**
 * Lays out a ZIP (PKWARE APPNOTE 6.3): stored, UTF-8 names, one fixed time, sizes and CRC in the local headers,
 * ZIP64 only where a number needs it. The same entries always give the same bytes.
 */
export function layoutZip(entries: readonly ZipEntry[]): Outcome<ZipLayout, ZipRefusal> {
  const fault = findFault(entries);
  if (fault) return refuse(fault);
  const starts = new Float64Array(entries.length + 1);
  const centralStarts = new Float64Array(entries.length + 1);
  let at = 0;
  entries.forEach((entry, index) => {
    starts[index] = at;
    at += localHeaderBytes(entry).length + entry.sizeBytes;
  });
  starts[entries.length] = at;
  entries.forEach((entry, index) => {
    centralStarts[index] = at;
    at += centralRecordBytes(entry, starts[index] as number).length;
  });
  centralStarts[entries.length] = at;
  const layout = { entries, starts, centralStarts, totalBytes: at };
  return ok({ ...layout, totalBytes: at + endBytes(layout).length });
}

/** The records behind the central directory. */
export function endBytes({ entries, starts, centralStarts }: Omit<ZipLayout, 'totalBytes'>): Uint8Array {
  const directoryStart = starts[entries.length] as number;
  const directoryEnd = centralStarts[entries.length] as number;
  return endRecordsBytes(entries.length, directoryStart, directoryEnd - directoryStart);
}

function findFault(entries: readonly ZipEntry[]): ZipRefusal | undefined {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (let entryIndex = 0; entryIndex < entries.length; entryIndex++) {
    const { name, sizeBytes, crc32 } = entries[entryIndex] as ZipEntry;
    const fault = nameFault(name);
    if (fault) return { code: 'bad-name', entryIndex, fault };
    const isCount = Number.isSafeInteger(sizeBytes) && sizeBytes >= 0;
    if (!isCount || !Number.isInteger(crc32) || crc32 < 0 || crc32 > 0xffffffff)
      return { code: 'bad-size', entryIndex };
    const key = sameFileKey(name);
    const above = foldersOf(key);
    if (files.has(key) || folders.has(key) || above.some((folder) => files.has(folder))) {
      return { code: 'same-name', entryIndex };
    }
    files.add(key);
    for (const folder of above) folders.add(folder);
  }
  return undefined;
}

function foldersOf(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
