import type { WritableLetter } from './letter-facts.ts';
import type { LetterLanguage } from './letters/bilingual.ts';
import { wordingSections } from './wording-sections.ts';

/**
 * Which wording a letter has: sixteen hexadecimal digits over its own sentences and those that it shares. Another word
 * anywhere is another version, so a review of the old one no longer holds.
 */
export function wordingVersion(code: WritableLetter, language: LetterLanguage): string {
  return fingerprint(JSON.stringify(wordingSections(code).map((section) => section[language])));
}

/** FNV-1a, 64 bits: tells one text from another; nobody gains by forging it. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of text) hash = ((hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}
