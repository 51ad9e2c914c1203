import { deskFileEn } from './desk-file.en.ts';
import { deskFileEs } from './desk-file.es.ts';
import { catalogue } from './text.ts';

export const deskFileText = catalogue(deskFileEn, deskFileEs);
