import { calendarDate } from '../../calendar.ts';
import { keptYears, statePack, statute } from './state-law.ts';

/** Texas: three statutes for three kinds of provider, and a short hold on some electronic reports. */
export const texas = statePack('TX', 'Texas', {
  access: [
    ...statute(
      {
        id: 'TX-HOSP',
        jurisdiction: 'TX',
        appliesTo: ['hospital'],
        cite: 'Tex. Health & Safety Code 241.154',
        source: 'texas.public.law 241.154',
        conf: 'high',
      },
      [
        { kind: 'inspect', limit: { n: 15, unit: 'calendar-day' } },
        {
          kind: 'copy',
          limit: { n: 15, unit: 'calendar-day' },
          startsOn: 'requestAndPayment',
          letters: ['L-NONE'],
          note: 'Says so if the record does not exist or cannot be found. Page and retrieval ceilings lie above the patient rate.',
        },
      ],
    ),
    ...statute(
      {
        id: 'TX-EHR',
        jurisdiction: 'TX',
        appliesTo: ['ehr-provider'],
        cite: 'Tex. Health & Safety Code 181.102',
        source: 'texas.public.law 181.102',
        conf: 'high',
      },
      [
        {
          kind: 'copy',
          limit: { n: 15, unit: 'business-day' },
          note: 'In electronic form; the exceptions of 45 CFR 164.524 apply.',
        },
      ],
    ),
    ...statute(
      {
        id: 'TX-PHYS',
        jurisdiction: 'TX',
        appliesTo: ['physician'],
        cite: 'Tex. Occ. Code 159.006(d)',
        source: 'Tex. Occ. Code 159.006; the board’s rule on fees was renumbered in 2025',
        conf: 'high',
      },
      [
        {
          kind: 'copy',
          limit: { n: 15, unit: 'business-day' },
          letters: ['L-DEN'],
          note: 'A denial is written, with its reasons and where to complain.',
        },
      ],
    ),
  ],
  embargoes: [
    {
      id: 'TX-1590062/embargo',
      jurisdiction: 'TX',
      covers: 'pathology or radiology reports likely to show malignancy, and genetic markers, by electronic means',
      ends: { kind: 'day-after-final', days: 3 },
      cite: 'Tex. Occ. Code 159.0062',
      conf: 'high',
      effectiveFrom: calendarDate('2025-09-01'),
      appliedBy: 'embargoEnd',
    },
  ],
  retention: [keptYears('TX', { covers: 'records', years: 10, cite: '25 TAC 133.41' })],
});
