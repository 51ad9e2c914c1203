import { lateAnswersEn } from './late-answers.en.ts';
import { lateAnswersEs } from './late-answers.es.ts';
import { catalogue } from './text.ts';

export const lateAnswersText = catalogue(lateAnswersEn, lateAnswersEs);
