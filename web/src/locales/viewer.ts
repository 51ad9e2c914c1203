import { catalogue } from './text.ts';
import { viewerEn } from './viewer.en.ts';
import { viewerEs } from './viewer.es.ts';

/** The stage, the contact sheet, counts and reports: portal, recipient page, desk and the offline page say the same. */
export const viewerText = catalogue(viewerEn, viewerEs);
