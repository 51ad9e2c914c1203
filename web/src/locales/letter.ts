import { letterEn } from './letter.en.ts';
import { letterEs } from './letter.es.ts';
import { catalogue } from './text.ts';

export const letterText = catalogue(letterEn, letterEs);

/** The name of a letter in the catalogue; a code of another edition is still a letter. */
export function letterName(code: string): keyof typeof letterEn {
  return code in letterEn ? (code as keyof typeof letterEn) : 'other';
}
