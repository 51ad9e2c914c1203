import { describe, expect, it } from 'vitest';
import { type AskedAndGiven, decideCompletion } from './asked-and-given.ts';
import { usSources } from './testing/packs.ts';

const listed = { stills: 4, clips: 3, reports: 2, other: 1 };
const whole: AskedAndGiven = {
  asked: { images: true, report: true },
  listed,
  given: listed,
  report: 'given',
  named: [],
  undelivered: [],
  toCome: [],
};
const cite = '45 CFR 164.524(c)(1); 45 CFR 164.524(b)(2)(i)(A)';
const named = (object: string, change = {}) => ({ object, reason: 'damaged', sourceAskedAgain: true, ...change });

describe('a request is complete', () => {
  it('when all that the source listed was given, and the file says so', () => {
    expect(decideCompletion(whole, usSources)).toEqual({
      ok: true,
      value: {
        outcome: 'given',
        why: {
          rule: 'law/complete',
          cite,
          confidence: 'high',
          inputs: [
            { name: 'missing', value: '0' },
            { name: 'named', value: '0' },
            { name: 'report', value: 'given' },
          ],
        },
      },
    });
  });

  it.each([
    ['stills', { stillsOwed: 2, clipsOwed: 0, othersOwed: 0 }],
    ['clips', { stillsOwed: 0, clipsOwed: 2, othersOwed: 0 }],
    ['reports', { stillsOwed: 0, clipsOwed: 0, othersOwed: 2 }],
    ['other', { stillsOwed: 0, clipsOwed: 0, othersOwed: 1 }],
  ] as const)('never while %s are missing that nobody named', (kind, owed) => {
    const given = { ...listed, [kind]: Math.max(0, listed[kind] - 2) };
    expect(decideCompletion({ ...whole, given }, usSources)).toEqual({
      ok: false,
      refusal: {
        code: 'not-complete',
        ...owed,
        reportOwed: false,
        namedWithoutGround: [],
        undelivered: [],
        toCome: [],
        cite,
      },
    });
  });

  it('never while its pictures or its report were left for later', () => {
    for (const part of ['pictures', 'report'] as const) {
      expect(decideCompletion({ ...whole, toCome: [part] }, usSources)).toMatchObject({ refusal: { toCome: [part] } });
    }
  });

  it('in part when each missing object of every kind is named with its reason', () => {
    const given = { stills: 3, clips: 2, reports: 1, other: 0 };
    const objects = ['still 4', 'clip 3', 'report 2', 'volume 1'].map((object) => named(object));
    expect(decideCompletion({ ...whole, given, named: objects }, usSources)).toMatchObject({
      value: { outcome: 'given-in-part', why: { inputs: [{ value: '4' }, { value: '4' }, { value: 'given' }] } },
    });
    expect(decideCompletion({ ...whole, given, named: objects.slice(1) }, usSources)).toMatchObject({
      refusal: { stillsOwed: 1, clipsOwed: 1, othersOwed: 2 },
    });
  });

  it.each([
    ['without a reason', { reason: ' ' }],
    ['without saying what', { object: ' ' }],
    ['before the source was asked again', { sourceAskedAgain: false }],
  ])('never by naming something %s, even beside enough good names', (_, change) => {
    const given = { ...listed, clips: 2 };
    const bad = named('clip 3', change);
    expect(decideCompletion({ ...whole, given, named: [bad] }, usSources)).toMatchObject({
      refusal: { clipsOwed: 1, namedWithoutGround: [bad.object] },
    });
    expect(decideCompletion({ ...whole, given, named: [named('clip 3'), bad] }, usSources)).toMatchObject({
      refusal: { namedWithoutGround: [bad.object] },
    });
  });

  it('never while the report that was asked for is owed; one that nobody holds is not', () => {
    expect(decideCompletion({ ...whole, report: 'not-given' }, usSources)).toMatchObject({
      refusal: { reportOwed: true },
    });
    expect(decideCompletion({ ...whole, report: 'not-held' }, usSources)).toMatchObject({
      value: { outcome: 'given' },
    });
    const onlyImages = { images: true, report: false };
    expect(decideCompletion({ ...whole, asked: onlyImages, report: 'not-given' }, usSources).ok).toBe(true);
  });

  it('without pictures when only the report was asked for', () => {
    const none = { stills: 0, clips: 0, reports: 0, other: 0 };
    expect(
      decideCompletion({ ...whole, asked: { images: false, report: true }, given: none }, usSources),
    ).toMatchObject({
      value: { outcome: 'given' },
    });
  });

  it('never while a delivery is owed; more than was listed makes up for nothing', () => {
    expect(decideCompletion({ ...whole, undelivered: ['disc'] }, usSources)).toMatchObject({
      refusal: { undelivered: ['disc'] },
    });
    const given = { ...listed, stills: 9, clips: 2 };
    expect(decideCompletion({ ...whole, given }, usSources)).toMatchObject({
      refusal: { stillsOwed: 0, clipsOwed: 1 },
    });
  });
});
