import { printEn } from './print.en.ts';
import { printEs } from './print.es.ts';
import { catalogue } from './text.ts';

export const printText = catalogue(printEn, printEs);
