import { type Outcome, ok, refuse } from '../outcome.ts';
import { type NameListFault, nameListFault } from './entry-name.ts';
import { centralRecordBytes, endRecordsBytes, localHeaderBytes, storedBytes, type ZipEntry } from './zip-records.ts';
import { isSeal } from './zip-seal.ts';

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

export type ZipRefusal = NameListFault | { code: 'bad-size' | 'bad-seal' | 'salt-used-twice'; entryIndex: number };

/**
 * Lays out a ZIP (PKWARE APPNOTE 6.3): stored, UTF-8 names, one fixed time, sizes and CRC in the local headers,
 * ZIP64 only where a number needs it. The same entries always give the same bytes.
 */
export function layoutZip(entries: readonly ZipEntry[]): Outcome<ZipLayout, ZipRefusal> {
  const fault = nameListFault(entries) ?? sizeFault(entries) ?? sealFault(entries);
  if (fault) return refuse(fault);
  const starts = new Float64Array(entries.length + 1);
  const centralStarts = new Float64Array(entries.length + 1);
  let at = 0;
  entries.forEach((entry, index) => {
    starts[index] = at;
    at += localHeaderBytes(entry).length + storedBytes(entry);
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

function sizeFault(entries: readonly ZipEntry[]): ZipRefusal | undefined {
  const entryIndex = entries.findIndex(({ sizeBytes, crc32 }) => {
    const isCount = Number.isSafeInteger(sizeBytes) && sizeBytes >= 0;
    return !isCount || !Number.isInteger(crc32) || crc32 < 0 || crc32 > 0xffffffff;
  });
  return entryIndex < 0 ? undefined : { code: 'bad-size', entryIndex };
}

/** One salt for two files gives them one key stream, and then each betrays the other. */
function sealFault(entries: readonly ZipEntry[]): ZipRefusal | undefined {
  const salts = new Set<string>();
  for (let entryIndex = 0; entryIndex < entries.length; entryIndex++) {
    const { seal } = entries[entryIndex] as ZipEntry;
    if (!seal) continue;
    if (!isSeal(seal)) return { code: 'bad-seal', entryIndex };
    const salt = seal.salt.join();
    if (salts.has(salt)) return { code: 'salt-used-twice', entryIndex };
    salts.add(salt);
  }
  return undefined;
}
