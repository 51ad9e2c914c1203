import { closeSync, openSync } from 'node:fs';
import { readPiece } from '../imaging/index-object.ts';
import type { FoundFile } from './found-file.ts';

const pieceBytes = 1024 * 1024;

/** Compares two finds byte for byte; a file that lies in two places of a disc is common. */
export function isSameContent(one: FoundFile, other: FoundFile): boolean {
  if (one.sizeBytes !== other.sizeBytes) return false;
  const first = openSync(one.file, 'r');
  try {
    const second = openSync(other.file, 'r');
    try {
      for (let at = 0; at < one.sizeBytes; at += pieceBytes) {
        const length = Math.min(pieceBytes, one.sizeBytes - at);
        const piece = readPiece(first, one.offset + at, length);
        if (Buffer.compare(piece, readPiece(second, other.offset + at, length)) !== 0) return false;
      }
      return true;
    } finally {
      closeSync(second);
    }
  } finally {
    closeSync(first);
  }
}
