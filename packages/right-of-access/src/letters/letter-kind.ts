import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import type { Bilingual, LetterLanguage, Templates } from './bilingual.ts';

/**
 * One kind of letter. `words.title` is its title: it names nobody and no exam. What `write` gives is followed by what all
 * letters share: the neutral sentence, a note of the office, the complaint routes and the offer of help.
 */
export type LetterKind<Facts extends LetterSubject> = {
  /** When it is sent, for the page that lists all letters. */
  readonly when: string;
  readonly words: Bilingual<Templates & { readonly title: string }>;
  /** Another title, by its key among the words, where the usual one would not be true. */
  readonly otherTitle?: (facts: Facts) => string | undefined;
  readonly write: (facts: Facts, language: LetterLanguage) => readonly LetterBlock[];
  /** Does it hold sentences that somebody of the office typed? Nobody has read their translation, so the English is beside. */
  readonly hasOfficeWords?: (facts: Facts) => boolean;
  /** Do the complaint routes belong into this letter? */
  readonly complaints: (facts: Facts) => boolean;
};
