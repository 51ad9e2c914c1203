/**
 * A file that a use case answers with: its whole length is known before the first byte is read, and any range of it
 * can be produced. The HTTP door turns it into 200, 206, 304 or 416 (RFC 9110 sections 13 and 14).
 */
export type FileAnswer = {
  mediaType: string;
  sizeBytes: number;
  /** Strong: same tag, same bytes. */
  etag: string;
  /** Made anew for each answer: there are no ranges of it, and it is never "not modified". */
  wholeOnly?: true;
  /** Shown to the person; holds no PHI. */
  fileName: string;
  disposition: 'inline' | 'attachment';
  /**
   * Writes the bytes from `start` up to `end` (exclusive) in order. `write` resolves when its chunk may be reused, so
   * memory stays at a few buffers whatever the size. Rejects when the signal aborts.
   */
  stream: (
    start: number,
    end: number,
    write: (chunk: Uint8Array) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Called once with the bytes that were sent, finished or not; the audit trail of downloads hangs on it. */
  finished?: (sentBytes: number, complete: boolean) => Promise<void>;
};
