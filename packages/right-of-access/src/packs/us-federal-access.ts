import type { AccessRow } from '../access-row.ts';
import { calendarDate } from '../calendar.ts';
import { noFeeRule } from '../fee-row.ts';
import { privacyRule, read } from './us-federal-days.ts';

const federal = {
  jurisdiction: 'us-federal',
  appliesTo: 'all',
  limit: { n: 30, unit: 'calendar-day' },
  startsOn: 'receipt',
  extension: {
    limit: { n: 30, unit: 'calendar-day' },
    from: 'due',
    cite: '45 CFR 164.524(b)(2)(ii)',
    onceCite: '45 CFR 164.524(b)(2)(ii)(B)',
    notice: ['written', 'reasons', 'date', 'before-first-period-ends'],
  },
  letters: ['L-ACK', 'L-EXT', 'L-DEN', 'L-PART', 'L-NOT', 'L-DONE'],
  cite: '45 CFR 164.524(b)(2)(i)',
  source: '45 CFR 164.524 as of 2024-11-08; HHS FAQ 2052: an outer limit, much sooner is expected',
  conf: 'high',
  verifiedOn: read,
  effectiveFrom: privacyRule,
  appliedBy: 'dueDate',
} as const satisfies Partial<AccessRow>;

const mammograms = {
  ...federal,
  jurisdiction: 'us-federal',
  modalities: ['mammography'],
  limit: { n: 15, unit: 'calendar-day' },
  extension: null,
  fee: {
    caps: [{ on: 'whole-copy', cents: null, basis: 'documented-cost', conf: 'high' }],
    freeWhen: [],
    neverCharge: [],
  },
  images:
    'Originals are transferred on request, for good or for a time; copies are digital in final-interpretation quality, and hard copies if asked for. Breast ultrasound is not covered.',
  cite: '21 CFR 900.12(c)(4)(ii)–(iv)',
  source: '88 FR 15126, in force from 2024-09-10',
  effectiveFrom: calendarDate('2024-09-10'),
} as const satisfies Partial<AccessRow>;

export const federalAccess: readonly AccessRow[] = [
  {
    ...federal,
    id: 'us-federal/inspect',
    kind: 'inspect',
    fee: {
      ...noFeeRule,
      freeWhen: [{ when: 'inspection', once: false, proof: false, conf: 'high' }],
    },
  },
  {
    ...federal,
    id: 'us-federal/copy',
    kind: 'copy',
    fee: {
      caps: [],
      freeWhen: [],
      neverCharge: ['search', 'retrieval', 'administration', 'verification', 'request', 'bill-for-care'],
    },
  },
  { ...mammograms, id: 'us-mqsa/copy', kind: 'copy' },
];

/** 86 FR 6446 (January 2021) would make both periods 15 days. It is not law; a facility may promise it. */
export const proposedAccess: readonly AccessRow[] = (['inspect', 'copy'] as const).map((kind) => ({
  ...federal,
  id: `us-proposed-15/${kind}`,
  kind,
  limit: { n: 15, unit: 'calendar-day' },
  extension: { ...federal.extension, limit: { n: 15, unit: 'calendar-day' } },
  fee: noFeeRule,
  cite: '86 FR 6446 (proposed 2021-01-21, not final)',
  source: '86 FR 6446; not final in early 2026',
  effectiveFrom: calendarDate('2021-01-21'),
  appliedBy: 'applyOverlay',
}));
