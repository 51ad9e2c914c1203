import { addCounts, noObjects, totalObjects } from '../../counts.ts';
import type { LetterBlock } from '../../letter-block.ts';
import { type LetterLanguage, sayIn } from '../bilingual.ts';
import { countsInWords, kindNames } from '../wording.ts';
import type { CompletionFacts, MissingNamed } from './facts.ts';
import { words } from './words.ts';

/** Is anything missing of what the archive listed, and what of it, and how does it follow? */
export function missing(facts: CompletionFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const gaps = gapsInWords(facts, language);
  return [
    { kind: 'heading', text: say('missing-heading') },
    ...(gaps.length === 0 ? [nothingMissing(facts, language)] : whatIsMissing(facts, gaps, language)),
  ];
}

function listedIn({ exams }: CompletionFacts) {
  return exams.reduce((sum, exam) => addCounts(sum, exam.listed), noObjects);
}

function nothingMissing(facts: CompletionFacts, language: LetterLanguage): LetterBlock {
  const listed = countsInWords(listedIn(facts), language);
  const text = sayIn(words, language)(nothingMissingSentence(facts), { listed });
  return { kind: 'paragraph', duties: ['missing'], text };
}

function nothingMissingSentence(facts: CompletionFacts) {
  const { exams, stillToCome, reportsLater } = facts;
  const partToCome = reportsLater !== undefined || exams.some(({ report }) => report === 'to-come');
  const toCome = partToCome || stillToCome !== undefined;
  // A report without its pictures: the archive's list is for the letter that comes with them, if one does.
  if (totalObjects(listedIn(facts)) === 0) return toCome ? 'missing-later' : 'missing-report-whole';
  if (!toCome) return 'missing-no';
  return partToCome ? 'missing-no-later' : 'missing-no-part';
}

function whatIsMissing(
  facts: CompletionFacts,
  gaps: readonly string[],
  language: LetterLanguage,
): readonly LetterBlock[] {
  const say = sayIn(words, language);
  return [
    { kind: 'paragraph', text: say('missing-yes', { listed: countsInWords(listedIn(facts), language) }) },
    { kind: 'list', duties: ['missing'], items: gaps },
    ...howItFollows(facts, language).map((text): LetterBlock => ({ kind: 'paragraph', text })),
  ];
}

/** Who looked into it knows how it will follow; only where nobody said so the letter says the usual. */
function howItFollows({ exams, facility, officeOnMissing }: CompletionFacts, language: LetterLanguage): string[] {
  const say = sayIn(words, language);
  if (officeOnMissing) return [say('office-writes', { office: facility.officeName, words: officeOnMissing })];
  const reasons = new Set(exams.flatMap((exam) => exam.missing.map(({ why }) => why)));
  return [...reasons].map((why) => say(`follows-${why}`));
}

/** One line for each object; with the exam's name where there are several exams. */
function gapsInWords({ exams }: CompletionFacts, language: LetterLanguage): readonly string[] {
  return exams.flatMap(({ missing, label }) => {
    const exam = exams.length > 1 ? `${label}: ` : '';
    return missing.map((object) => `${exam}${objectInWords(object, language)}`);
  });
}

/** “Clip 7 of series 2. The archive listed it, but did not send it.” */
function objectInWords({ kind, instanceNumber, seriesNumber, why }: MissingNamed, language: LetterLanguage): string {
  const say = sayIn(words, language);
  const facts = {
    kind: kindNames[language][kind],
    number: instanceNumber ?? say('no-number'),
    why: say(`why-${why}`),
  };
  return seriesNumber === null ? say('number', facts) : say('number-series', { ...facts, series: seriesNumber });
}
