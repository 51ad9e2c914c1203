import { deskDeterminationEn } from './desk-determination.en.ts';
import { deskDeterminationEs } from './desk-determination.es.ts';
import { catalogue } from './text.ts';

export const deskDeterminationText = catalogue(deskDeterminationEn, deskDeterminationEs);
