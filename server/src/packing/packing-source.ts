import type { OutgoingPiece } from '../deliveries/stream-pieces.ts';

/**
 * A file to be packed: bytes made here, a file on disk, or a stretch of one from `offset` on. Bytes of it before
 * `zeroUntil` leave as zeros.
 */
export type PackingSource = { name: string; sizeBytes: number } & (
  | { bytes: Uint8Array }
  | { file: string; offset?: number; zeroUntil?: number }
);

export function rangeOf(source: PackingSource, start: number, end: number): OutgoingPiece {
  if ('bytes' in source) return { bytes: source.bytes.subarray(start, end) };
  const { file, offset = 0, zeroUntil = 0 } = source;
  return { file, start: offset + start, end: offset + end, zeroUntil: zeroUntil > 0 ? offset + zeroUntil : 0 };
}

/** The pieces that a layout gives, with the sources' own bytes in their places. */
export function* withContent(
  pieces: Iterable<
    { kind: 'bytes'; bytes: Uint8Array } | { kind: 'entry'; entryIndex: number; start: number; end: number }
  >,
  sources: readonly PackingSource[],
): Generator<OutgoingPiece, void, undefined> {
  for (const piece of pieces) {
    if (piece.kind === 'bytes') yield { bytes: piece.bytes };
    else yield rangeOf(sources[piece.entryIndex] as PackingSource, piece.start, piece.end);
  }
}
