import { statePack, statute } from './state-law.ts';

/** Virginia: thirty days and thirty more. */
export const virginia = statePack('VA', 'Virginia', {
  access: statute(
    {
      id: 'VA-127103',
      jurisdiction: 'VA',
      appliesTo: 'all',
      cite: 'Va. Code 32.1-127.1:03, 8.01-413',
      source: 'Va. Code 32.1-127.1:03',
      conf: 'medium',
    },
    [
      {
        kind: 'copy',
        limit: { n: 30, unit: 'calendar-day' },
        extension: {
          limit: { n: 30, unit: 'calendar-day' },
          from: 'due',
          notice: ['written', 'before-first-period-ends'],
          cite: 'Va. Code 32.1-127.1:03(E)',
          onceCite: 'Va. Code 32.1-127.1:03(E)',
        },
        fee: {
          caps: [{ on: 'whole-copy', cents: null, basis: 'reasonable-cost', conf: 'medium' }],
          freeWhen: [],
          neverCharge: [],
        },
      },
    ],
  ),
});
