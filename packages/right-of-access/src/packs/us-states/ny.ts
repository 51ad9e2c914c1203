import { statePack, statute } from './state-law.ts';

/** New York: looking within ten days; for copies “a reasonable time”, which the federal period fills. */
export const newYork = statePack('NY', 'New York', {
  access: statute(
    {
      id: 'NY-PHL18',
      jurisdiction: 'NY',
      appliesTo: 'all',
      cite: 'N.Y. Public Health Law 17, 18',
      source: 'newyork.public.law PHL 17; nysenate.gov PBH/18',
      conf: 'high',
    },
    [
      { kind: 'inspect', limit: { n: 10, unit: 'calendar-day' }, conf: 'medium' },
      {
        kind: 'copy',
        fee: {
          caps: [{ on: 'paper-page', cents: 75, conf: 'high' }],
          freeWhen: [
            { when: 'cannot-pay', once: false, proof: false, conf: 'high' },
            { when: 'benefit-claim', once: false, proof: true, conf: 'high' },
          ],
          neverCharge: [],
        },
        images: 'Original mammograms are given; delivery at documented cost.',
        note: 'Denials may be taken to the state’s review committee.',
      },
    ],
  ),
});
