import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords, u1 } from '../../testing/letters-of-f.ts';
import { type AskedAndGiven, decideCompletion } from '../asked-and-given.ts';
import { calendarDate } from '../calendar.ts';
import { clockStatus } from '../clock.ts';
import { clockStops } from '../clock-stops.ts';
import { partByItself } from '../exam-part.ts';
import { decideTransition } from '../lifecycle.ts';
import { usSources } from '../testing/packs.ts';

// NY Spine Medicine, 2020: the report was sent, the films that were asked for were not.
describe('S06 the report went out and the pictures did not', () => {
  const onlyReport: AskedAndGiven = {
    asked: { images: true, report: true },
    listed: { stills: 42, clips: 9, reports: 0, other: 0 },
    given: { stills: 0, clips: 0, reports: 0, other: 0 },
    report: 'given',
    named: [],
    undelivered: [],
    toCome: ['pictures'],
  };

  it('received 2027-03-08, due 2027-04-07', () => {
    expect(due('2027-03-08')).toBe('2027-04-07');
  });

  it('“complete” is refused: 42 stills and 9 clips were asked for and are in no release', () => {
    expect(refusalOf(decideCompletion(onlyReport, usSources))).toMatchObject({
      stillsOwed: 42,
      clipsOwed: 9,
      reportOwed: false,
    });
    const closing = decideTransition(
      { stage: 'delivered', waits: [] },
      'close',
      'staff',
      {
        everyDeliveryDone: true,
        missing: 51,
        missingNamed: 0,
      },
      usSources,
    );
    expect(closing).toMatchObject({ refusal: { unmet: [{ guard: 'complete-or-missing-named' }] } });
  });

  const eightOfNine = { ...onlyReport, toCome: [], given: { stills: 42, clips: 8, reports: 0, other: 0 } };
  const clip = { object: 'clip 9', reason: 'damaged in the archive; a new copy was asked of the vendor' };

  it('is refused again with 8 of 9 clips, until the missing one is named with a reason and the source was asked again', () => {
    expect(refusalOf(decideCompletion(eightOfNine, usSources))).toMatchObject({ stillsOwed: 0, clipsOwed: 1 });
    const notAskedAgain = { ...eightOfNine, named: [{ ...clip, sourceAskedAgain: false }] };
    expect(refusalOf(decideCompletion(notAskedAgain, usSources))).toMatchObject({ namedWithoutGround: ['clip 9'] });
    const named = { ...eightOfNine, named: [{ ...clip, sourceAskedAgain: true }] };
    expect(allowed(decideCompletion(named, usSources)).outcome).toBe('given-in-part');
  });

  it('the report may go by itself, and the exam stays where it is until its pictures go too', () => {
    const pack = packOn('2027-03-08');
    const waiting = { asked: ['pictures', 'report'], here: ['report'], held: [], given: [] } as const;
    expect(partByItself(waiting, pack)?.part).toBe('report');
    const given = decideTransition(
      { stage: 'searching', waits: [] },
      'release-part',
      'staff',
      {
        onePatient: true,
        identityProved: true,
        authorityShown: true,
        examAllowed: true,
        instrument: 'not-needed',
        openHolds: 0,
        nearMisses: [],
        missing: 0,
      },
      usSources,
    );
    expect(given).toMatchObject({ value: { item: { stage: 'searching' }, letter: 'L-DONE', clock: 'runs' } });
    expect(refusalOf(decideCompletion(onlyReport, usSources))).toMatchObject({ toCome: ['pictures'] });
  });

  it('is refused while the disc has not been handed over or the report is owed', () => {
    const whole = { ...onlyReport, given: onlyReport.listed, toCome: [] };
    expect(allowed(decideCompletion(whole, usSources)).outcome).toBe('given');
    expect(refusalOf(decideCompletion({ ...whole, undelivered: ['disc'] }, usSources))).toMatchObject({
      undelivered: ['disc'],
    });
    expect(refusalOf(decideCompletion({ ...whole, report: 'not-given' }, usSources))).toMatchObject({
      reportOwed: true,
    });
    expect(
      decideCompletion({ ...whole, asked: { images: true, report: false }, report: 'not-given' }, usSources).ok,
    ).toBe(true);
  });

  it('the report alone stops no clock, and the warnings go on', () => {
    const received = calendarDate('2027-03-08');
    const sent = calendarDate('2027-03-20');
    const pack = packOn('2027-03-08');
    const reportSent = { kind: 'given-online', days: { opens: sent, 'notice-sent': sent }, owed: 51 } as const;
    expect(clockStops(reportSent, pack)).toMatchObject({ stops: false, lacking: ['nothing-left-owed'] });
    expect(clockStops({ ...reportSent, kind: 'marked-complete' }, pack)).toMatchObject({ lacking: ['not-an-end'] });
    const { warnings } = clockStatus(received, undefined, calendarDate('2027-03-23'), pack);
    expect(warnings.map(({ on, reached }) => [on, reached])).toEqual([
      ['2027-03-23', true],
      ['2027-04-01', false],
      ['2027-04-05', false],
    ]);
  });

  it('L-DONE then lists the ninth clip and says how it will follow', () => {
    const given = u1.given({
      given: { ...u1.listed, clips: 8 },
      missing: [{ kind: 'clip', seriesNumber: 2, instanceNumber: 9, why: 'gone-from-source' }],
    });
    const letter = letterWords('L-DONE', {
      ...aboutIt('2027-03-22'),
      exams: [given],
      ways: [{ kind: 'online' }],
      officeOnMissing: 'The vendor sends us clip 9 again by March 30. We will add it and write to you.',
    });
    expect(letter).toContain('Some parts are missing. They are named below, with the reason.');
    expect(letter).toContain('our picture archive listed 42 pictures, 9 clips and 1 report');
    expect(letter).toContain('Clip 9 of series 2.');
    expect(letter).toContain('The vendor sends us clip 9 again by March 30. We will add it and write to you.');
  });
});
