import { keptYears, statePack, statute } from './state-law.ts';

const fee = {
  caps: [
    { on: 'paper-page', cents: 60, conf: 'medium' },
    { on: 'electronic-copy', cents: 4000, conf: 'medium' },
    { on: 'film-copy', cents: null, basis: 'reasonable-cost', conf: 'medium' },
  ],
  freeWhen: [{ when: 'benefit-claim', once: false, proof: true, conf: 'medium' }],
  neverCharge: ['administration', 'search'],
} as const;

/** Nevada: ten working days for records kept in the state, twenty for others; looking and copying alike. */
export const nevada = statePack('NV', 'Nevada', {
  access: [
    ...statute(
      {
        id: 'NV-629061',
        jurisdiction: 'NV',
        appliesTo: 'all',
        cite: 'NRS 629.061; fees 629.062',
        source: 'getpocketlaw.com NRS 629.061; medtrieval.com Nevada',
        conf: 'high',
      },
      [
        { kind: 'inspect', limit: { n: 10, unit: 'business-day' }, startsOn: 'receipt', kept: 'in-state' },
        { kind: 'copy', limit: { n: 10, unit: 'business-day' }, startsOn: 'receipt', kept: 'in-state', fee },
      ],
    ),
    ...statute(
      {
        id: 'NV-629061-elsewhere',
        jurisdiction: 'NV',
        appliesTo: 'all',
        cite: 'NRS 629.061; fees 629.062',
        source: 'getpocketlaw.com NRS 629.061; medtrieval.com Nevada',
        conf: 'high',
      },
      [
        { kind: 'inspect', limit: { n: 20, unit: 'business-day' }, startsOn: 'receipt', kept: 'out-of-state' },
        { kind: 'copy', limit: { n: 20, unit: 'business-day' }, startsOn: 'receipt', kept: 'out-of-state', fee },
      ],
    ),
  ],
  retention: [
    keptYears('NV', { covers: 'records', years: 5, minors: { untilAge: 23 }, conf: 'high', cite: 'NRS 629.051' }),
  ],
});
