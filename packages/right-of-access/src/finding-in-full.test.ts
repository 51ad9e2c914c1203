import { expect, test } from 'vitest';
import { holidays, packOn } from '../testing/facility-f.ts';
import { readInFull } from '../testing/read-in-full.ts';
import { calendarDate as day } from './calendar.ts';
import { decideLikeness } from './near-miss.ts';
import { decideNotMaintained, type HeldElsewhere } from './not-maintained.ts';
import { type Destruction, decideDestroyed, deletionFrozen, keepUntil, owedAfterRetention } from './retention.ts';
import { decideNoneFound, type SourceSearch } from './search-coverage.ts';
import { studyKeptUntil } from './study-retention.ts';
import { usSources } from './testing/packs.ts';
import { decideUnclearScope } from './unclear-scope.ts';

/**
 * Decisions about what is looked for, found, kept and destroyed: rule, clause, facts
 * and letter, to be read beside the reference.
 * After a wished change: `npx vitest run --project unit -u packages/right-of-access/src/finding-in-full`.
 */
const pack = packOn('2027-05-03');
const today = day('2027-05-10');

const searches: readonly SourceSearch[] = [
  { source: 'archive', state: 'searched', namesTried: ['Ana Rivera', 'Ana Gomez'], found: 0 },
  { source: 'film store', state: 'ruled-out', reason: 'no film since 2009' },
];
const names = ['Ana Rivera', 'Ana Gomez'];
const agreeing = { name: 'same', birthDate: 'same', mrn: 'unknown' } as const;
const nearMiss = { reason: 'name after marriage', chosenBy: 'kim', secondedBy: 'lee' };

const elsewhere: HeldElsewhere = {
  receivedOn: day('2027-05-03'),
  due: day('2027-06-02'),
  importedCopies: [
    { exam: 'chest of 2025', askedFor: true },
    { exam: 'knee of 2024', askedFor: false },
  ],
};
const keeper = { name: 'Hospital G', address: '2 Main St', phone: '555-555-0199' };
const destruction: Destruction = {
  studyOn: day('2014-03-02'),
  stillHeld: false,
  destroyedOn: day('2022-06-30'),
  schedule: '7-year schedule',
  certificate: 'C-77',
  survives: ['report'],
};

/** Asked inside the test, so that a fault in any of them fails it. */
const decide = (): Readonly<Record<string, unknown>> => ({
  'a study that agrees': decideLikeness(agreeing),
  'a near miss seen by two': decideLikeness({ ...agreeing, mrn: 'same', name: 'differs' }, nearMiss),
  'a near miss seen by one': decideLikeness(
    { ...agreeing, mrn: 'same', name: 'differs' },
    { ...nearMiss, secondedBy: ' kim' },
  ),
  'a near miss without a word': decideLikeness({ ...agreeing, mrn: 'same', name: 'differs' }),
  'a study with another number': decideLikeness({ ...agreeing, mrn: 'differs' }, nearMiss),
  'a study of which nothing agrees': decideLikeness(
    { name: 'differs', birthDate: 'unknown', mrn: 'unknown' },
    nearMiss,
  ),
  'a study of somebody else with the same name': decideLikeness(
    { name: 'same', birthDate: 'differs', mrn: 'unknown' },
    nearMiss,
  ),
  'a study of which one thing agrees': decideLikeness({ name: 'same', birthDate: 'unknown', mrn: 'unknown' }),

  'nothing found anywhere': decideNoneFound(searches, names, usSources),
  'nothing found, with a source left out and a name not tried': decideNoneFound(
    [
      { source: 'archive', state: 'searched', namesTried: ['Ana Rivera'], found: 0 },
      { source: 'cardiology', state: 'not-searched' },
      { source: 'film store', state: 'ruled-out', reason: ' ' },
    ],
    names,
    usSources,
  ),
  'nothing found, with one source without reason and one name not tried': decideNoneFound(
    [
      { source: 'archive', state: 'searched', namesTried: ['Ana Rivera'], found: 0 },
      { source: 'film store', state: 'ruled-out', reason: ' ' },
    ],
    names,
    usSources,
  ),
  'something found': decideNoneFound(
    [
      { source: 'archive', state: 'searched', namesTried: names, found: 2 },
      { source: 'cardiology', state: 'searched', namesTried: names, found: 1 },
    ],
    names,
    usSources,
  ),
  'nothing found, nowhere looked': decideNoneFound([], names, usSources),
  'nothing found under no name': decideNoneFound(searches, [], usSources),
  'kept elsewhere': decideNotMaintained(elsewhere, pack, holidays),
  'kept by somebody known, due tomorrow': decideNotMaintained(
    { ...elsewhere, keeper, due: day('2027-05-04') },
    pack,
    holidays,
  ),
  'kept elsewhere, nobody looked for copies': decideNotMaintained(
    { ...elsewhere, importedCopies: 'not-looked-for' },
    pack,
    holidays,
  ),
  'an unclear request of a patient': decideUnclearScope('patient', false, pack),
  'an unclear request of a representative': decideUnclearScope('representative', false, pack),
  'an unclear request for a third party': decideUnclearScope('third-party', false, pack),
  'a clear writing for a third party': decideUnclearScope('third-party', true, pack),

  'pictures destroyed under a schedule': decideDestroyed(destruction, pack),
  'pictures destroyed, and who may have them': decideDestroyed({ ...destruction, referringDoctor: 'Dr. Hale' }, pack),
  'pictures said to be destroyed': decideDestroyed(
    { studyOn: day('2014-03-02'), stillHeld: false, survives: [] },
    pack,
  ),
  'pictures past their term and still there': decideDestroyed({ ...destruction, stillHeld: true }, pack),
  'why they are owed': owedAfterRetention(pack),
  'a deletion while something is open': deletionFrozen(day('2027-05-10'), [
    { kind: 'review', openSince: day('2027-05-10') },
    { kind: 'request', openSince: day('2027-05-03') },
  ]),
  'a deletion on the day on which a review opens': deletionFrozen(today, [{ kind: 'review', openSince: today }]),
  'a deletion before anything was open': deletionFrozen(today, [{ kind: 'accounting', openSince: day('2027-05-11') }]),
  'a deletion with nothing open': deletionFrozen(today, []),
  'how long a file is kept': keepUntil(pack, 'access-file', today),
  'how long a study is kept': studyKeptUntil(pack, { covers: 'images', madeOn: today }),
});

test('each decision reads as it did when somebody last held it beside the law', async () => {
  await expect(readInFull(decide())).toMatchFileSnapshot('./finding-in-full.txt');
});
