import { closeSync, fstatSync, openSync } from 'node:fs';
import { readPiece } from '../imaging/index-object.ts';
import { bad, type Gathered, hasDicomEnding, MAX_FILES } from './found-file.ts';

const SECTOR_BYTES = 2048;
/** Eight levels by ECMA-119, more with Joliet and Rock Ridge. */
const MAX_DEPTH = 32;
const MAX_FOLDER_BYTES = 64 * 1024 * 1024;
const MAX_DESCRIPTORS = 64;

type Place = { sector: number; length: number };
type Volume = { root: Place; isJoliet: boolean };
type Record = Place & { name: string; flags: number; isInterleaved: boolean };

/**
 * The files of an ISO 9660 image, read where they lie; names by Joliet when the image has it. Every place is checked
 * against the image's real size, a folder is entered once, and depth, number and size of folders are bounded.
 */
export function* imageFiles(file: string, shownAs: string): Generator<Gathered> {
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const volume = findVolume(handle, size);
    if (!volume) return yield bad(shownAs, 'unreadable-image', 'no volume descriptor of ISO 9660');
    yield* walk(handle, size, volume, { file, shownAs });
  } finally {
    closeSync(handle);
  }
}

/** ECMA-119 8: descriptors from sector 16 on; type 1 is the primary one, type 2 with an escape sequence is Joliet's. */
function findVolume(handle: number, size: number): Volume | undefined {
  let primary: Volume | undefined;
  for (let sector = 16; sector < 16 + MAX_DESCRIPTORS; sector++) {
    const bytes = Buffer.from(readPiece(handle, sector * SECTOR_BYTES, SECTOR_BYTES));
    if (bytes.length < SECTOR_BYTES || bytes.toString('latin1', 1, 6) !== 'CD001') break;
    const type = bytes[0];
    if (type === 255) break;
    const isJoliet = type === 2 && /^%\/[@CE]/.test(bytes.toString('latin1', 88, 91));
    if (type !== 1 && !isJoliet) continue;
    const root = { sector: bytes.readUInt32LE(158), length: bytes.readUInt32LE(166) };
    if (!isInside(root, size)) continue;
    if (isJoliet) return { root, isJoliet };
    primary ??= { root, isJoliet };
  }
  return primary;
}

function isInside({ sector, length }: Place, size: number): boolean {
  return sector * SECTOR_BYTES + length <= size;
}

function* walk(
  handle: number,
  size: number,
  volume: Volume,
  { file, shownAs }: { file: string; shownAs: string },
): Generator<Gathered> {
  const open = [{ place: volume.root, path: shownAs, depth: 0 }];
  const entered = new Set<number>([volume.root.sector]);
  let count = 0;
  for (let folder = open.shift(); folder; folder = open.shift()) {
    const { place, path, depth } = folder;
    if (depth > MAX_DEPTH || place.length > MAX_FOLDER_BYTES) {
      yield bad(path, 'unreadable-image', 'folders too deep or too large');
      continue;
    }
    for (const record of withParts(recordsOf(handle, place, volume.isJoliet))) {
      count += 1;
      if (count > MAX_FILES) return yield bad(shownAs, 'too-many-files');
      const shown = `${path}/${record.name}`;
      if (!isInside(record, size)) yield bad(shown, 'unreadable-image', 'lies behind the end of the image');
      else if (record.flags & IS_FOLDER) {
        if (entered.has(record.sector)) continue;
        entered.add(record.sector);
        open.push({ place: record, path: shown, depth: depth + 1 });
      } else if (record.isInterleaved) yield bad(shown, 'unreadable-image', 'interleaved file');
      else {
        const isExpected = hasDicomEnding(record.name);
        const at = { file, offset: record.sector * SECTOR_BYTES, sizeBytes: record.length };
        yield { kind: 'found', found: { ...at, shownAs: shown, isExpected } };
      }
    }
  }
}

/** ECMA-119 9.1.6. */
const IS_FOLDER = 2;
const GOES_ON = 0x80;

/** A file of 4 GiB and more has several records; ours and everybody's lie one behind the other. */
function* withParts(records: Iterable<Record>): Generator<Record> {
  let first: Record | undefined;
  for (const record of records) {
    if (first && first.sector * SECTOR_BYTES + first.length !== record.sector * SECTOR_BYTES)
      first.isInterleaved = true;
    if (first) first = { ...first, length: first.length + record.length };
    else first = record;
    if (record.flags & GOES_ON) continue;
    yield first;
    first = undefined;
  }
  if (first) yield first;
}

/** ECMA-119 9.1: records do not cross sectors; a zero length says that the rest of the sector is empty. */
function* recordsOf(handle: number, place: Place, isJoliet: boolean): Generator<Record> {
  const bytes = Buffer.from(readPiece(handle, place.sector * SECTOR_BYTES, place.length));
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    const nextSector = (Math.floor(at / SECTOR_BYTES) + 1) * SECTOR_BYTES;
    if (length === 0) {
      at = nextSector;
      continue;
    }
    const nameLength = bytes[at + 32] ?? 0;
    if (length < 34 || at + length > Math.min(bytes.length, nextSector) || 33 + nameLength > length) return;
    const name = bytes.subarray(at + 33, at + 33 + nameLength);
    const isSelfOrParent = nameLength === 1 && (name[0] === 0 || name[0] === 1);
    if (!isSelfOrParent) {
      yield {
        name: nameOf(name, isJoliet),
        flags: bytes[at + 25] ?? 0,
        sector: bytes.readUInt32LE(at + 2) + (bytes[at + 1] ?? 0),
        length: bytes.readUInt32LE(at + 10),
        isInterleaved: bytes[at + 26] !== 0,
      };
    }
    at += length;
  }
}

/** Joliet is UCS-2, big endian; `;1` is the version of a file. The text is for people and for the DICOMDIR's names. */
function nameOf(bytes: Buffer, isJoliet: boolean): string {
  const text = isJoliet
    ? Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');
  return text.replace(/\.?;\d+$/, '').replaceAll(/[\p{Cc}/]/gu, '?');
}
