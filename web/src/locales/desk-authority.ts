import { deskAuthorityEn } from './desk-authority.en.ts';
import { deskAuthorityEs } from './desk-authority.es.ts';
import { catalogue } from './text.ts';

export const deskAuthorityText = catalogue(deskAuthorityEn, deskAuthorityEs);
