import type { LetterFacts } from '../letter-facts.ts';
import { citeIn } from '../letters/cite-words.ts';
import { longDate } from '../letters/wording.ts';
import { aDate, aPhone, complaints, type DutiesOf, everyLetter, house, type LetterDuty, visit } from './letter-duty.ts';

/** What both kinds of denial must say. */
const denialDuties: readonly LetterDuty<LetterFacts['L-DEN'] | LetterFacts['L-PART']>[] = [
  { id: 'what-is-not-given', cited: ['denial-part'], shows: ({ withheld }) => [withheld] },
  {
    id: 'basis',
    cited: ['denial-basis'],
    shows: ({ ground, basis, decidedBy }, language) => [citeIn(ground.cite, language), basis, decidedBy],
  },
  {
    id: 'review-right',
    cited: ['denial-remedy', 'review'],
    evidence: aPhone,
    onlyWhen: { says: 'the ground is reviewable (R1–R3)', holds: ({ ground }) => ground.reviewable },
  },
  {
    id: 'no-review-right',
    cited: ['denial-remedy', 'unreviewable'],
    onlyWhen: { says: 'the ground is unreviewable (U1–U5)', holds: ({ ground }) => !ground.reviewable },
  },
  {
    id: 'access-returns',
    cited: ['access-returns'],
    shows: ({ returns }) => [returns ?? ''],
    onlyWhen: { says: 'the ground is research (U3)', holds: ({ ground }) => ground.code === 'U3' },
  },
];

/** What a letter must say that answers a request. */
export const answers: DutiesOf<'L-DEN' | 'L-PART' | 'L-REV' | 'L-NOT' | 'L-NONE' | 'L-DONE'> = {
  'L-DEN': [
    ...everyLetter,
    { id: 'what-was-asked', cited: [house], shows: ({ exams }) => exams.map(({ label }) => label) },
    ...denialDuties,
    ...complaints,
  ],
  'L-PART': [
    ...everyLetter,
    { id: 'what-is-given', cited: ['denial-part'], shows: ({ given }) => given },
    { id: 'how-to-open', cited: ['denial-part'], shows: ({ how }) => [how] },
    ...denialDuties,
    ...complaints,
  ],
  'L-REV': [
    ...everyLetter,
    {
      id: 'review-outcome',
      cited: ['review-outcome'],
      evidence: aDate,
      shows: ({ reviewer, reasons }) => [reviewer, reasons],
    },
    {
      id: 'action-and-date',
      cited: ['review-outcome'],
      evidence: aDate,
      shows: ({ action, actionOn }, language) => [action, longDate(actionOn, language)],
    },
    ...complaints,
  ],
  'L-NOT': [
    ...everyLetter,
    { id: 'what-was-asked', cited: [house], shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'not-maintained', cited: ['not-maintained'] },
    {
      id: 'where-to-ask',
      cited: ['not-maintained'],
      shows: ({ keeper }) => (keeper ? [keeper.name, keeper.address, keeper.phone] : []),
    },
    { id: 'what-we-hold', cited: [house], shows: ({ heldHere }) => (heldHere === undefined ? [] : [heldHere]) },
    ...complaints,
  ],
  'L-NONE': [
    ...everyLetter,
    { id: 'what-was-asked', cited: [house], shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'sources-searched', cited: ['every-source'], shows: ({ sources }) => sources },
    {
      id: 'names-and-dates-used',
      cited: [house],
      shows: ({ datesTried, namesTried }) => [datesTried, ...(namesTried.length > 0 ? namesTried : [''])],
    },
    {
      id: 'destroyed-when-and-why',
      cited: [house],
      shows: ({ destroyed = [] }, language) =>
        destroyed.flatMap(({ what, on, schedule }) => [what, longDate(on, language), schedule]),
      onlyWhen: { says: 'something was destroyed', holds: ({ destroyed }) => destroyed !== undefined },
    },
    {
      id: 'what-survives',
      cited: ['individual'],
      shows: ({ survives = '' }) => [survives],
      onlyWhen: { says: 'a part survives', holds: ({ survives }) => survives !== undefined },
    },
    { id: 'give-more-clues', cited: [house], evidence: aPhone },
    { id: 'who-else-may-hold', cited: [house] },
    ...complaints,
  ],
  'L-DONE': [
    ...everyLetter,
    {
      id: 'contents',
      cited: ['whole-record'],
      evidence: /\d/,
      shows: ({ exams }) => exams.map(({ label }) => label),
    },
    { id: 'missing', cited: [house] },
    {
      id: 'still-to-come',
      cited: ['whole-record', 'OD-17'],
      evidence: aDate,
      shows: ({ stillToCome }, language) =>
        stillToCome ? [...stillToCome.exams, longDate(stillToCome.dueOn, language)] : [],
      onlyWhen: { says: 'an exam of the request is still open', holds: ({ stillToCome }) => stillToCome !== undefined },
    },
    {
      id: 'report-opens-later',
      cited: ['OD-16', 'report-hold'],
      evidence: aDate,
      shows: ({ reportsLater = [] }, language) =>
        reportsLater.flatMap(({ opensOn, cite }) => [longDate(opensOn, language), citeIn(cite, language)]),
      onlyWhen: {
        says: 'state law keeps a report closed online for a while',
        holds: ({ reportsLater }) => reportsLater !== undefined,
      },
    },
    { id: 'how-to-open', cited: ['form-order'] },
    { id: 'until-when', cited: [house] },
    { id: 'who-else-received', cited: [house], shows: ({ ways }) => ways.flatMap(({ to }) => to ?? []) },
    { id: 'ask-for-more', cited: [house] },
    { id: 'keepsake-or-record', cited: [house] },
    visit,
    ...complaints,
  ],
};
