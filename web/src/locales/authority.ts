import { authorityEn } from './authority.en.ts';
import { authorityEs } from './authority.es.ts';
import { catalogue } from './text.ts';

export const authorityText = catalogue(authorityEn, authorityEs);
