import { type Outcome, ok, refuse } from '../outcome.ts';
import { layoutZip, type ZipLayout, type ZipRefusal } from './zip-layout.ts';
import type { ZipEntry } from './zip-records.ts';
import { openSealer, type Sealer, sealHeadBytes, sealTailBytes, type ZipCrypto, type ZipSeal } from './zip-seal.ts';

export type ZipSecret = {
  crypto: ZipCrypto;
  password: string;
  /** From the platform's own source; each file gets a salt of its own. */
  randomBytes: (length: number) => Uint8Array;
};

export type SealedZip = {
  /** Its length is right; the codes that seal the contents are put in as they pass. */
  layout: ZipLayout;
  /** Encrypts the bytes of the layout in place. They come once, from the first to the last, cut anywhere. */
  seal: (chunk: Uint8Array) => void;
};

const SALT_BYTES = 16;

/**
 * An encrypted ZIP in one pass: the code of each content stands behind it, so every file is read once, and the length is
 * known before the first byte.
 */
export function sealZip(
  entries: readonly Omit<ZipEntry, 'seal'>[],
  { crypto, password, randomBytes }: ZipSecret,
): Outcome<SealedZip, ZipRefusal> {
  const laid = layoutZip(entries.map((entry) => ({ ...entry, seal: emptySeal(randomBytes(SALT_BYTES)) })));
  if (!laid.ok) return refuse(laid.refusal);
  const layout = laid.value;
  let at = 0;
  let index = 0;
  let passing: PassingEntry | undefined;
  const seal = (chunk: Uint8Array) => {
    const chunkAt = at;
    at += chunk.length;
    while (index < entries.length) {
      passing ??= passingEntry(layout, index, (salt) => openSealer(crypto, password, salt));
      if (!passing.pass(chunk, chunkAt)) return;
      passing = undefined;
      index += 1;
    }
  };
  return ok({ layout, seal });
}

function emptySeal(salt: Uint8Array): ZipSeal {
  return {
    salt,
    verifier: new Uint8Array(sealHeadBytes - SALT_BYTES),
    authenticationCode: new Uint8Array(sealTailBytes),
  };
}

type PassingEntry = {
  /** True when the entry ends within this chunk. */
  pass: (chunk: Uint8Array, chunkAt: number) => boolean;
};

function passingEntry({ entries, starts }: ZipLayout, index: number, open: (salt: Uint8Array) => Sealer): PassingEntry {
  const entry = entries[index] as ZipEntry;
  // Behind the last entry stands the central directory, and `starts` has its place too.
  const endsAt = starts[index + 1] as number;
  const codeAt = endsAt - sealTailBytes;
  const contentAt = codeAt - entry.sizeBytes;
  let sealer: Sealer | undefined;
  let code: Uint8Array | undefined;
  return {
    pass(chunk, chunkAt) {
      const chunkEnd = chunkAt + chunk.length;
      sealer ??= open(entry.seal?.salt as Uint8Array);
      put(chunk, chunkAt, sealer.verifier, contentAt - sealer.verifier.length);
      const [from, to] = [Math.max(contentAt, chunkAt), Math.min(codeAt, chunkEnd)];
      if (from < to) sealer.sealNext(chunk.subarray(from - chunkAt, to - chunkAt));
      if (chunkEnd <= codeAt) return false;
      code ??= sealer.seal().authenticationCode;
      put(chunk, chunkAt, code, codeAt);
      return chunkEnd >= endsAt;
    },
  };
}

/** The part of `bytes` that falls into the chunk; both places count from the start of the ZIP. */
function put(chunk: Uint8Array, chunkAt: number, bytes: Uint8Array, place: number): void {
  const from = Math.max(place, chunkAt);
  const to = Math.min(place + bytes.length, chunkAt + chunk.length);
  if (from < to) chunk.set(bytes.subarray(from - place, to - place), from - chunkAt);
}
