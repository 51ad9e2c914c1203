import type { ObjectStore } from '../store/object-store.ts';
import { type OutgoingPiece, streamPieces } from './stream-pieces.ts';

/** Made bytes, or a part of a kept object. Bytes of the object before `zeroUntil` leave as zeros (S7.9). */
export type ObjectPiece = { bytes: Uint8Array } | { sha256: string; start: number; end: number; zeroUntil: number };

type Write = (chunk: Uint8Array) => Promise<void>;

/** Sends kept objects: by the fast way where they are files, one stream after the other where they are not. */
export async function streamObjects(
  objects: ObjectStore,
  pieces: Iterable<ObjectPiece>,
  write: Write,
  signal: AbortSignal,
): Promise<void> {
  if (objects.path('0'.repeat(64)) !== undefined) return streamPieces(asFiles(objects, pieces), write, signal);
  for (const piece of pieces) {
    if ('bytes' in piece) await write(piece.bytes);
    else await streamOne(objects, piece, write, signal);
  }
}

function* asFiles(objects: ObjectStore, pieces: Iterable<ObjectPiece>): Generator<OutgoingPiece> {
  for (const piece of pieces) {
    if ('bytes' in piece) yield piece;
    else
      yield { file: objects.path(piece.sha256) ?? '', start: piece.start, end: piece.end, zeroUntil: piece.zeroUntil };
  }
}

async function streamOne(
  objects: ObjectStore,
  { sha256, start, end, zeroUntil }: Exclude<ObjectPiece, { bytes: Uint8Array }>,
  write: Write,
  signal: AbortSignal,
): Promise<void> {
  let at = start;
  for await (const chunk of objects.openRead(sha256, { start, end })) {
    signal.throwIfAborted();
    const bytes = chunk as Uint8Array;
    if (at < zeroUntil) bytes.fill(0, 0, zeroUntil - at);
    await write(bytes);
    at += bytes.byteLength;
  }
  if (at !== end) throw new Error('a kept object is shorter than its record says');
}
