import { questionEn } from './question.en.ts';
import { questionEs } from './question.es.ts';
import { catalogue } from './text.ts';

export const questionText = catalogue(questionEn, questionEs);
