import type { AskedExam, LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import { type DenialReasons, denialReasons } from './denial-passages.ts';
import type { LetterKind } from './letter-kind.ts';
import { askedExams, officeWords, passages } from './passages.ts';

export type DenialFacts = LetterSubject & DenialReasons & { readonly exams: readonly AskedExam[] };

const words = bilingual(
  {
    title: 'Our answer to your request: we cannot give you the copy',
    next: 'We looked at your request. We cannot give you {what}. This letter tells you why, and what you can do.',
  },
  {
    title: 'Nuestra respuesta: no podemos darle la copia',
    next: 'Vimos su solicitud. No podemos darle {what}. Esta carta le dice por qué, y lo que usted puede hacer.',
  },
);

/** L-DEN: the ground in plain words, the review right or its absence, and both complaint routes. 164.524(d)(2). */
export const denial: LetterKind<DenialFacts> = {
  when: 'when all of what was asked is denied, by the due date',
  words,
  hasOfficeWords: () => true,
  complaints: () => true,
  write: (facts, language) => [
    {
      kind: 'paragraph',
      duties: ['what-next', 'what-is-not-given'],
      text: sayIn(words, language)('next', { what: officeWords(facts.withheld, language) }),
    },
    { kind: 'heading', text: sayIn(passages, language)('what-you-asked') },
    askedExams(facts.exams, language),
    ...denialReasons(facts, language),
  ],
};
