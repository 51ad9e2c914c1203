import { determinationEn } from './determination.en.ts';
import { determinationEs } from './determination.es.ts';
import { catalogue } from './text.ts';

export const determinationText = catalogue(determinationEn, determinationEs);
