import { clockEn } from './clock.en.ts';
import { clockEs } from './clock.es.ts';
import { catalogue } from './text.ts';

export const clockText = catalogue(clockEn, clockEs);
