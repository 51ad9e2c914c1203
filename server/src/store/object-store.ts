import type { Readable } from 'node:stream';
import type { Outcome } from '@echoback/right-of-access';

/** What is known of an object once it is kept: enough to place it in a ZIP without reading it again. */
export type StoredObject = { sha256: string; crc32: number; sizeBytes: number };

export type ObjectRefusal = { code: 'disk-full'; freeBytes: number; sentence: string };

/** Inclusive first and exclusive last byte, as in an array's slice. */
type ByteRange = { start: number; end: number };

export type ObjectWriter = {
  /** Resolves when the bytes were handed to the system: awaiting it is what bounds memory. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when the object will survive a power cut; only then may a row name it. */
  finish(): Promise<StoredObject>;
  /** Forgets what was written. Harmless after `finish`. */
  abandon(): Promise<void>;
};

/**
 * Bytes kept by their SHA-256, never changed, for one facility. Every implementation passes
 * `object-store.conformance.ts`.
 */
export type ObjectStore = {
  /** Refuses before the first byte when the disk is nearly full (S7.7). */
  openWriter(): Promise<Outcome<ObjectWriter, ObjectRefusal>>;
  putBytes(bytes: Uint8Array): Promise<Outcome<StoredObject, ObjectRefusal>>;
  /** Keeps a copy of a file's bytes. */
  putFile(file: string): Promise<Outcome<StoredObject, ObjectRefusal>>;
  has(sha256: string): Promise<boolean>;
  /** A stream of the object or a part of it; fails with ENOENT when there is no such object. */
  openRead(sha256: string, range?: ByteRange): Readable;
  readBytes(sha256: string): Promise<Buffer>;
  /** The object as a local file, for programs and fast downloads; undefined where objects are not files. */
  path(sha256: string): string | undefined;
};
