import { deskEn } from './desk.en.ts';
import { deskEs } from './desk.es.ts';
import { catalogue } from './text.ts';

export const deskText = catalogue(deskEn, deskEs);
