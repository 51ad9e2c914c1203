import { deskHistoryEn } from './desk-history.en.ts';
import { deskHistoryEs } from './desk-history.es.ts';
import { catalogue } from './text.ts';

export const deskHistoryText = catalogue(deskHistoryEn, deskHistoryEs);
