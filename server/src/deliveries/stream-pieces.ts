import { close, open, read } from 'node:fs';

/** A run of bytes on its way out: made bytes, or a part of a kept file. */
export type OutgoingPiece = { bytes: Uint8Array } | FilePiece;

type FilePiece = {
  file: string;
  start: number;
  end: number;
  /** Bytes of the file before this place leave as zeros (an exported preamble, S7.9). */
  zeroUntil: number;
};

/**
 * Two buffers in turn: one is on its way to the socket while the other is filled. 512 KiB measured best of 128 KiB to
 * 4 MiB: smaller ones spend the time on calls, larger ones leave the processor's cache.
 */
const bufferBytes = 512 * 1024;

/** Files read at once into one buffer; small ones would otherwise wait for each other's open and close. */
const lanes = 8;

/** Sends pieces in order with two reused buffers, so memory does not grow with the length. */
export async function streamPieces(
  pieces: Iterable<OutgoingPiece>,
  write: (chunk: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const buffers = [Buffer.allocUnsafeSlow(bufferBytes), Buffer.allocUnsafeSlow(bufferBytes)] as const;
  const carried: CarriedFile = { file: undefined, descriptor: 0 };
  let sending: Promise<void> = Promise.resolve();
  let turn: 0 | 1 = 0;
  try {
    for (const window of cutIntoWindows(pieces)) {
      signal.throwIfAborted();
      const buffer = buffers[turn];
      // Both are waited for even when one fails: nobody may still write into a buffer that is given up.
      const [filled, sent] = await Promise.allSettled([fill(buffer, window, carried), sending]);
      sending = Promise.resolve();
      if (sent.status === 'rejected') throw sent.reason;
      if (filled.status === 'rejected') throw filled.reason;
      sending = write(buffer.subarray(0, filled.value));
      sending.catch(() => {}); // awaited one turn later; until then a failure is not "unhandled"
      turn = turn === 0 ? 1 : 0;
    }
    await sending;
  } finally {
    await sending.catch(() => {});
    await letGo(carried);
  }
}

/** What goes into one buffer: `from` counts within the piece. */
type Part = { at: number; length: number; piece: OutgoingPiece; from: number; endsPiece: boolean };

function* cutIntoWindows(pieces: Iterable<OutgoingPiece>): Generator<Part[], void, undefined> {
  let window: Part[] = [];
  let used = 0;
  for (const piece of pieces) {
    const total = 'bytes' in piece ? piece.bytes.byteLength : piece.end - piece.start;
    for (let from = 0; from < total; ) {
      const length = Math.min(total - from, bufferBytes - used);
      window.push({ at: used, length, piece, from, endsPiece: from + length === total });
      used += length;
      from += length;
      if (used < bufferBytes) continue;
      yield window;
      window = [];
      used = 0;
    }
  }
  if (used > 0) yield window;
}

async function fill(buffer: Buffer, parts: Part[], carried: CarriedFile): Promise<number> {
  const waiting = parts.values();
  const lane = async () => {
    for (const part of waiting) {
      if ('bytes' in part.piece) buffer.set(part.piece.bytes.subarray(part.from, part.from + part.length), part.at);
      else await readPart(buffer, part, part.piece, carried);
    }
  };
  const results = await Promise.allSettled(Array.from({ length: Math.min(lanes, parts.length) }, lane));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const last = parts.at(-1);
  return last ? last.at + last.length : 0;
}

/** The one file that stays open from one buffer to the next, because it goes on there. */
type CarriedFile = { file: FilePiece | undefined; descriptor: number };

async function readPart(buffer: Buffer, part: Part, piece: FilePiece, carried: CarriedFile): Promise<void> {
  const goesOn = carried.file === piece;
  const descriptor = goesOn ? carried.descriptor : await openFile(piece.file);
  try {
    await readFully(descriptor, buffer, part, piece);
  } finally {
    if (part.endsPiece) {
      if (carried.file === piece) carried.file = undefined;
      await closeFile(descriptor);
    } else {
      carried.file = piece;
      carried.descriptor = descriptor;
    }
  }
}

async function readFully(descriptor: number, buffer: Buffer, part: Part, piece: FilePiece): Promise<void> {
  const position = piece.start + part.from;
  for (let done = 0; done < part.length; ) {
    const count = await readSome(descriptor, buffer, part.at + done, part.length - done, position + done);
    if (count === 0) throw new Error('a kept file is shorter than its record says');
    done += count;
  }
  const zeros = Math.min(part.length, piece.zeroUntil - position);
  if (zeros > 0) buffer.fill(0, part.at, part.at + zeros);
}

async function letGo(carried: CarriedFile): Promise<void> {
  if (!carried.file) return;
  carried.file = undefined;
  await closeFile(carried.descriptor);
}

// Callbacks instead of FileHandle: with thousands of small files its cost is what one sees.

function openFile(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    open(file, 'r', (error, descriptor) => (error ? reject(error) : resolve(descriptor)));
  });
}

function closeFile(descriptor: number): Promise<void> {
  return new Promise((resolve) => close(descriptor, () => resolve()));
}

function readSome(descriptor: number, buffer: Buffer, at: number, length: number, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, at, length, position, (error, count) => (error ? reject(error) : resolve(count)));
  });
}
