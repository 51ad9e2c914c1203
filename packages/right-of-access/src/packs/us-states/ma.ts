import { keptYears, statePack, statute } from './state-law.ts';

/** Massachusetts: copies of X-ray pictures cost no more than their material. */
export const massachusetts = statePack('MA', 'Massachusetts', {
  access: statute(
    {
      id: 'MA-111-70',
      jurisdiction: 'MA',
      appliesTo: ['hospital', 'clinic'],
      cite: 'M.G.L. c. 111 s. 70',
      source: 'M.G.L. c. 111 s. 70',
      conf: 'medium',
    },
    [
      {
        kind: 'copy',
        fee: {
          caps: [{ on: 'film-copy', cents: null, basis: 'cost-of-materials', conf: 'medium' }],
          freeWhen: [{ when: 'benefit-claim', once: false, proof: true, conf: 'medium' }],
          neverCharge: [],
        },
      },
    ],
  ),
  retention: [keptYears('MA', { covers: 'records', years: 20, cite: 'M.G.L. c. 111 s. 70' })],
});
