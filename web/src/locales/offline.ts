import { offlineEn } from './offline.en.ts';
import { offlineEs } from './offline.es.ts';
import { catalogue } from './text.ts';

/** The page that travels with a package. */
export const offlineText = catalogue(offlineEn, offlineEs);
