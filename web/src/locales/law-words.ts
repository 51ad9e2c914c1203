import { lawQuestionsEn } from './law-questions.en.ts';
import { lawQuestionsEs } from './law-questions.es.ts';
import { lawTitlesEn } from './law-titles.en.ts';
import { lawTitlesEs } from './law-titles.es.ts';
import { lawWordsEn } from './law-words.en.ts';
import { lawWordsEs } from './law-words.es.ts';
import { catalogue } from './text.ts';

export const lawWordsText = catalogue(
  { ...lawWordsEn, ...lawQuestionsEn, ...lawTitlesEn },
  { ...lawWordsEs, ...lawQuestionsEs, ...lawTitlesEs },
);
