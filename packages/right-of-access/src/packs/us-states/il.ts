import { keptYears, statePack, statute } from './state-law.ts';

/** Illinois: the federal thirty days, and copies in electronic form where they are held so. */
export const illinois = statePack('IL', 'Illinois', {
  access: statute(
    {
      id: 'IL-82001',
      jurisdiction: 'IL',
      appliesTo: 'all',
      cite: '735 ILCS 5/8-2001',
      source: 'illinoiscomptroller.gov copying fees',
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
          cite: '735 ILCS 5/8-2001',
          onceCite: '735 ILCS 5/8-2001',
        },
        fee: {
          caps: [{ on: 'film-copy', cents: null, basis: 'reasonable-cost', conf: 'high' }],
          freeWhen: [],
          neverCharge: [],
        },
        note: 'Given in electronic form if held so. The electronic price, media included, lies above the patient rate.',
      },
    ],
  ),
  retention: [
    keptYears('IL', { covers: 'records', years: 10, cite: '210 ILCS 85/6.17' }),
    keptYears('IL', {
      covers: 'images',
      years: 5,
      longer: { years: 12, when: 'litigation' },
      cite: '210 ILCS 90/1',
    }),
  ],
});
