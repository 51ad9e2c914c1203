import { deskFailuresEn } from './desk-failures.en.ts';
import { deskFailuresEs } from './desk-failures.es.ts';
import { catalogue } from './text.ts';

export const deskFailuresText = catalogue(deskFailuresEn, deskFailuresEs);
