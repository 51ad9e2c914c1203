import type { LetterBlock } from '../../letter-block.ts';
import { type LetterLanguage, sayIn } from '../bilingual.ts';
import { citeIn } from '../cite-words.ts';
import { joinAnd, longDate, plainDate } from '../wording.ts';
import type { CompletionFacts, ReportLater } from './facts.ts';
import { leavesTheHouse } from './opening.ts';
import { words } from './words.ts';

/** Exams that are not answered yet keep the day that the whole request had: OD-17. */
export function stillToCome({ stillToCome: open }: CompletionFacts, language: LetterLanguage): readonly LetterBlock[] {
  if (!open) return [];
  const say = sayIn(words, language);
  const text = say('still', { exams: joinAnd(open.exams, language), date: longDate(open.dueOn, language) });
  return [
    { kind: 'heading', text: say('still-heading') },
    { kind: 'paragraph', duties: ['still-to-come'], text },
  ];
}

/** What leaves the house on something is sent again once the report is free; online it opens by itself: OD-16. */
export function reportsLater(
  { reportsLater: later, facility, ways, byPost }: CompletionFacts,
  language: LetterLanguage,
): readonly LetterBlock[] {
  if (!later) return [];
  const say = sayIn(words, language);
  const again = leavesTheHouse(ways) ? [say('later-again')] : [];
  const text = ({ performedOn, opensOn, cite }: ReportLater) => {
    const report = performedOn ? say('report-of', { exam: plainDate(performedOn, language) }) : say('report');
    const facts = { report, date: longDate(opensOn, language), cite: citeIn(cite, language) };
    const when = say(byPost ? 'later-post' : 'later', facts);
    return [when, ...again, say('later-paper', { phone: facility.phone })].join(' ');
  };
  const duties = ['report-opens-later'] as const;
  return [
    { kind: 'heading', text: say('later-heading') },
    ...later.map((one): LetterBlock => ({ kind: 'paragraph', duties, text: text(one) })),
  ];
}
