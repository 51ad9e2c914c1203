import type { CalendarDate } from './calendar.ts';
import { blockText, type DutyId, type LetterBlock, type LetterBody } from './letter-block.ts';
import { type LetterDuty, lettersDuties } from './letter-duties.ts';
import type { LetterFacility, LetterFacts, LetterSubject, WritableLetter } from './letter-facts.ts';
import { acknowledgement } from './letters/acknowledgement.ts';
import { completion } from './letters/completion.ts';
import { noneFound } from './letters/none-found.ts';
import { notMaintained } from './letters/not-maintained.ts';
import { type Outcome, ok, refuse } from './outcome.ts';

/** A letter as data, kept as it was sent; PDF and HTML are two ways of drawing it. */
export type Letter = {
  readonly code: WritableLetter;
  readonly language: LetterLanguage;
  /** Says what the letter is and nothing about anybody's health: it may stand in a title bar. */
  readonly title: string;
  readonly reference: string;
  readonly sentOn: CalendarDate;
  readonly facility: LetterFacility;
  readonly addressee: LetterSubject['addressee'];
  readonly blocks: readonly LetterBlock[];
};

/**
 * Languages with wording that a qualified person has reviewed. A machine translation of a critical text may not be sent
 * before a person checked it: 45 CFR 92.201(c)(3).
 */
export const reviewedLanguages = ['en'] as const;
export type LetterLanguage = (typeof reviewedLanguages)[number];

export type LetterRefusal =
  | {
      readonly code: 'language-not-reviewed';
      readonly language: string;
      readonly reviewed: readonly LetterLanguage[];
      readonly cite: string;
    }
  | { readonly code: 'duties-missing'; readonly letter: WritableLetter; readonly missing: readonly LetterDuty[] };

/** Writes a letter and checks it: what lacks a mandatory content is refused, not sent. */
export function letterContent<Code extends WritableLetter>(
  code: Code,
  facts: LetterFacts[Code],
  language = 'en',
): Outcome<Letter, LetterRefusal> {
  if (!isReviewed(language)) {
    return refuse({
      code: 'language-not-reviewed',
      language,
      reviewed: reviewedLanguages,
      cite: '45 CFR 92.201(c)(3)',
    });
  }
  const { reference, sentOn, facility, addressee } = facts;
  const letter: Letter = { code, language, reference, sentOn, facility, addressee, ...writers[code](facts) };
  return checkLetter(letter, code);
}

/** Does the letter say everything that its kind must? Looks at the words themselves, not only at what a part claims. */
export function checkLetter(letter: Letter, code: WritableLetter): Outcome<Letter, LetterRefusal> {
  const missing = lettersDuties[code].filter((duty) => !fulfils(letter, duty));
  return missing.length === 0 ? ok(letter) : refuse({ code: 'duties-missing', letter: code, missing });
}

const writers: { readonly [Code in WritableLetter]: (facts: LetterFacts[Code]) => LetterBody } = {
  'L-ACK': acknowledgement,
  'L-DONE': completion,
  'L-NONE': noneFound,
  'L-NOT': notMaintained,
};

function fulfils(letter: Letter, duty: LetterDuty): boolean {
  const text = duty.inHeader ? headerText(letter) : dutyText(letter, duty.id);
  return text.trim() !== '' && (duty.evidence === undefined || duty.evidence.test(text));
}

function dutyText(letter: Letter, id: DutyId): string {
  return letter.blocks
    .filter((block) => block.duties?.includes(id))
    .map(blockText)
    .join('\n');
}

function headerText({ facility, reference, sentOn }: Letter): string {
  return [facility.name, ...facility.address, facility.phone, facility.email, reference, sentOn].join('\n');
}

function isReviewed(language: string): language is LetterLanguage {
  return reviewedLanguages.some((reviewed) => reviewed === language);
}
