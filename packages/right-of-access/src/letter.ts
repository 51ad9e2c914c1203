import type { CalendarDate } from './calendar.ts';
import type { DutyId } from './duty-id.ts';
import { type LanguageReview, languageStanding, sourceLanguage } from './language-review.ts';
import { citeOf } from './law-sources.ts';
import { blockText, type LetterBlock } from './letter-block.ts';
import { type LetterDuty, lettersDuties } from './letter-duties.ts';
import type { LetterFacts, WritableLetter } from './letter-facts.ts';
import { letterKinds } from './letter-kinds.ts';
import { type NoteFault, noteFault } from './letter-note.ts';
import type { LetterFacility, LetterSubject } from './letter-subject.ts';
import { type LetterLanguage, letterLanguages, type Templates } from './letters/bilingual.ts';
import { framed, sameInEnglish, whyBeside } from './letters/frame.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { wordingVersion } from './wording-version.ts';

/** The whole letter in one language. */
export type LetterPart = {
  readonly language: LetterLanguage;
  /** Which wording this is; see `wordingVersion`. */
  readonly version: string;
  /** Says what the letter is and nothing about anybody's health: it may stand in a title bar. */
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
};

/** A letter as data, kept as it was sent; PDF and HTML are two ways of drawing it. */
export type Letter = LetterPart & {
  readonly code: WritableLetter;
  readonly reference: string;
  readonly sentOn: CalendarDate;
  readonly facility: LetterFacility;
  readonly addressee: LetterSubject['addressee'];
  /** The same letter in English, where nobody qualified has reviewed the wording of the first part. */
  readonly beside?: LetterPart;
};

/** Facts whose words depend on the language, such as the name of an exam, are asked for in each language needed. */
export type FactsIn<Code extends WritableLetter> =
  | LetterFacts[Code]
  | ((language: LetterLanguage) => LetterFacts[Code]);

export type MissingDuty = { readonly id: DutyId; readonly cite: string; readonly language: LetterLanguage };

export type LetterRefusal =
  | { readonly code: 'language-not-written'; readonly language: string; readonly written: readonly LetterLanguage[] }
  | { readonly code: 'note-not-plain'; readonly fault: NoteFault }
  | { readonly code: 'duties-missing'; readonly letter: WritableLetter; readonly missing: readonly MissingDuty[] };

/**
 * Writes a letter and checks it: what lacks a mandatory content is refused, not sent. A translation whose exact wording
 * has no review, or that holds words of the office, goes out with the English beside it and says so: 45 CFR 92.201(c)(3).
 */
export function letterContent<Code extends WritableLetter>(
  code: Code,
  factsIn: FactsIn<Code>,
  language = 'en',
  reviews: readonly LanguageReview[] = [],
): Outcome<Letter, LetterRefusal> {
  if (!isWritten(language)) return refuse({ code: 'language-not-written', language, written: letterLanguages });
  const facts = factsFor(factsIn, language);
  const fault = facts.note === undefined ? undefined : noteFault(facts.note);
  if (fault) return refuse({ code: 'note-not-plain', fault });
  const { reference, sentOn, facility, addressee } = facts;
  const part = writePart(code, facts, language);
  const { standing } = languageStanding(code, language, reviews);
  const notices = whyBeside(facility, language, {
    unread: standing === 'unreviewed' || standing === 'stale',
    typed: standing !== 'source' && hasOfficeWords(code, facts),
  });
  const letter: Letter = {
    ...{ ...part, blocks: [...notices, ...part.blocks] },
    ...{ code, reference, sentOn, facility, addressee },
    ...(notices.length > 0 ? { beside: inEnglish(code, factsFor(factsIn, sourceLanguage)) } : {}),
  };
  return checkLetter(code, letter, factsIn);
}

/** Does the letter say everything that its kind must, in each of its languages? Looks at the words themselves. */
export function checkLetter<Code extends WritableLetter>(
  code: Code,
  letter: Letter,
  factsIn: FactsIn<Code>,
): Outcome<Letter, LetterRefusal> {
  const missing = [letter, ...(letter.beside ? [letter.beside] : [])].flatMap((part) => {
    const facts = factsFor(factsIn, part.language);
    const duties: readonly LetterDuty<LetterFacts[Code]>[] = lettersDuties[code];
    return duties
      .filter((duty) => duty.onlyWhen === undefined || duty.onlyWhen.holds(facts))
      .filter((duty) => !fulfils(letter, part, duty, facts))
      .map(({ id, cited }) => ({ id, cite: citeOf(facts.law, ...cited), language: part.language }));
  });
  return missing.length === 0 ? ok(letter) : refuse({ code: 'duties-missing', letter: code, missing });
}

function hasOfficeWords<Code extends WritableLetter>(code: Code, facts: LetterFacts[Code]): boolean {
  return facts.note !== undefined || letterKinds[code].hasOfficeWords?.(facts) === true;
}

function writePart<Code extends WritableLetter>(
  code: Code,
  facts: LetterFacts[Code],
  language: LetterLanguage,
): LetterPart {
  const kind = letterKinds[code];
  const version = wordingVersion(code, language);
  const words: Templates = kind.words[language];
  const title = words[kind.otherTitle?.(facts) ?? 'title'] ?? kind.words[language].title;
  return { language, version, title, blocks: framed(kind, facts, language) };
}

function inEnglish<Code extends WritableLetter>(code: Code, facts: LetterFacts[Code]): LetterPart {
  const part = writePart(code, facts, sourceLanguage);
  return { ...part, blocks: [sameInEnglish(), ...part.blocks] };
}

function fulfils<Facts extends LetterSubject>(
  letter: Letter,
  part: LetterPart,
  { id, inHeader, evidence, shows }: LetterDuty<Facts>,
  facts: Facts,
): boolean {
  const text = inHeader ? headerText(letter) : dutyText(part, id);
  if (text.trim() === '' || (evidence !== undefined && !evidence.test(text))) return false;
  return (shows?.(facts, part.language) ?? []).every((fact) => fact.trim() !== '' && text.includes(fact));
}

function dutyText({ blocks }: LetterPart, id: DutyId): string {
  return blocks
    .filter((block) => block.duties?.includes(id))
    .map(blockText)
    .join('\n');
}

function headerText({ facility, reference, sentOn }: Letter): string {
  return [facility.name, ...facility.address, facility.phone, facility.email, reference, sentOn].join('\n');
}

function factsFor<Code extends WritableLetter>(factsIn: FactsIn<Code>, language: LetterLanguage): LetterFacts[Code] {
  return typeof factsIn === 'function' ? factsIn(language) : factsIn;
}

function isWritten(language: string): language is LetterLanguage {
  return letterLanguages.some((written) => written === language);
}
