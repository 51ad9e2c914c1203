import { statePack, statute } from './state-law.ts';

/** Maryland: copies within twenty-one working days. */
export const maryland = statePack('MD', 'Maryland', {
  access: statute(
    {
      id: 'MD-4304',
      jurisdiction: 'MD',
      appliesTo: 'all',
      cite: 'Md. Code, Health-Gen. 4-304, 4-309',
      source: 'law.justia.com MD 4-304; neelacares.com Maryland',
      conf: 'medium',
    },
    [
      { kind: 'inspect' },
      {
        kind: 'copy',
        limit: { n: 21, unit: 'business-day' },
        startsOn: 'receipt',
        fee: {
          caps: [{ on: 'film-copy', cents: null, basis: 'actual-cost', conf: 'medium' }],
          freeWhen: [],
          neverCharge: [],
        },
        note: 'The page ceiling is not for X-rays.',
      },
    ],
  ),
});
