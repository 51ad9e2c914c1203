import { deskCheckEn } from './desk-check.en.ts';
import { deskCheckEs } from './desk-check.es.ts';
import { catalogue } from './text.ts';

export const deskCheckText = catalogue(deskCheckEn, deskCheckEs);
