import { catalogue } from './text.ts';
import { visitEn } from './visit.en.ts';
import { visitEs } from './visit.es.ts';

export const visitText = catalogue(visitEn, visitEs);
