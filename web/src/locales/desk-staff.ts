import { deskStaffEn } from './desk-staff.en.ts';
import { deskStaffEs } from './desk-staff.es.ts';
import { catalogue } from './text.ts';

export const deskStaffText = catalogue(deskStaffEn, deskStaffEs);
