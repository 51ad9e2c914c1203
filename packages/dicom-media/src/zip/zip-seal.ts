/**
 * What an encrypted entry carries around its content: WinZip's AE-2 with AES-256, the one format of encrypted ZIP that
 * several makers' tools open (7-Zip, WinZip, WinRAR, PeaZip, Keka; not Windows Explorer, macOS Archive Utility or
 * Info-ZIP's unzip). Names and sizes stay readable.
 */
export type ZipSeal = {
  /** 16 bytes, random, never used for another file with the same password. */
  salt: Uint8Array;
  /** 2 bytes by which a tool tells a mistyped password at once. */
  verifier: Uint8Array;
  /** 10 bytes over the encrypted content. */
  authenticationCode: Uint8Array;
};

const SALT_BYTES = 16;
const VERIFIER_BYTES = 2;
const KEY_BYTES = 32;
const ITERATIONS = 1000; // the format's own number: a password must be long, the format does not make it strong
const BLOCK_BYTES = 16;
const STREAM_PIECE_BYTES = 64 * 1024;
const MIN_PASSWORD_CHARACTERS = 12;

export const sealHeadBytes = SALT_BYTES + VERIFIER_BYTES;
export const sealTailBytes = 10;

/** The platform's cryptography. */
export type ZipCrypto = {
  /** PBKDF2 with HMAC-SHA-1 (RFC 8018). */
  deriveKey(password: Uint8Array, salt: Uint8Array, iterations: number, lengthBytes: number): Uint8Array;
  /** AES-256 on whole blocks of 16 bytes, each by itself, without padding. It sees counters only, never content. */
  encryptBlocks(key: Uint8Array, blocks: Uint8Array): Uint8Array;
  hmacSha1(key: Uint8Array): { update(bytes: Uint8Array): void; digest(): Uint8Array };
};

/** Encrypts the content of one entry. */
export type Sealer = {
  /** By which a tool tells a mistyped password: it stands before the content. */
  verifier: Uint8Array;
  /** Turns content into what the ZIP holds, in place. `start` is its place in the content; any order, so ranges work. */
  sealAt(content: Uint8Array, start: number): void;
  /** The same from the beginning on, one part after the other, and counted into the authentication code. */
  sealNext(content: Uint8Array): void;
  /** After the last part. The code needs the whole content once: make it when the package is made, and keep the seal. */
  seal(): ZipSeal;
};

/** The format knows no character set, so tools agree on ASCII alone; and 1,000 iterations want a long password. */
export function isZipPassword(password: string): boolean {
  return password.length >= MIN_PASSWORD_CHARACTERS && password.length <= 99 && /^[\x20-\x7e]*$/.test(password);
}

/**
 * Encrypts the content of one entry with AES-256 (WinZip AE-2). `salt`: 16 random bytes, never the same for two entries.
 * The password must be one that `isZipPassword` takes.
 */
export function openSealer(crypto: ZipCrypto, password: string, salt: Uint8Array): Sealer {
  const secret = new TextEncoder().encode(password);
  const derived = crypto.deriveKey(secret, salt, ITERATIONS, 2 * KEY_BYTES + VERIFIER_BYTES);
  const key = derived.slice(0, KEY_BYTES);
  const mac = crypto.hmacSha1(derived.slice(KEY_BYTES, 2 * KEY_BYTES));
  let done = 0;
  const sealAt = (content: Uint8Array, start: number) => {
    for (let at = 0; at < content.length; at += STREAM_PIECE_BYTES) {
      xorKeyStream(crypto, key, content.subarray(at, at + STREAM_PIECE_BYTES), start + at);
    }
  };
  const verifier = derived.slice(2 * KEY_BYTES);
  return {
    verifier,
    sealAt,
    sealNext(content) {
      sealAt(content, done);
      mac.update(content);
      done += content.length;
    },
    seal: () => ({
      salt,
      verifier,
      authenticationCode: mac.digest().slice(0, sealTailBytes),
    }),
  };
}

/** AES in counter mode as WinZip counts: from one, small end first, which is not the counter mode of platforms. */
function xorKeyStream(crypto: ZipCrypto, key: Uint8Array, content: Uint8Array, start: number): void {
  const firstBlock = Math.floor(start / BLOCK_BYTES);
  const skipped = start % BLOCK_BYTES;
  const count = Math.ceil((skipped + content.length) / BLOCK_BYTES);
  const counters = new Uint8Array(count * BLOCK_BYTES);
  const view = new DataView(counters.buffer);
  for (let at = 0; at < count; at++) {
    const number = firstBlock + at + 1;
    view.setUint32(at * BLOCK_BYTES, number, true);
    view.setUint32(at * BLOCK_BYTES + 4, Math.floor(number / 2 ** 32), true);
  }
  const stream = crypto.encryptBlocks(key, counters);
  for (let at = 0; at < content.length; at++) {
    content[at] = (content[at] as number) ^ (stream[skipped + at] as number);
  }
}

export function isSeal({ salt, verifier, authenticationCode }: ZipSeal): boolean {
  return (
    salt.length === SALT_BYTES && verifier.length === VERIFIER_BYTES && authenticationCode.length === sealTailBytes
  );
}
