import { deskMediaEn } from './desk-media.en.ts';
import { deskMediaEs } from './desk-media.es.ts';
import { catalogue } from './text.ts';

export const deskMediaText = catalogue(deskMediaEn, deskMediaEs);
