import { askEn } from './ask.en.ts';
import { askEs } from './ask.es.ts';
import { catalogue } from './text.ts';

export const askText = catalogue(askEn, askEs);
