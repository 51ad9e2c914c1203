import { calendarDate } from '../calendar.ts';
import type { AgeOfConsent, Retention } from '../pack-rows.ts';
import { privacyRule } from './us-federal-days.ts';

const kept = {
  jurisdiction: 'us-federal',
  conf: 'high',
  effectiveFrom: privacyRule,
  appliedBy: 'studyKeptUntil',
} as const;

export const federalRetention: readonly Retention[] = [
  { ...kept, id: 'us-keep/images', covers: 'images', years: 5, cite: '42 CFR 482.26(d)(2)' },
  { ...kept, id: 'us-keep/records', covers: 'records', years: 5, cite: '42 CFR 482.24(b)(1)' },
  {
    ...kept,
    id: 'us-keep/mammograms',
    covers: 'mammograms',
    years: 5,
    longer: { years: 10, when: 'no-further-mammogram' },
    cite: '21 CFR 900.12(c)(4)(i)',
  },
  {
    ...kept,
    id: 'us-keep/access-file',
    appliedBy: 'keepUntil',
    covers: 'access-file',
    years: 6,
    cite: '45 CFR 164.524(e); 164.530(j)(2)',
  },
  {
    ...kept,
    id: 'us-keep/authorizations',
    appliedBy: 'keepUntil',
    covers: 'authorizations',
    years: 6,
    cite: '45 CFR 164.508(b)(6)',
  },
  {
    ...kept,
    id: 'us-keep/disclosures',
    appliedBy: 'keepUntil',
    covers: 'disclosures',
    years: 6,
    cite: '45 CFR 164.528(a)(1)',
  },
];

export const federalAgeOfConsent: readonly AgeOfConsent[] = [
  {
    id: 'us-age/default',
    jurisdiction: 'us-federal',
    age: 18,
    cite: '45 CFR 164.502(g)(3), with the age of consent to care in most states',
    conf: 'medium',
    effectiveFrom: calendarDate('2003-04-14'),
    appliedBy: 'comingOfAge',
  },
];
