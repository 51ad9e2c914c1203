import { catalogue } from './text.ts';
import { touchlessEn } from './touchless.en.ts';
import { touchlessEs } from './touchless.es.ts';

export const touchlessText = catalogue(touchlessEn, touchlessEs);
