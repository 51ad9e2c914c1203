import { feeEn } from './fee.en.ts';
import { feeEs } from './fee.es.ts';
import { catalogue } from './text.ts';

export const feeText = catalogue(feeEn, feeEs);
