import { portalEn } from './portal.en.ts';
import { portalEs } from './portal.es.ts';
import { catalogue } from './text.ts';

export const portalText = catalogue(portalEn, portalEs);
