import type { DenialGround } from '../pack-rows.ts';
import { privacyRule } from './us-federal-days.ts';

const unreviewable = {
  conf: 'high',
  effectiveFrom: privacyRule,
  reviewable: false,
  reaches: 'inspection-and-copy',
  appliedBy: 'denialGround',
} as const;
const reviewable = { ...unreviewable, reviewable: true, decidedBy: 'licensed-professional' } as const;

/** 45 CFR 164.524(a)(2) and (3). Nothing else is a ground. */
export const federalDenialGrounds: readonly DenialGround[] = [
  {
    ...unreviewable,
    id: 'us-federal/U1',
    code: 'U1',
    ground: 'Psychotherapy notes, or material compiled for a legal proceeding',
    decidedBy: 'privacy-officer',
    cite: '45 CFR 164.524(a)(2)(i)',
  },
  {
    ...unreviewable,
    id: 'us-federal/U2',
    code: 'U2',
    ground: 'A copy for an inmate would jeopardise health, safety, security, custody or rehabilitation',
    decidedBy: 'correctional-office',
    reaches: 'copy',
    cite: '45 CFR 164.524(a)(2)(ii)',
  },
  {
    ...unreviewable,
    id: 'us-federal/U3',
    code: 'U3',
    ground:
      'Research with treatment that is still in progress, where the person agreed to the suspension when consenting and was told that access returns at its end',
    decidedBy: 'research-office',
    cite: '45 CFR 164.524(a)(2)(iii)',
  },
  {
    ...unreviewable,
    id: 'us-federal/U4',
    code: 'U4',
    ground: 'Records under the Privacy Act whose denial 5 U.S.C. 552a allows',
    decidedBy: 'federal-unit',
    cite: '45 CFR 164.524(a)(2)(iv)',
  },
  {
    ...unreviewable,
    id: 'us-federal/U5',
    code: 'U5',
    ground: 'Obtained from somebody who is no provider under a promise of confidentiality that access would break',
    decidedBy: 'privacy-officer',
    cite: '45 CFR 164.524(a)(2)(v)',
  },
  {
    ...reviewable,
    id: 'us-federal/R1',
    code: 'R1',
    ground: 'Reasonably likely to endanger the life or physical safety of the individual or another person',
    cite: '45 CFR 164.524(a)(3)(i)',
  },
  {
    ...reviewable,
    id: 'us-federal/R2',
    code: 'R2',
    ground: 'Refers to another person, not a provider, and is reasonably likely to cause that person substantial harm',
    cite: '45 CFR 164.524(a)(3)(ii)',
  },
  {
    ...reviewable,
    id: 'us-federal/R3',
    code: 'R3',
    ground:
      'Asked for by a personal representative and reasonably likely to cause substantial harm to the individual or another person',
    onlyForRepresentative: true,
    cite: '45 CFR 164.524(a)(3)(iii)',
  },
];
