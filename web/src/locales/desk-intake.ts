import { deskIntakeEn } from './desk-intake.en.ts';
import { deskIntakeEs } from './desk-intake.es.ts';
import { catalogue } from './text.ts';

export const deskIntakeText = catalogue(deskIntakeEn, deskIntakeEs);
