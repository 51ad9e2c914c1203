import { catalogue } from './text.ts';
import { wordsEn } from './words.en.ts';
import { wordsEs } from './words.es.ts';

/** What every room says: dates, exams, ways to receive, counts, and the design system's own words. */
export const wordsText = catalogue(wordsEn, wordsEs);
