import { totalObjects } from '../../counts.ts';
import type { LetterBlock } from '../../letter-block.ts';
import { type LetterLanguage, sayIn } from '../bilingual.ts';
import { plainDate } from '../wording.ts';
import type { CompletionFacts, GivenExam } from './facts.ts';
import { words } from './words.ts';

/** What is in the copy, counted exam by exam. */
export function contents({ exams, patient }: CompletionFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const duties = ['contents'] as const;
  const certainOnly = exams.flatMap(({ label, given, ofAll }) =>
    ofAll === undefined ? [] : [say('as-asked', { exam: label, given: totalObjects(given), all: ofAll })],
  );
  const notHeld = exams.filter((exam) => exam.report === 'not-held');
  return [
    { kind: 'heading', text: say('contents-heading') },
    {
      kind: 'table',
      caption: say('exams-of', { name: patient.name }),
      duties,
      columns: [say('exam'), say('pictures'), say('clips'), say('reports'), say('other')],
      rows: exams.map((exam) => row(exam, language)),
    },
    ...certainOnly.map((text): LetterBlock => ({ kind: 'paragraph', duties, text })),
    ...notHeld.map(({ label }): LetterBlock => ({ kind: 'paragraph', text: say('no-report', { exam: label }) })),
  ];
}

function row({ label, performedOn, given }: GivenExam, language: LetterLanguage): readonly string[] {
  const exam = performedOn ? `${label}, ${plainDate(performedOn, language)}` : label;
  return [exam, ...[given.stills, given.clips, given.reports, given.other].map(String)];
}
