import type { LetterFacts } from '../letter-facts.ts';
import { citeIn } from '../letters/cite-words.ts';
import { longDate } from '../letters/wording.ts';
import { aDate, aPhone, complaints, type DutiesOf, everyLetter, house, type LetterDuty, visit } from './letter-duty.ts';

const reply = '45 CFR 164.524(d)(2)';

/** What both kinds of denial must say: 45 CFR 164.524(d)(2). */
const denialDuties: readonly LetterDuty<LetterFacts['L-DEN'] | LetterFacts['L-PART']>[] = [
  { id: 'what-is-not-given', cite: '45 CFR 164.524(d)(1)', shows: ({ withheld }) => [withheld] },
  {
    id: 'basis',
    cite: `${reply}(i)`,
    shows: ({ ground, basis, decidedBy }, language) => [citeIn(ground.cite, language), basis, decidedBy],
  },
  {
    id: 'review-right',
    cite: `${reply}(ii); (a)(4)`,
    evidence: aPhone,
    onlyWhen: { says: 'the ground is reviewable (R1–R3)', holds: ({ ground }) => ground.reviewable },
  },
  {
    id: 'no-review-right',
    cite: `${reply}(ii); (a)(2)`,
    onlyWhen: { says: 'the ground is unreviewable (U1–U5)', holds: ({ ground }) => !ground.reviewable },
  },
  {
    id: 'access-returns',
    cite: '45 CFR 164.524(a)(2)(iii)',
    shows: ({ returns }) => [returns ?? ''],
    onlyWhen: { says: 'the ground is research (U3)', holds: ({ ground }) => ground.code === 'U3' },
  },
];

/** What a letter must say that answers a request. */
export const answers: DutiesOf<'L-DEN' | 'L-PART' | 'L-REV' | 'L-NOT' | 'L-NONE' | 'L-DONE'> = {
  'L-DEN': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    ...denialDuties,
    ...complaints,
  ],
  'L-PART': [
    ...everyLetter,
    { id: 'what-is-given', cite: '45 CFR 164.524(d)(1)', shows: ({ given }) => given },
    { id: 'how-to-open', cite: '45 CFR 164.524(d)(1)', shows: ({ how }) => [how] },
    ...denialDuties,
    ...complaints,
  ],
  'L-REV': [
    ...everyLetter,
    {
      id: 'review-outcome',
      cite: '45 CFR 164.524(d)(4)',
      evidence: aDate,
      shows: ({ reviewer, reasons }) => [reviewer, reasons],
    },
    {
      id: 'action-and-date',
      cite: '45 CFR 164.524(d)(4)',
      evidence: aDate,
      shows: ({ action, actionOn }, language) => [action, longDate(actionOn, language)],
    },
    ...complaints,
  ],
  'L-NOT': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'not-maintained', cite: '45 CFR 164.524(d)(3)' },
    {
      id: 'where-to-ask',
      cite: '45 CFR 164.524(d)(3)',
      shows: ({ keeper }) => (keeper ? [keeper.name, keeper.address, keeper.phone] : []),
    },
    { id: 'what-we-hold', cite: house, shows: ({ heldHere }) => (heldHere === undefined ? [] : [heldHere]) },
    ...complaints,
  ],
  'L-NONE': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'sources-searched', cite: '45 CFR 164.501', shows: ({ sources }) => sources },
    {
      id: 'names-and-dates-used',
      cite: house,
      shows: ({ datesTried, namesTried }) => [datesTried, ...(namesTried.length > 0 ? namesTried : [''])],
    },
    {
      id: 'destroyed-when-and-why',
      cite: house,
      shows: ({ destroyed = [] }, language) =>
        destroyed.flatMap(({ what, on, schedule }) => [what, longDate(on, language), schedule]),
      onlyWhen: { says: 'something was destroyed', holds: ({ destroyed }) => destroyed !== undefined },
    },
    {
      id: 'what-survives',
      cite: '45 CFR 164.524(a)(1)',
      shows: ({ survives = '' }) => [survives],
      onlyWhen: { says: 'a part survives', holds: ({ survives }) => survives !== undefined },
    },
    { id: 'give-more-clues', cite: house, evidence: aPhone },
    { id: 'who-else-may-hold', cite: house },
    ...complaints,
  ],
  'L-DONE': [
    ...everyLetter,
    {
      id: 'contents',
      cite: '45 CFR 164.524(c)(1)',
      evidence: /\d/,
      shows: ({ exams }) => exams.map(({ label }) => label),
    },
    { id: 'missing', cite: house },
    {
      id: 'still-to-come',
      cite: '45 CFR 164.524(c)(1); OD-17',
      evidence: aDate,
      shows: ({ stillToCome }, language) =>
        stillToCome ? [...stillToCome.exams, longDate(stillToCome.dueOn, language)] : [],
      onlyWhen: { says: 'an exam of the request is still open', holds: ({ stillToCome }) => stillToCome !== undefined },
    },
    {
      id: 'report-opens-later',
      cite: 'OD-16; 45 CFR 171.202(b)',
      evidence: aDate,
      shows: ({ reportsLater = [] }, language) =>
        reportsLater.flatMap(({ opensOn, cite }) => [longDate(opensOn, language), citeIn(cite, language)]),
      onlyWhen: {
        says: 'state law keeps a report closed online for a while',
        holds: ({ reportsLater }) => reportsLater !== undefined,
      },
    },
    { id: 'how-to-open', cite: '45 CFR 164.524(c)(2)' },
    { id: 'until-when', cite: house },
    { id: 'who-else-received', cite: house, shows: ({ ways }) => ways.flatMap(({ to }) => to ?? []) },
    { id: 'ask-for-more', cite: house },
    { id: 'keepsake-or-record', cite: house },
    visit,
    ...complaints,
  ],
};
