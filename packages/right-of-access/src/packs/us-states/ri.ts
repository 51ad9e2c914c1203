import { statePack, statute } from './state-law.ts';

/** Rhode Island: thirty days; an electronic copy costs at most 100 dollars. */
export const rhodeIsland = statePack('RI', 'Rhode Island', {
  access: statute(
    {
      id: 'RI-GEN',
      jurisdiction: 'RI',
      appliesTo: 'all',
      cite: 'R.I. Gen. Laws 5-37.3; 216-RICR-40-05-1',
      source: 'smartbrief.com on GAO-18-386',
      conf: 'medium',
    },
    [
      {
        kind: 'copy',
        limit: { n: 30, unit: 'calendar-day' },
        fee: {
          caps: [{ on: 'electronic-copy', cents: 10_000, conf: 'medium' }],
          freeWhen: [],
          neverCharge: [],
        },
      },
    ],
  ),
});
