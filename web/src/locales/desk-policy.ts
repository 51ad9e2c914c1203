import { deskPolicyEn } from './desk-policy.en.ts';
import { deskPolicyEs } from './desk-policy.es.ts';
import { catalogue } from './text.ts';

export const deskPolicyText = catalogue(deskPolicyEn, deskPolicyEs);
