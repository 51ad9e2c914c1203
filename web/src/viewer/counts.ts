import type { examCounts, kindCounts, missingObject } from '@echoback/server/contract';
import type { z } from 'zod';
import type { Text } from '../locales/text.ts';
import type { viewerEn } from '../locales/viewer.en.ts';
import type { wordsEn } from '../locales/words.en.ts';

export type KindCounts = z.output<typeof kindCounts>;
export type ExamCounts = z.output<typeof examCounts>;
export type MissingObject = z.output<typeof missingObject>;
type Words = Text<typeof wordsEn>;
type Viewer = Text<typeof viewerEn>;

export function totalOf(counts: KindCounts): number {
  return counts.stills + counts.clips + counts.reports + counts.other;
}

/** "42 pictures, 9 clips and 1 report"; kinds with none are left out. */
export function countList(counts: KindCounts, words: Words, language: string): string {
  const parts = [
    counts.stills > 0 && words('count-pictures', { count: counts.stills }),
    counts.clips > 0 && words('count-clips', { count: counts.clips }),
    counts.reports > 0 && words('count-reports', { count: counts.reports }),
    counts.other > 0 && words('count-other', { count: counts.other }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return words('count-nothing');
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** "42 and 9": the same kinds as were made, as bare numbers, in the same order. */
function bareList(have: KindCounts, made: KindCounts, language: string): string {
  const kinds = (['stills', 'clips', 'reports', 'other'] as const).filter((kind) => made[kind] > 0 || have[kind] > 0);
  const number = new Intl.NumberFormat(language);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(kinds.map((kind) => number.format(have[kind])));
}

/** First the verdict, then what was counted on both sides. */
export function countSentences(
  counts: Pick<ExamCounts, 'listed' | 'given' | 'missing' | 'ofAll'>,
  words: Words,
  viewer: Viewer,
  language: string,
): { verdict: string; counted: string } {
  const missing = counts.missing.length;
  const given = totalOf(counts.given);
  const whole =
    counts.ofAll === undefined
      ? viewer('all-here', { count: given })
      : viewer('as-asked', { given, all: counts.ofAll });
  const verdict = missing === 0 ? whole : viewer('some-missing', { count: missing });
  const counted = viewer('made-and-have', {
    count: totalOf(counts.listed),
    made: countList(counts.listed, words, language),
    have: bareList(counts.given, counts.listed, language),
  });
  return { verdict, counted };
}

/** Codes of the server; anything else is a sentence that staff wrote. */
const reasons = ['gone-from-source', 'source-did-not-send', 'damaged'] as const;

/** "Clip, series 2, number 7: why". */
export function missingSentence(missing: MissingObject, words: Words, viewer: Viewer): string {
  const kind = words(`kind-${missing.kind}`);
  const known = reasons.find((reason) => reason === missing.why);
  const why = known ? viewer(`why-${known}`) : missing.why;
  if (missing.seriesNumber === null && missing.instanceNumber === null)
    return viewer('missing-one-nowhere', { kind, why });
  const place = words('series-and-number', {
    series: missing.seriesNumber ?? '–',
    number: missing.instanceNumber ?? '–',
  });
  return viewer('missing-one', { kind, place, why });
}
