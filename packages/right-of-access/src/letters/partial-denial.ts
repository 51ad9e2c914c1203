import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import { type DenialReasons, denialReasons } from './denial-passages.ts';
import type { LetterKind } from './letter-kind.ts';
import { officeWords } from './passages.ts';

export type PartialDenialFacts = LetterSubject &
  DenialReasons & {
    /** Everything else, which is given: 45 CFR 164.524(d)(1). */
    readonly given: readonly string[];
    /** How to get it, as full sentences. */
    readonly how: string;
  };

const words = bilingual(
  {
    title: 'Our answer to your request: you get a part of it',
    next: 'We looked at your request. You get a part of what you asked for. Another part we cannot give you. This letter tells you why, and what you can do.',
    'given-heading': 'What you get',
    'not-heading': 'What we cannot give you',
    not: 'We cannot give you this: {what}.',
  },
  {
    title: 'Nuestra respuesta: le damos una parte',
    next: 'Vimos su solicitud. Le damos una parte de lo que pidió. Otra parte no se la podemos dar. Esta carta le dice por qué, y lo que usted puede hacer.',
    'given-heading': 'Lo que le damos',
    'not-heading': 'Lo que no podemos darle',
    not: 'No podemos darle esto: {what}.',
  },
);

/** L-PART: what is given and how, what is not and why, the review right or its absence, and both complaint routes. */
export const partialDenial: LetterKind<PartialDenialFacts> = {
  when: 'when a part of what was asked is denied; the rest is given with it, by the due date',
  words,
  hasOfficeWords: () => true,
  complaints: () => true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say('next') },
      { kind: 'heading', text: say('given-heading') },
      { kind: 'list', duties: ['what-is-given'], items: facts.given },
      { kind: 'paragraph', duties: ['how-to-open'], text: facts.how },
      { kind: 'heading', text: say('not-heading') },
      {
        kind: 'paragraph',
        duties: ['what-is-not-given'],
        text: say('not', { what: officeWords(facts.withheld, language) }),
      },
      ...denialReasons(facts, language),
    ];
  },
};
