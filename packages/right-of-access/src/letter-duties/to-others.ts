import type { LetterFacts } from '../letter-facts.ts';
import {
  addressOrPhone,
  anAddress,
  aPhone,
  complaints,
  type DutiesOf,
  deadlineUnmoved,
  everyLetter,
  house,
  type LetterDuty,
} from './letter-duty.ts';

/** How to put it right: on the page, or by mail for whom that page does not open. */
const remedies: readonly LetterDuty<LetterFacts['L-DIR' | 'L-AUTH']>[] = [
  {
    id: 'one-step-remedy',
    cited: [house],
    evidence: anAddress,
    shows: ({ remedyAddress }) => [remedyAddress],
    onlyWhen: { says: 'the addressee has e-mail', holds: ({ byPost }) => !byPost },
  },
  {
    id: 'remedy-by-mail',
    cited: ['no-unreasonable-measure'],
    evidence: aPhone,
    onlyWhen: { says: 'the addressee has no e-mail', holds: ({ byPost }) => byPost === true },
  },
];

/** What a letter must say about a copy for somebody else, or to somebody who may not ask. */
export const toOthers: DutiesOf<'L-DIR' | 'L-AUTH' | 'L-NPR'> = {
  'L-DIR': [
    ...everyLetter,
    {
      id: 'missing-elements',
      cited: ['directive'],
      onlyWhen: { says: 'an element is missing', holds: ({ problem }) => problem.kind === 'missing-elements' },
    },
    {
      id: 'why',
      cited: ['directive-limits'],
      onlyWhen: {
        says: 'film, paper or prints were asked for',
        holds: ({ problem }) => problem.kind === 'not-electronic',
      },
    },
    {
      id: 'authorization-form',
      cited: ['authorization'],
      evidence: addressOrPhone,
      onlyWhen: {
        says: 'film, paper or prints were asked for',
        holds: ({ problem }) => problem.kind === 'not-electronic',
      },
    },
    ...remedies,
    { id: 'send-to-you', cited: ['manner'], evidence: aPhone },
    deadlineUnmoved,
  ],
  'L-AUTH': [
    ...everyLetter,
    {
      id: 'missing-parts',
      cited: ['authorization-valid', 'authorization'],
    },
    ...remedies,
    { id: 'send-to-you', cited: ['individual'], evidence: aPhone },
  ],
  'L-NPR': [
    ...everyLetter,
    { id: 'who-may-ask', cited: ['representative'] },
    { id: 'which-papers', cited: ['proof-ways'] },
    { id: 'no-notary-no-visit', cited: ['no-unreasonable-measure'], evidence: /notar/ },
    { id: 'contact', cited: [house], evidence: aPhone },
    { id: 'says-nothing-about-records', cited: ['one-patient'] },
    ...complaints,
  ],
};
