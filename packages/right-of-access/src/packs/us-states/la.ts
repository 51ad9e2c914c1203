import { statePack, statute } from './state-law.ts';

/** Louisiana: fifteen days from the request with a signed authorization. */
export const louisiana = statePack('LA', 'Louisiana', {
  access: statute(
    {
      id: 'LA-1165',
      jurisdiction: 'LA',
      appliesTo: 'all',
      cite: 'La. R.S. 40:1165.1',
      source: 'legis.la.gov d=964709; neelacares.com Louisiana',
      conf: 'medium',
    },
    [
      {
        kind: 'copy',
        limit: { n: 15, unit: 'calendar-day' },
        startsOn: 'authorization',
        fee: {
          caps: [
            { on: 'electronic-copy', cents: 10_000, conf: 'medium' },
            { on: 'film-copy', cents: null, basis: 'reasonable-cost', conf: 'medium' },
          ],
          freeWhen: [],
          neverCharge: [],
        },
      },
    ],
  ),
});
