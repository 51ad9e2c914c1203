import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { evidenceNeeded } from '../evidence-needed.ts';
import { requestState } from '../exam-item.ts';
import { decideNoneFound, type SourceSearch } from '../search-coverage.ts';
import { usSources } from '../testing/packs.ts';
import { whoseRecord } from '../whose-record.ts';

// Bayfront Health St. Petersburg, 2019: fetal heart records were first “not found”, then incomplete.
describe('S07 “no records found”, looked for in one place', () => {
  const names = ['Ana Silva', 'Ana Moreno'];
  const pacs: SourceSearch = { source: 'main PACS', state: 'searched', namesTried: ['Ana Silva'], found: 0 };
  const open = ['OB archive', 'film store', 'report system'].map(
    (source): SourceSearch => ({ source, state: 'not-searched' }),
  );

  it('received 2027-04-01, due 2027-05-01', () => {
    expect(due('2027-04-01')).toBe('2027-05-01');
  });

  it('is refused: three places were not searched and the former name was not tried', () => {
    expect(refusalOf(decideNoneFound([pacs, ...open], names, usSources))).toMatchObject({
      code: 'search-incomplete',
      notSearched: ['OB archive', 'film store', 'report system'],
      namesNotTried: [{ source: 'main PACS', names: ['Ana Moreno'] }],
    });
  });

  const searched = (source: string, found: number): SourceSearch => ({
    source,
    state: 'searched',
    namesTried: names,
    found,
  });
  const others = [searched('main PACS', 0), searched('report system', 0)];

  it('is refused when the OB archive has three studies and a strip file under the former name', () => {
    const found = [
      ...others,
      searched('OB archive', 4),
      { source: 'film store', state: 'ruled-out', reason: 'films end in 2015' } as const,
    ];
    expect(refusalOf(decideNoneFound(found, names, usSources))).toMatchObject({ code: 'something-found', found: 4 });
  });

  it('could be said only with every source searched, or ruled out with a reason', () => {
    const ruledOut = (reason: string): SourceSearch => ({ source: 'film store', state: 'ruled-out', reason });
    const whole = [...others, searched('OB archive', 0), ruledOut('films end in 2015')];
    expect(allowed(decideNoneFound(whole, names, usSources))).toMatchObject({
      letter: 'L-NONE',
      searched: { length: 4 },
    });
    expect(refusalOf(decideNoneFound([...others, ruledOut(' ')], names, usSources))).toMatchObject({
      ruledOutWithoutReason: ['film store'],
    });
    expect(decideNoneFound([], names, usSources).ok).toBe(false);
    expect(decideNoneFound(whole, [], usSources).ok).toBe(false);
  });

  it('is the mother’s own record, and no proof about a child is asked', () => {
    expect(whoseRecord('fetal-heart-strip', packOn('2027-04-01')).of).toBe('pregnant-patient');
    const asked = evidenceNeeded({ asker: 'self', patientIs: 'adult', goesTo: 'asker', copy: 'electronic' }, usSources);
    expect(asked.map(({ evidence }) => evidence)).toEqual(['identity']);
  });

  it('stays open after the three studies are given on 2027-04-12, until the strips are', () => {
    const studies = [0, 1, 2].map(() => ({ stage: 'closed', waits: [], outcome: 'given' }) as const);
    expect(requestState([...studies, { stage: 'retrieving', waits: [] }])).toMatchObject({
      closed: false,
      stage: 'retrieving',
    });
  });

  it('L-NONE would name every place and both names', () => {
    const letter = letterWords('L-NONE', {
      ...aboutIt('2027-04-12'),
      exams: [{ label: 'Pregnancy ultrasound', when: 'on December 3, 2026', withReport: true }],
      sources: ['main PACS', 'OB archive', 'film store', 'report system'],
      namesTried: names,
      datesTried: 'December 2026',
    });
    expect(letter).toContain('Where we looked\nmain PACS\nOB archive\nfilm store\nreport system');
    expect(letter).toContain('We looked under these names: Ana Silva and Ana Moreno.');
  });
});
