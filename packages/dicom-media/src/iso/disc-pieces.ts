import { findPlace } from '../zip/find-place.ts';
import type { ZipPiece } from '../zip/zip-pieces.ts';
import type { DiscLayout } from './disc-layout.ts';
import type { DiscRun } from './disc-runs.ts';

/** Zeros between runs come in pieces of at most this size. */
const ZERO_PIECE_BYTES = 64 * 1024;

/**
 * The bytes of a disc image from `start` up to but not including `end`, in order, in the pieces that a ZIP has too:
 * `entryIndex` is the file's place in the list that was laid out.
 */
export function* discPieces(layout: DiscLayout, start: number, end: number): Generator<ZipPiece> {
  const { runs, starts, totalBytes } = layout;
  const until = Math.min(end, totalBytes);
  let at = Math.max(0, start);
  for (let index = findPlace(starts, at); at < until; index++) {
    const run = runs[index] as DiscRun;
    const runEnd = run.at + run.length;
    const stop = Math.min(until, runEnd);
    if (at >= run.at && at < stop) yield pieceOf(run, at - run.at, stop - run.at);
    at = Math.max(at, stop);
    const next = Math.min(until, runs[index + 1]?.at ?? totalBytes);
    while (at < next) {
      const bytes = new Uint8Array(Math.min(ZERO_PIECE_BYTES, next - at));
      yield { kind: 'bytes', bytes };
      at += bytes.length;
    }
  }
}

function pieceOf(run: DiscRun, start: number, end: number): ZipPiece {
  if (!run.make) return { kind: 'entry', entryIndex: run.fileIndex, start, end };
  return { kind: 'bytes', bytes: run.make().subarray(start, end) };
}
