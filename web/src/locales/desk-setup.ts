import { deskSetupEn } from './desk-setup.en.ts';
import { deskSetupEs } from './desk-setup.es.ts';
import { catalogue } from './text.ts';

export const deskSetupText = catalogue(deskSetupEn, deskSetupEs);
