import type { PackHistory } from '../policy-pack.ts';
import { federalAccess, proposedAccess } from './us-federal-access.ts';
import { federalClockEnds } from './us-federal-clock-ends.ts';
import { accessGuidance, privacyRule } from './us-federal-days.ts';
import { federalDenialGrounds } from './us-federal-denials.ts';
import { federalHoldCodes, federalUnlawfulHolds } from './us-federal-holds.ts';
import { federalOpenDecisions } from './us-federal-open-decisions.ts';
import { federalBarredPractices } from './us-federal-practices.ts';
import { federalAgeOfConsent, federalRetention } from './us-federal-records.ts';
import { federalSources } from './us-federal-sources.ts';

/** Federal law of the United States: the individual's right of access, 45 CFR 164.524, and what it refers to. */
export const usFederal: PackHistory = {
  base: true,
  currency: 'USD',
  jurisdiction: 'us-federal',
  title: 'United States: right of access under HIPAA',
  calendar: 'us-federal',
  openDecisions: federalOpenDecisions,
  sources: federalSources,
  proposals: proposedAccess,
  rows: {
    access: federalAccess,
    denialGrounds: federalDenialGrounds,
    holdCodes: federalHoldCodes,
    unlawfulHolds: federalUnlawfulHolds,
    retention: federalRetention,
    barredPractices: federalBarredPractices,
    clockEnds: federalClockEnds,
    agesOfConsent: federalAgeOfConsent,
  },
  rules: {
    warnings: [
      {
        id: 'us-federal/warnings',
        value: { percents: [50, 80, 95], soonFrom: 80 },
        cite: 'house rule: nobody meets a deadline that nobody was told of',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'clockStatus',
      },
    ],
    feeMethods: [
      {
        id: 'us-federal/fee-methods-2003',
        value: ['actual', 'average'],
        cite: '45 CFR 164.524(c)(4)',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'quoteFees',
      },
      {
        id: 'us-federal/fee-methods',
        value: ['flat', 'actual', 'average'],
        cite: '45 CFR 164.524(c)(4); HHS FAQ 2029 and 2030',
        conf: 'high',
        effectiveFrom: accessGuidance,
        appliedBy: 'quoteFees',
      },
    ],
    flatCapCents: [
      {
        id: 'us-federal/flat-cap-2003',
        value: 0,
        cite: '45 CFR 164.524(c)(4): no flat fee before the guidance of 2016',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'quoteFees',
      },
      {
        id: 'us-federal/flat-cap',
        value: 650,
        cite: 'HHS FAQ 2030',
        conf: 'high',
        effectiveFrom: accessGuidance,
        appliedBy: 'quoteFees',
      },
    ],
    chargeable: [
      {
        id: 'us-federal/chargeable',
        value: ['copying', 'supplies', 'postage'],
        cite: '45 CFR 164.524(c)(4)(i)–(iii)',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'decideFeeLine',
      },
    ],
    lettersRequired: [
      {
        id: 'us-federal/letters',
        value: ['L-ACK', 'L-EXT', 'L-DEN', 'L-PART', 'L-REV', 'L-NOT', 'L-NONE', 'L-DONE'],
        cite: '45 CFR 164.524(b)(2), (d)(2)–(4); house rule',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'lettersRequired',
      },
    ],
    complaintRoute: [
      {
        id: 'us-federal/complaint-route',
        value: 'hhs-ocr',
        cite: '45 CFR 164.524(d)(2)(iii); 160.306',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'letterContent',
      },
    ],
    serviceLimits: [
      {
        id: 'us-federal/service-limits',
        value: {
          'acknowledge-electronic': { n: 0, unit: 'calendar-day' },
          'acknowledge-paper': { n: 2, unit: 'business-day' },
          'defective-directive': { n: 2, unit: 'business-day' },
          redirect: { n: 2, unit: 'business-day' },
          'offer-inspection': { n: 5, unit: 'business-day' },
          'authority-doubt': { n: 1, unit: 'business-day' },
          'give-after-overturned-denial': { n: 5, unit: 'business-day' },
          'review-denial': { n: 15, unit: 'calendar-day' },
          'flag-available': { n: 1, unit: 'business-day' },
          'supervisor-available': { n: 3, unit: 'business-day' },
          'report-breach': { n: 60, unit: 'calendar-day' },
        },
        cite: 'house rule, never longer than the law; breach: 45 CFR 164.404(b)',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'serviceDue',
      },
    ],
  },
};
