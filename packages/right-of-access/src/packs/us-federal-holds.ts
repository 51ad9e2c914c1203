import { calendarDate } from '../calendar.ts';
import type { HoldCode, UnlawfulHold } from '../pack-rows.ts';
import { accessGuidance, fullScope, privacyRule } from './us-federal-days.ts';

const exception = { conf: 'high', effectiveFrom: fullScope, appliedBy: 'decideHold' } as const;

/** The exceptions of 45 CFR part 171, and state law. A delay without one of them can be information blocking. */
export const federalHoldCodes: readonly HoldCode[] = [
  {
    ...exception,
    id: 'us-hold/harm',
    code: 'harm',
    title: 'Preventing harm',
    demands: ['licensed-professional', 'case-decision', 'endangers-life-or-physical-safety'],
    barsGrant: true,
    cite: '45 CFR 171.201',
  },
  {
    ...exception,
    id: 'us-hold/privacy',
    code: 'privacy',
    title: 'Privacy: a precondition of law is not met, or an unreviewable ground applies',
    demands: ['unmet-precondition-or-unreviewable-ground'],
    barsGrant: true,
    cite: '45 CFR 171.202',
  },
  {
    ...exception,
    id: 'us-hold/security',
    code: 'security',
    title: 'Security',
    demands: ['written-policy', 'case-decision'],
    cite: '45 CFR 171.203',
  },
  {
    ...exception,
    id: 'us-hold/infeasible',
    code: 'infeasible',
    title: 'Infeasible',
    demands: ['written-reason-in-time'],
    noticeLimit: { n: 10, unit: 'business-day' },
    cite: '45 CFR 171.204',
  },
  {
    ...exception,
    id: 'us-hold/it-maintenance',
    code: 'it-maintenance',
    title: 'Maintenance of a system',
    demands: ['start-and-end'],
    cite: '45 CFR 171.205',
  },
  {
    ...exception,
    id: 'us-hold/protecting-care',
    code: 'protecting-care',
    title: 'Protecting access to lawful reproductive care',
    demands: ['policy-or-case-decision', 'not-own-request'],
    conf: 'medium',
    effectiveFrom: calendarDate('2024-12-17'),
    cite: '45 CFR 171.206',
  },
  {
    ...exception,
    id: 'us-hold/manner',
    code: 'manner',
    title: 'Manner: asked for in a way that cannot be made, another way is offered',
    demands: ['case-decision'],
    cite: '45 CFR 171.301',
  },
  {
    ...exception,
    id: 'us-hold/fees',
    code: 'fees',
    title: 'Fees, outside electronic access',
    demands: ['not-electronic-access'],
    cite: '45 CFR 171.302',
  },
  {
    ...exception,
    id: 'us-hold/licensing',
    code: 'licensing',
    title: 'Licensing of an interface',
    demands: ['case-decision', 'not-own-request'],
    cite: '45 CFR 171.303',
  },
  {
    ...exception,
    id: 'us-hold/state-embargo',
    code: 'state-embargo',
    title: 'State law keeps this report from opening electronically for a while',
    demands: ['statute', 'finished-report', 'report-only'],
    cite: 'state law; 45 CFR 171.202(b)',
  },
];

export const federalUnlawfulHolds: readonly UnlawfulHold[] = [
  {
    id: 'us-no-hold/balance-due',
    code: 'balance-due',
    sentence: 'Copies may not be withheld for unpaid care.',
    cite: 'HHS FAQ: a bill for care never holds a copy',
    conf: 'high',
    effectiveFrom: accessGuidance,
    appliedBy: 'decideHold',
  },
  {
    id: 'us-no-hold/await-clinician',
    code: 'await-clinician',
    sentence: 'A clinician’s wish to look first holds nothing.',
    cite: '45 CFR 171.103; HealthIT.gov FAQ: delay as interference',
    conf: 'high',
    effectiveFrom: fullScope,
    appliedBy: 'decideHold',
  },
  {
    id: 'us-no-hold/unsigned-report',
    code: 'unsigned-report',
    sentence: 'Pictures do not wait for a report that is not signed.',
    cite: '45 CFR 164.524(a); 171.103',
    conf: 'high',
    effectiveFrom: privacyRule,
    appliedBy: 'decideHold',
  },
];
