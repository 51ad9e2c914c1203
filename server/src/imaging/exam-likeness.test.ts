import { expect, test } from 'vitest';
import { examLikeness } from './exam-likeness.ts';

test.each([
  ['pregnancy', 'US OB 2nd/3rd trimester', 'fits'],
  ['pregnancy', 'Fetal Echo', 'fits'],
  ['heart', 'Fetal Echo', 'fits'],
  ['pelvis', 'US OB AND PELVIS', 'fits'],
  ['pregnancy', 'US PELVIS COMPLETE', 'another'],
  ['breast', 'US BREAST LT', 'fits'],
  // “Hepatobiliary” holds “ob” and is no obstetric scan.
  ['pregnancy', 'US hepatobiliary', 'another'],
  ['abdomen', 'US hepatobiliary', 'fits'],
  ['pregnancy', 'Ultrasound', 'unsure'],
  ['pregnancy', null, 'unsure'],
  ['not-sure', 'US OB', 'unsure'],
  ['other', 'US OB', 'unsure'],
] as const)('%s and “%s”: %s', (examType, description, likeness) => {
  expect(examLikeness(examType, description)).toBe(likeness);
});
