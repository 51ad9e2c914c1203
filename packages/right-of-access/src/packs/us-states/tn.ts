import { statePack, statute } from './state-law.ts';

/** Tennessee: copies within ten working days. */
export const tennessee = statePack('TN', 'Tennessee', {
  access: statute(
    {
      id: 'TN-632101',
      jurisdiction: 'TN',
      appliesTo: 'all',
      cite: 'Tenn. Code 63-2-101 (hospitals: 68-11-304)',
      source: 'casetext.com Tenn. Code 63-2-101',
      conf: 'high',
    },
    [
      {
        kind: 'copy',
        limit: { n: 10, unit: 'business-day' },
        note: 'A summary is no substitute for the record.',
      },
    ],
  ),
});
