import { describe, expect, it } from 'vitest';
import { allowed, due, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { breachDates, breachDatesUnder, type FourFactors, isBreach } from '../breach.ts';
import { calendarDate } from '../calendar.ts';
import { decideLikeness } from '../near-miss.ts';
import { applyOverlay } from '../overlay.ts';
import type { Pack } from '../policy-pack.ts';
import { decideRecall, type RecallWish } from '../recall.ts';
import { holidays, packFor, usSources } from '../testing/packs.ts';

describe('S23 wrong patient', () => {
  const study = { name: 'same', birthDate: 'differs', mrn: 'same' } as const;
  const nearMiss = { reason: 'day and month swapped on the cart', chosenBy: 'kim', secondedBy: 'lee' };

  it('before release: the birth date differs, so a reason and a second person are needed', () => {
    expect(refusalOf(decideLikeness(study))).toMatchObject({
      code: 'near-miss',
      differs: ['birthDate'],
      lacks: [{ name: 'a reason' }, { name: 'a second person' }],
    });
    expect(refusalOf(decideLikeness(study, { ...nearMiss, secondedBy: ' kim' }))).toMatchObject({
      lacks: [{ name: 'a second person' }],
    });
    expect(refusalOf(decideLikeness(study, { ...nearMiss, reason: '' }))).toMatchObject({
      lacks: [{ name: 'a reason' }],
    });
    expect(allowed(decideLikeness(study, nearMiss)).why.rule).toBe('house/near-miss');
  });

  it('before release: a birth date that differs without the same record number is another Maria, whoever says why', () => {
    expect(refusalOf(decideLikeness({ ...study, mrn: 'unknown' }, nearMiss))).toMatchObject({
      code: 'another-patient',
      differs: ['birthDate'],
    });
  });

  it('another MRN is lifted by nobody', () => {
    expect(refusalOf(decideLikeness({ name: 'same', birthDate: 'same', mrn: 'differs' }, nearMiss)).code).toBe(
      'another-mrn',
    );
  });

  it('two that agree and none that differs are enough; none that agrees is not', () => {
    expect(allowed(decideLikeness({ name: 'same', birthDate: 'same', mrn: 'unknown' })).why.rule).toBe(
      'house/same-patient',
    );
    expect(refusalOf(decideLikeness({ name: 'same', birthDate: 'unknown', mrn: 'unknown' }))).toMatchObject({
      code: 'near-miss',
      differs: [],
    });
    expect(refusalOf(decideLikeness({ name: 'unknown', birthDate: 'unknown', mrn: 'unknown' }, nearMiss)).code).toBe(
      'too-little-agrees',
    );
    expect(refusalOf(decideLikeness({ name: 'differs', birthDate: 'same', mrn: 'same' })).code).toBe('near-miss');
  });

  const recall: RecallWish = {
    what: 'wrong-patient',
    decidedBy: { name: 'R. Moss', role: 'privacy-officer' },
    reason: 'born 1980-11-02, not 1980-02-11',
    releasedOn: calendarDate('2026-07-15'),
    discoveredOn: calendarDate('2026-07-20'),
    due: due('2026-07-06'),
  };

  it('had it been released 2026-07-15 and found 2026-07-20: links dead in 60 s, and the request reopens, due 2026-08-05', () => {
    expect(allowed(decideRecall(recall, usSources))).toMatchObject({
      linksDeadWithinSeconds: 60,
      incidentOpenedOn: '2026-07-20',
      accountingOf: 'the person whose pictures they are',
      reopensWithDue: '2026-08-05',
      letter: 'L-BRCH',
    });
    const byStaff = { ...recall, decidedBy: { name: 'kim', role: 'staff' }, reason: '' } as const;
    expect(refusalOf(decideRecall(byStaff, usSources)).lacks.map(({ name }) => name)).toEqual([
      'a named privacy officer',
      'the reason',
    ]);
  });

  it('individual notice by 2026-09-18, HHS entry for 2026 by 2027-03-01', () => {
    expect(breachDates(recall.discoveredOn, { people: 1 }, usSources)).toMatchObject({
      individualBy: '2026-09-18',
      authorityBy: '2027-03-01',
      why: { cite: '45 CFR 164.404(b); 45 CFR 164.408' },
    });
    expect(breachDates(calendarDate('2027-07-20'), { people: 499 }, usSources).authorityBy).toBe('2028-02-29');
  });

  it('under the pack of California, of the federal base, and of a facility that promises ten days', () => {
    const under = (pack: Pack) => breachDatesUnder(pack, recall.discoveredOn, { people: 1 }, { holidays });
    const california = packFor('us-federal+CA');
    expect(california.breachNotices.map(({ id }) => id)).toEqual(['CA-128015/breach']);
    expect(under(california)).toMatchObject({ individualBy: '2026-08-10', why: { rule: 'law/breach-notice' } });
    const unsure = {
      ...california,
      breachNotices: california.breachNotices.map((row) => ({ ...row, conf: 'low' as const })),
    };
    expect(under(unsure).individualBy).toBe('2026-09-18');
    expect(under(packFor('us-federal')).individualBy).toBe('2026-09-18');
    const promised = applyOverlay(
      packFor('us-federal'),
      { serviceLimits: { 'report-breach': 10 } },
      recall.discoveredOn,
    );
    expect(under(allowed(promised))).toMatchObject({
      individualBy: '2026-07-30',
      why: { rule: 'us-federal/service-limits' },
    });
  });

  it('500 people: HHS at the same time', () => {
    expect(breachDates(recall.discoveredOn, { people: 500 }, usSources)).toMatchObject({
      authorityBy: '2026-09-18',
    });
  });

  it('a state may be faster: 15 business days in California', () => {
    const state = { businessDays: 15, cite: 'Cal. HSC 1280.15' };
    const dates = breachDates(recall.discoveredOn, { people: 1 }, usSources, state);
    expect(dates).toMatchObject({ individualBy: '2026-08-10', why: { cite: expect.stringContaining('1280.15') } });
    expect(breachDates(recall.discoveredOn, { people: 1 }, usSources, { ...state, businessDays: 90 })).toMatchObject({
      individualBy: '2026-09-18',
      why: { cite: '45 CFR 164.404(b); 45 CFR 164.408' },
    });
  });

  it('is presumed a breach unless a complete assessment shows a low probability', () => {
    const factors: FourFactors = {
      whatData: 'abdomen pictures, name',
      whoGotIt: 'another patient',
      acquiredOrViewed: 'never opened, by the log',
      mitigated: 'link dead after 40 s',
      lowProbability: true,
      assessedBy: 'R. Moss',
    };
    expect(isBreach(undefined)).toBe(true);
    expect(isBreach(factors)).toBe(false);
    expect(isBreach({ ...factors, lowProbability: false })).toBe(true);
    for (const key of ['whatData', 'whoGotIt', 'acquiredOrViewed', 'mitigated', 'assessedBy'] as const) {
      expect(isBreach({ ...factors, [key]: ' ' })).toBe(true);
    }
  });

  it('L-BRCH to the other Maria: what happened and when, what it was, what to do, a free call; nobody else’s data', () => {
    const letter = letterWords('L-BRCH', {
      ...aboutIt('2026-07-24', { patient: { name: 'Maria Lopez', bornOn: calendarDate('1980-11-02') } }),
      happenedOn: recall.releasedOn,
      discoveredOn: recall.discoveredOn,
      what: 'We gave pictures of your exam to another patient with the same name.',
      kindsOfData: ['Your name', 'Pictures of an exam and its report'],
      protectYourself: ['Read the mail from your health plan.'],
      whatWeDo: ['The link was closed within a minute.'],
      tollFree: '1-800-555-0100',
    });
    expect(letter).toContain('It happened on Wednesday, July 15, 2026. We found out on Monday, July 20, 2026.');
    expect(letter).toContain('Call 1-800-555-0100. The call is free.');
    expect(letter).not.toContain('1980-02-11');
  });
});
