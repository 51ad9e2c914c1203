import { extensionEn } from './extension.en.ts';
import { extensionEs } from './extension.es.ts';
import { catalogue } from './text.ts';

export const extensionText = catalogue(extensionEn, extensionEs);
