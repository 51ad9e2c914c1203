import { characterSet } from './character-sets.ts';
import { decodeIso2022, type TextKind } from './iso-2022.ts';
import { decodeWith } from './text-decoders.ts';

const ESCAPE = 0x1b;

/**
 * Text of a data set whose (0008,0005) has these values. Never throws: what cannot be decoded becomes U+FFFD.
 * Bytes above 7F without a declared set are outside the standard and common; they are taken as UTF-8 when they are
 * valid UTF-8, else as Latin-1, the two that real devices mean.
 */
export function decodeText(bytes: Uint8Array, characterSets: readonly string[], kind: TextKind = 'text'): string {
  if (isPlainAscii(bytes)) return latin1(bytes);
  const first = characterSet(characterSets[0] ?? '');
  if (first?.whole) return decodeWith(first.label, bytes);
  if (!first && characterSets.length <= 1 && !bytes.includes(ESCAPE)) return undeclared(bytes);
  return decodeIso2022(bytes, first?.label ?? 'iso-8859-1', kind);
}

function isPlainAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 || byte === ESCAPE) return false;
  }
  return true;
}

/** Calling a decoder costs more than a short text does. */
function latin1(bytes: Uint8Array): string {
  if (bytes.length > 256) return decodeWith('iso-8859-1', bytes);
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}

function undeclared(bytes: Uint8Array): string {
  const asUtf8 = decodeWith('utf-8', bytes);
  return asUtf8.includes('\uFFFD') ? decodeWith('iso-8859-1', bytes) : asUtf8;
}
