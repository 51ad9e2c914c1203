import type { App } from '../app.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { streamObjects } from './stream-objects.ts';

export type StoredFileFacts = {
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  fileName: string;
  disposition: 'inline' | 'attachment';
  /** The object leaves with its preamble zeroed; then `etag` is the hash of that form. */
  zeroPreamble?: boolean;
  etag?: string;
};

/** PS3.10 section 7.1. */
export const preambleBytes = 128;

/** A kept object as an answer: content never changes under its hash, so the hash is its tag. */
export function storedFile(app: App, facts: StoredFileFacts): FileAnswer {
  const { sha256, sizeBytes, mediaType, fileName, disposition, zeroPreamble = false } = facts;
  const zeroUntil = zeroPreamble ? preambleBytes : 0;
  return {
    mediaType,
    sizeBytes,
    etag: `"${facts.etag ?? sha256}"`,
    fileName,
    disposition,
    stream: (start, end, write, signal) =>
      streamObjects(app.objects, [{ sha256, start, end, zeroUntil }], write, signal),
  };
}

/** Bytes that were just made. */
export function madeFile(bytes: Uint8Array, facts: Omit<StoredFileFacts, 'sha256' | 'sizeBytes'>): FileAnswer {
  return {
    mediaType: facts.mediaType,
    sizeBytes: bytes.byteLength,
    etag: `"${facts.etag ?? ''}"`,
    fileName: facts.fileName,
    disposition: facts.disposition,
    stream: (start, end, write) => write(bytes.subarray(start, end)),
  };
}
