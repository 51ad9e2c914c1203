import { findPlace } from './find-place.ts';
import { endBytes, type ZipLayout } from './zip-layout.ts';
import { centralRecordBytes, localHeaderBytes, type ZipEntry } from './zip-records.ts';
import { sealHeadBytes } from './zip-seal.ts';

/**
 * A piece of a ZIP: bytes that are made here, or a range of one entry's own content. The content of an entry with a seal
 * goes through its `Sealer.sealAt` on the way.
 */
export type ZipPiece =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'entry'; entryIndex: number; start: number; end: number };

/** Central records are a hundred bytes each: they come in pieces of about this size. */
const CENTRAL_PIECE_BYTES = 64 * 1024;

/**
 * The bytes from `start` up to but not including `end` (as an HTTP Range asks, made half-open), in order. The place is
 * found by binary search, so the last megabyte of 20,000 files costs no more than the first.
 */
export function* zipPieces(layout: ZipLayout, start: number, end: number): Generator<ZipPiece> {
  const { entries, starts, centralStarts, totalBytes } = layout;
  const until = Math.min(end, totalBytes);
  let at = Math.max(0, start);
  const directoryStart = starts[entries.length] as number;
  for (let index = findPlace(starts, at); index < entries.length && at < until && at < directoryStart; index++) {
    for (const piece of entryPieces(layout, index, at, until)) yield piece;
    at = starts[index + 1] as number;
  }
  const endStart = centralStarts[entries.length] as number;
  while (at < until && at < endStart) {
    const bytes = centralPiece(layout, at, until);
    yield { kind: 'bytes', bytes };
    at += bytes.length;
  }
  if (at < until) yield { kind: 'bytes', bytes: endBytes(layout).subarray(at - endStart, until - endStart) };
}

/** Header, content and for an encrypted entry what lies around it, as far as they lie between `at` and `until`. */
function* entryPieces({ entries, starts }: ZipLayout, index: number, at: number, until: number): Generator<ZipPiece> {
  const entry = entries[index] as ZipEntry;
  const from = starts[index] as number;
  const head = entryHead(entry);
  const contentAt = from + head.length;
  if (at < contentAt) yield { kind: 'bytes', bytes: head.subarray(Math.max(0, at - from), until - from) };
  const start = Math.max(0, at - contentAt);
  const end = Math.min(entry.sizeBytes, until - contentAt);
  if (start < end) yield { kind: 'entry', entryIndex: index, start, end };
  const tailAt = contentAt + entry.sizeBytes;
  if (!entry.seal || until <= tailAt) return;
  const tail = entry.seal.authenticationCode.subarray(Math.max(0, at - tailAt), until - tailAt);
  if (tail.length > 0) yield { kind: 'bytes', bytes: tail };
}

/** What stands before the content: the header, and for an encrypted entry its salt and the check of the password. */
function entryHead(entry: ZipEntry): Uint8Array {
  const header = localHeaderBytes(entry);
  if (!entry.seal) return header;
  const head = new Uint8Array(header.length + sealHeadBytes);
  head.set(header);
  head.set(entry.seal.salt, header.length);
  head.set(entry.seal.verifier, header.length + entry.seal.salt.length);
  return head;
}

function centralPiece({ entries, starts, centralStarts }: ZipLayout, at: number, until: number): Uint8Array {
  let index = findPlace(centralStarts, at);
  const stop = Math.min(until, at + CENTRAL_PIECE_BYTES, centralStarts[entries.length] as number);
  const piece = new Uint8Array(stop - at);
  for (; index < entries.length; index++) {
    const from = centralStarts[index] as number;
    if (from >= stop) break;
    const record = centralRecordBytes(entries[index] as ZipEntry, starts[index] as number);
    const part = record.subarray(Math.max(0, at - from), Math.max(0, stop - from));
    piece.set(part, Math.max(0, from - at));
  }
  return piece;
}
