import {
  calendarDate,
  demoFeeSchedule,
  type FeeChoice,
  type LanguageReview,
  type Letter,
  type LetterFacts,
  type LetterLanguage,
  letterCodes,
  letterContent,
  letterSamples,
  quoteFees,
  type WritableLetter,
  wordingVersion,
} from '@echoback/right-of-access';
import { testPack as pack } from './test-pack.ts';

const receivedOn = calendarDate('2026-11-23');

export function testQuote(choices: readonly FeeChoice[]) {
  const quote = quoteFees(choices, demoFeeSchedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

/** As if somebody qualified had read the Spanish of every letter. */
export const testReviews: readonly LanguageReview[] = letterCodes.map((letter) => ({
  letter,
  language: 'es',
  version: wordingVersion(letter, 'es'),
  reviewedBy: 'M. Soto',
  qualification: 'Certified medical translator',
  reviewedOn: receivedOn,
}));

/** A real letter about made people, for tests that draw or keep one. */
export function testLetter<Code extends WritableLetter>(
  code: Code,
  change: Partial<LetterFacts[Code]> = {},
  language: LetterLanguage = 'en',
  reviews: readonly LanguageReview[] = [],
): Letter {
  const letter = letterContent(
    code,
    (needed) => ({ ...letterSamples(needed, pack)[code], ...change }),
    language,
    reviews,
  );
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value;
}
