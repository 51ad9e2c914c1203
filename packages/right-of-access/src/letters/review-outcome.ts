import type { CalendarDate } from '../calendar.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { officeWords } from './passages.ts';
import { longDate } from './wording.ts';

export type ReviewFacts = LetterSubject & {
  readonly outcome: 'overturned' | 'overturned-in-part' | 'upheld';
  readonly decidedOn: CalendarDate;
  /** The reviewing official: name or title, and that they are licensed. */
  readonly reviewer: string;
  /** What the official says, as full sentences. */
  readonly reasons: string;
  /** What we do, as a full sentence, and by when. */
  readonly action: string;
  readonly actionOn: CalendarDate;
};

const words = bilingual(
  {
    title: 'The second look at our decision',
    overturned: 'You asked for a second look. It came out in your favor. You get the copy.',
    'overturned-in-part': 'You asked for a second look. It came out partly in your favor. You get more than before.',
    upheld: 'You asked for a second look. Our first decision stays as it was.',
    'outcome-heading': 'What was decided',
    outcome: 'On {date} this was decided by: {who}. That person had no part in the first decision.',
    reasons: 'The reasons: {reasons}',
    'action-heading': 'What we do now',
    action: '{action} We will do this by {date}.',
  },
  {
    title: 'La segunda opinión sobre nuestra decisión',
    overturned: 'Usted pidió otra opinión. Salió a su favor. Le damos la copia.',
    'overturned-in-part': 'Usted pidió otra opinión. Salió en parte a su favor. Le damos más que antes.',
    upheld: 'Usted pidió otra opinión. Nuestra primera decisión queda igual.',
    'outcome-heading': 'Lo que se decidió',
    outcome: 'El {date} lo decidió: {who}. Esa persona no tomó parte en la primera decisión.',
    reasons: 'Las razones: {reasons}',
    'action-heading': 'Lo que hacemos ahora',
    action: '{action} Lo hacemos a más tardar el {date}.',
  },
);

/** L-REV: what the reviewing official decided, and what we do about it. 45 CFR 164.524(d)(4). */
export const reviewOutcome: LetterKind<ReviewFacts> = {
  when: 'when the reviewing official has decided; what was won is given within 5 business days',
  words,
  hasOfficeWords: () => true,
  complaints: () => true,
  write: ({ outcome, decidedOn, reviewer, reasons, action, actionOn }, language) => {
    const say = sayIn(words, language);
    return [
      { kind: 'paragraph', duties: ['what-next', 'review-outcome'], text: say(outcome) },
      { kind: 'heading', text: say('outcome-heading') },
      {
        kind: 'paragraph',
        duties: ['review-outcome'],
        text: say('outcome', { date: longDate(decidedOn, language), who: reviewer }),
      },
      {
        kind: 'paragraph',
        duties: ['review-outcome'],
        text: say('reasons', { reasons: officeWords(reasons, language) }),
      },
      { kind: 'heading', text: say('action-heading') },
      {
        kind: 'paragraph',
        duties: ['action-and-date'],
        text: say('action', { action, date: longDate(actionOn, language) }),
      },
    ];
  },
};
