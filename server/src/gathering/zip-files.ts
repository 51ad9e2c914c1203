import { createWriteStream } from 'node:fs';
import { open, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { MAX_INSTANCE_BYTES } from '@echoback/dicom-media';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DicomOnly, NotDicom } from './dicom-only.ts';
import { mayBeDicom } from './file-nature.ts';
import { bad, type Gathered, hasDicomEnding, MAX_FILES, notDicom } from './found-file.ts';

/** So much may come out of a ZIP whatever its size is; beyond it at most `MAX_GROWTH` times what went in. */
const ALWAYS_ALLOWED_BYTES = 8 * 1024 ** 3;
const MAX_GROWTH = 100;
/** Left on the disk for everybody else. */
const RESERVE_BYTES = 256 * 1024 ** 2;

export type Unpacking = { scratch: string; nextName: () => string; signal: AbortSignal };

/**
 * The entries of a ZIP. What it stores is read where it lies; what it deflates and may be DICOM goes through a stream
 * into `scratch` under a name of ours, so a name inside can never choose a place. Sizes, checksums and the sum of all are
 * checked as the bytes come, whatever the ZIP says of itself.
 */
export async function* zipFiles(file: string, shownAs: string, unpacking: Unpacking): AsyncGenerator<Gathered> {
  const sizeBytes = (await stat(file)).size;
  const zip = await yauzl
    .openPromise(file, { autoClose: false, strictFileNames: false, decodeStrings: false })
    .catch(() => undefined);
  if (!zip) return yield bad(shownAs, 'unreadable-zip');
  let allowedBytes = Math.max(ALWAYS_ALLOWED_BYTES, sizeBytes * MAX_GROWTH);
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacking.signal.throwIfAborted();
      entries += 1;
      const name = nameOf(entry);
      const shown = `${shownAs}/${name}`;
      if (name.endsWith('/')) continue;
      if (entries > MAX_FILES) return yield bad(shownAs, 'too-many-files');
      allowedBytes -= entry.uncompressedSize;
      if (allowedBytes < 0 || entry.uncompressedSize > MAX_INSTANCE_BYTES) yield bad(shown, 'too-large-unpacked');
      else if (isUnsafe(name)) yield bad(shown, 'unsafe-name');
      else yield await entryFile(zip, entry, { file, sizeBytes, shown }, unpacking);
    }
  } catch (fault) {
    if (unpacking.signal.aborted || isOfTheMachine(fault)) throw fault;
    yield bad(shownAs, 'unreadable-zip');
  } finally {
    zip.close();
  }
}

/** `\` is what some Windows programs write. The text is for people only. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const text = raw.toString(entry.generalPurposeBitFlag & 0x800 ? 'utf8' : 'latin1');
  return text.replaceAll('\\', '/').replaceAll(/\p{Cc}/gu, '?');
}

function isUnsafe(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

async function entryFile(
  zip: ZipFile,
  entry: Entry,
  { file, sizeBytes, shown }: { file: string; sizeBytes: number; shown: string },
  unpacking: Unpacking,
): Promise<Gathered> {
  if (entry.generalPurposeBitFlag & 1) return bad(shown, 'encrypted');
  if (!entry.canDecodeFileData()) return bad(shown, 'unsupported-compression', `method ${entry.compressionMethod}`);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const isExpected = hasDicomEnding(shown);
  if (entry.compressionMethod !== 0) return inflated(zip, entry, shown, unpacking);
  if (fileDataStart + entry.compressedSize > sizeBytes)
    return bad(shown, 'unreadable-zip', 'entry ends behind the file');
  const stored = await checkStored(file, fileDataStart, entry, unpacking.signal);
  if (stored === 'not-dicom') return notDicom(shown);
  if (stored === 'checksum-wrong') return bad(shown, 'checksum-wrong');
  const found = { file, offset: fileDataStart, sizeBytes: entry.uncompressedSize, shownAs: shown, isExpected };
  return { kind: 'found', found };
}

async function checkStored(file: string, start: number, entry: Entry, signal: AbortSignal) {
  const size = entry.uncompressedSize;
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(256 * 1024);
    let sum = 0;
    for (let done = 0; done < size; ) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, size - done), start + done);
      if (bytesRead === 0) return 'checksum-wrong';
      const piece = buffer.subarray(0, bytesRead);
      if (done === 0 && !mayBeDicom(piece, size)) return 'not-dicom';
      sum = crc32(piece, sum);
      done += bytesRead;
    }
    if (size === 0) return 'not-dicom';
    return sum === entry.crc32 ? 'good' : 'checksum-wrong';
  } finally {
    await handle.close();
  }
}

async function inflated(zip: ZipFile, entry: Entry, shown: string, unpacking: Unpacking): Promise<Gathered> {
  const size = entry.uncompressedSize;
  const isExpected = hasDicomEnding(shown);
  const { bavail, bsize } = await statfs(unpacking.scratch);
  if (size + RESERVE_BYTES > bavail * bsize) throw new NoRoomToUnpack('The disk has no room to unpack a ZIP');
  const target = path.join(unpacking.scratch, unpacking.nextName());
  const check = new DicomOnly(size);
  try {
    const source = await zip.openReadStreamPromise(entry);
    await pipeline(source, check, createWriteStream(target, { flags: 'wx' }), { signal: unpacking.signal });
  } catch (fault) {
    await rm(target, { force: true });
    if (unpacking.signal.aborted || isOfTheMachine(fault)) throw fault;
    if (!(fault instanceof NotDicom)) return bad(shown, 'unreadable-zip', 'broken deflate stream or wrong size');
    return notDicom(shown);
  }
  if (check.sum !== entry.crc32) {
    await rm(target, { force: true });
    return bad(shown, 'checksum-wrong');
  }
  return { kind: 'found', found: { file: target, offset: 0, sizeBytes: size, shownAs: shown, isExpected } };
}

class NoRoomToUnpack extends Error {
  readonly code = 'ENOSPC';
}

function isOfTheMachine(fault: unknown): boolean {
  const { code } = (fault ?? {}) as NodeJS.ErrnoException;
  return code !== undefined && ['ENOSPC', 'EMFILE', 'EIO', 'EROFS', 'EDQUOT'].includes(code);
}
