import type { AccessRow } from '../access-row.ts';
import { calendarDate } from '../calendar.ts';
import type { PackHistory } from '../policy-pack.ts';
import { gdprBarredPractices, gdprClockEnds } from './eu-gdpr-ends-and-practices.ts';
import { gdprOpenDecisions } from './eu-gdpr-open-decisions.ts';
import { gdprSources } from './eu-gdpr-sources.ts';

const gdpr = calendarDate('2018-05-25');
const read = calendarDate('2026-11-01');

const oneMonth = {
  jurisdiction: 'eu-gdpr',
  appliesTo: 'all',
  limit: { n: 1, unit: 'month' },
  startsOn: 'receipt',
  extension: {
    limit: { n: 3, unit: 'month' },
    from: 'start',
    notice: ['reasons', 'before-first-period-ends'],
    cite: 'GDPR Art. 12(3), second and third sentence',
    onceCite: 'GDPR Art. 12(3)',
  },
  fee: {
    caps: [],
    freeWhen: [
      { when: 'first-copy', once: true, proof: false, cite: 'GDPR Art. 12(5), 15(3)', conf: 'high' },
      { when: 'inspection', once: false, proof: false, cite: 'GDPR Art. 12(5)', conf: 'high' },
    ],
    neverCharge: ['search', 'retrieval', 'administration', 'verification', 'request', 'bill-for-care'],
  },
  letters: ['L-ACK', 'L-EXT', 'L-DONE'],
  note: 'The first copy of a medical record is free whatever the reason for asking: CJEU C-307/22 (2023).',
  cite: 'GDPR Art. 12(3); Regulation 1182/71 Art. 3',
  source: 'Regulation (EU) 2016/679; Regulation (EEC, Euratom) 1182/71',
  conf: 'high',
  verifiedOn: read,
  effectiveFrom: gdpr,
  appliedBy: 'dueDate',
} as const satisfies Partial<AccessRow>;

const head = { conf: 'high', effectiveFrom: gdpr } as const;

/** The European Union: one month, three at most, and a first copy that is free. No rule of another law is in it. */
export const euGdpr: PackHistory = {
  base: true,
  currency: 'EUR',
  jurisdiction: 'eu-gdpr',
  title: 'European Union: right of access under the GDPR',
  calendar: 'eu-member-state',
  openDecisions: gdprOpenDecisions,
  sources: gdprSources,
  rows: {
    access: (['inspect', 'copy'] as const).map((kind) => ({ ...oneMonth, id: `eu-gdpr/${kind}`, kind })),
    denialGrounds: [
      {
        ...head,
        id: 'eu-gdpr/others-rights',
        code: 'others-rights',
        ground: 'A copy would adversely affect the rights and freedoms of others',
        reviewable: false,
        decidedBy: 'privacy-officer',
        reaches: 'copy',
        cite: 'GDPR Art. 15(4)',
        appliedBy: 'denialGround',
      },
      {
        ...head,
        id: 'eu-gdpr/unfounded',
        code: 'unfounded',
        ground: 'The request is manifestly unfounded or excessive, and the controller can show it',
        reviewable: false,
        decidedBy: 'privacy-officer',
        reaches: 'inspection-and-copy',
        cite: 'GDPR Art. 12(5)',
        appliedBy: 'denialGround',
      },
    ],
    barredPractices: gdprBarredPractices,
    clockEnds: gdprClockEnds,
    pauses: [
      {
        id: 'eu-gdpr/pause-identity',
        cause: 'identity',
        effect: 'period-starts-when-answered',
        onlyIf: 'asked-promptly',
        cite: 'GDPR Art. 12(6)',
        conf: 'medium',
        effectiveFrom: gdpr,
        appliedBy: 'ruleClocks',
      },
      {
        id: 'eu-gdpr/pause-clarification',
        cause: 'clarification',
        effect: 'period-stands-still',
        onlyIf: 'very-large-record',
        cite: 'GDPR recital 63; EDPB Guidelines 01/2022',
        conf: 'medium',
        effectiveFrom: gdpr,
        appliedBy: 'ruleClocks',
      },
    ],
  },
  rules: {
    warnings: [
      {
        ...head,
        id: 'eu-gdpr/warnings',
        value: { percents: [50, 80, 95], soonFrom: 80 },
        cite: 'house rule: nobody meets a deadline that nobody was told of',
        appliedBy: 'clockStatus',
      },
    ],
    feeMethods: [
      { ...head, id: 'eu-gdpr/fee-methods', value: ['actual'], cite: 'GDPR Art. 15(3), 12(5)', appliedBy: 'quoteFees' },
    ],
    flatCapCents: [{ ...head, id: 'eu-gdpr/flat-cap', value: 0, cite: 'GDPR Art. 15(3)', appliedBy: 'quoteFees' }],
    chargeable: [
      {
        ...head,
        id: 'eu-gdpr/chargeable',
        value: ['copying', 'supplies', 'postage'],
        cite: 'GDPR Art. 15(3): a reasonable fee for further copies, based on administrative costs',
        appliedBy: 'decideFeeLine',
      },
    ],
    lettersRequired: [
      {
        ...head,
        id: 'eu-gdpr/letters',
        value: ['L-ACK', 'L-EXT', 'L-DEN', 'L-PART', 'L-DONE'],
        cite: 'GDPR Art. 12(3) and (4)',
        appliedBy: 'lettersRequired',
      },
    ],
    complaintRoute: [
      {
        ...head,
        id: 'eu-gdpr/complaint-route',
        value: 'supervisory-authority',
        cite: 'GDPR Art. 12(4), 77(1), 79(1)',
        appliedBy: 'letterContent',
      },
    ],
    serviceLimits: [
      {
        ...head,
        id: 'eu-gdpr/service-limits',
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
          'report-breach': { n: 3, unit: 'calendar-day' },
        },
        cite: 'house rule, never longer than the law; breach: GDPR Art. 33(1), 72 hours',
        appliedBy: 'serviceDue',
      },
    ],
  },
};
