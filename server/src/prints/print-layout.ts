import { createHash } from 'node:crypto';
import type { ObjectPiece } from '../deliveries/stream-objects.ts';
import type { ObjectStore } from '../store/object-store.ts';
import { drawPrints, type PrintFacts } from './draw-prints.ts';
import { keptObjectIn, type PaperImage, paperImage } from './paper-image.ts';
import type { PrintPage } from './print-pages.ts';

/** A PDF as pieces: bytes that were drawn, and kept pictures in their places. Its length follows from them. */
export type PrintLayout = { pieces: PrintPiece[]; totalBytes: number; sha256: string };
type PrintPiece = { at: number; length: number } & ({ bytes: Uint8Array } | { sha256: string });

/** Frame headers of JPEG files stand far before this, whatever a machine writes in front of them. */
const headBytes = 64 * 1024;

/** Lays out the whole PDF without holding a picture: memory grows by about 3 KB a page, not by its pictures. */
export async function layoutPrints(
  objects: ObjectStore,
  pages: readonly PrintPage[],
  facts: PrintFacts,
): Promise<PrintLayout> {
  const pieces: PrintPiece[] = [];
  const hash = createHash('sha256');
  let totalBytes = 0;
  const take = (chunk: Uint8Array) => {
    const kept = keptObjectIn(chunk);
    const length = chunk.byteLength;
    pieces.push(kept ? { at: totalBytes, length, sha256: kept } : { at: totalBytes, length, bytes: chunk });
    hash.update(kept ?? chunk);
    totalBytes += length;
  };
  const images = new Map<string, PaperImage | undefined>();
  const imageOf = async ({ picture }: PrintPage['places'][number]) => {
    const { sha256, sizeBytes } = picture;
    // The same picture twice is one object of the file.
    if (!images.has(sha256)) images.set(sha256, paperImage(picture, await readHead(objects, sha256, sizeBytes)));
    return images.get(sha256);
  };
  await drawPrints(pages, facts, imageOf, take);
  return { pieces, totalBytes, sha256: hash.digest('hex') };
}

async function readHead(objects: ObjectStore, sha256: string, sizeBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of objects.openRead(sha256, { start: 0, end: Math.min(headBytes, sizeBytes) })) {
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** The part from `start` up to `end` (exclusive), in order. */
export function* printPieces({ pieces }: PrintLayout, start: number, end: number): Generator<ObjectPiece> {
  for (const piece of pieces) {
    const from = Math.max(start - piece.at, 0);
    const until = Math.min(end - piece.at, piece.length);
    if (from >= until) continue;
    if ('bytes' in piece) yield { bytes: piece.bytes.subarray(from, until) };
    else yield { sha256: piece.sha256, start: from, end: until, zeroUntil: 0 };
  }
}
