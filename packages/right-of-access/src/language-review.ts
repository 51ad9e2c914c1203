import type { CalendarDate } from './calendar.ts';
import type { WritableLetter } from './letter-facts.ts';
import { letterCodes } from './letter-kinds.ts';
import { type LetterLanguage, letterLanguages } from './letters/bilingual.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { wordingVersion } from './wording-version.ts';

/** Letters are first written in this language; what is written in another one is a translation. */
export const sourceLanguage: LetterLanguage = 'en';

/** Somebody qualified has read this very wording: 45 CFR 92.201(c)(3). */
export type LanguageReview = {
  readonly letter: WritableLetter;
  readonly language: LetterLanguage;
  /** The version that was read; see `wordingVersion`. */
  readonly version: string;
  readonly reviewedBy: string;
  /** “Certified medical translator, ATA 1234”. */
  readonly qualification: string;
  readonly reviewedOn: CalendarDate;
};

export type LanguageStanding = { readonly version: string } & (
  | { readonly standing: 'source' }
  | { readonly standing: 'reviewed'; readonly review: LanguageReview }
  /** Reviewed once; the wording has changed since. */
  | { readonly standing: 'stale'; readonly review: LanguageReview }
  | { readonly standing: 'unreviewed' }
);

/** May this wording go out alone? Only a review of its exact version lets a translation do so. */
export function languageStanding(
  code: WritableLetter,
  language: LetterLanguage,
  reviews: readonly LanguageReview[],
): LanguageStanding {
  const version = wordingVersion(code, language);
  if (language === sourceLanguage) return { standing: 'source', version };
  const ofThis = reviews.filter((review) => review.letter === code && review.language === language && isSigned(review));
  const current = ofThis.find((review) => review.version === version);
  if (current) return { standing: 'reviewed', version, review: current };
  const last = [...ofThis].sort((a, b) => (a.reviewedOn < b.reviewedOn ? 1 : -1))[0];
  return last ? { standing: 'stale', version, review: last } : { standing: 'unreviewed', version };
}

export type AwaitedReview = {
  readonly letter: WritableLetter;
  readonly language: LetterLanguage;
  readonly version: string;
  readonly standing: 'unreviewed' | 'stale';
};

/** What a qualified person has still to read, for the settings page. */
export function awaitedReviews(reviews: readonly LanguageReview[]): readonly AwaitedReview[] {
  return letterLanguages.flatMap((language) =>
    letterCodes.flatMap((letter) => {
      const { standing, version } = languageStanding(letter, language, reviews);
      return standing === 'unreviewed' || standing === 'stale' ? [{ letter, language, version, standing }] : [];
    }),
  );
}

export type LanguageReviewRefusal =
  | { readonly code: 'source-needs-no-review' }
  | { readonly code: 'wording-changed'; readonly version: string }
  | { readonly code: 'reviewer-or-qualification-missing' };

/** May this review be recorded? It must be signed, say by whom and how qualified, and be of the wording in use. */
export function decideLanguageReview(review: LanguageReview): Outcome<LanguageReview, LanguageReviewRefusal> {
  if (review.language === sourceLanguage) return refuse({ code: 'source-needs-no-review' });
  if (!isSigned(review)) return refuse({ code: 'reviewer-or-qualification-missing' });
  const version = wordingVersion(review.letter, review.language);
  return review.version === version ? ok(review) : refuse({ code: 'wording-changed', version });
}

function isSigned({ reviewedBy, qualification }: LanguageReview): boolean {
  return reviewedBy.trim() !== '' && qualification.trim() !== '';
}
