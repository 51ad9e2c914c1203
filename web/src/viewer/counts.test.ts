import { describe, expect, it } from 'vitest';
import { textOf } from '../locales/text.ts';
import { viewerText } from '../locales/viewer.ts';
import { wordsText } from '../locales/words.ts';
import { countList, countSentences, missingSentence } from './counts.ts';

const words = textOf(wordsText, 'en');
const viewer = textOf(viewerText, 'en');
const listed = { stills: 42, clips: 9, reports: 0, other: 0 };
const gap = { kind: 'clip', seriesNumber: 2, instanceNumber: 7, why: 'gone-from-source' } as const;

describe('counts in words', () => {
  it('say that all is here, and what was made against what is held', () => {
    expect(countSentences({ listed, given: listed, missing: [] }, words, viewer, 'en')).toEqual({
      verdict: 'All 51 are here.',
      counted: '42 pictures and 9 clips were made; you have 42 and 9.',
    });
  });

  it('speak of one thing as of one', () => {
    const one = { stills: 1, clips: 0, reports: 0, other: 0 };
    expect(countSentences({ listed: one, given: one, missing: [] }, words, viewer, 'en')).toEqual({
      verdict: 'It is here, complete.',
      counted: '1 picture was made; you have 1.',
    });
  });

  it('say how many are missing, and name each with its place and reason', () => {
    const given = { ...listed, clips: 8 };
    const { verdict, counted } = countSentences({ listed, given, missing: [gap] }, words, viewer, 'en');
    expect(verdict).toBe('One is missing.');
    expect(counted).toBe('42 pictures and 9 clips were made; you have 42 and 8.');
    expect(missingSentence(gap, words, viewer)).toBe('Clip, series 2, number 7: it is no longer in the archive');
    expect(
      missingSentence({ kind: 'report', seriesNumber: null, instanceNumber: null, why: 'It follows.' }, words, viewer),
    ).toBe('Report: It follows.');
  });

  it('leave out kinds of which there are none', () => {
    expect(countList({ stills: 1, clips: 0, reports: 2, other: 1 }, words, 'en')).toBe(
      '1 picture, 2 reports, and 1 other file',
    );
    expect(countList({ stills: 0, clips: 0, reports: 0, other: 0 }, words, 'en')).toBe('nothing');
  });
});
