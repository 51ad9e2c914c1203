import { calendarDate } from '../../calendar.ts';
import { statePack, statute } from './state-law.ts';

/** Kentucky: the first copy is free. */
export const kentucky = statePack('KY', 'Kentucky', {
  access: statute(
    {
      id: 'KY-422317',
      jurisdiction: 'KY',
      appliesTo: 'all',
      cite: 'KRS 422.317',
      source: 'hipaaguide.net on GAO-18-386; KRS 422.317',
      conf: 'high',
    },
    [
      {
        kind: 'copy',
        fee: { caps: [], freeWhen: [{ when: 'first-copy', once: true, proof: false, conf: 'high' }], neverCharge: [] },
      },
    ],
  ),
  embargoes: [
    {
      id: 'KY-72H/embargo',
      jurisdiction: 'KY',
      covers: 'pathology or radiology reports likely to show malignancy, by electronic means',
      ends: { kind: 'hours-after-final', hours: 72, clinicianMayLift: true },
      cite: 'Kentucky law, 72 hours; the section is to be confirmed with counsel',
      conf: 'medium',
      effectiveFrom: calendarDate('2023-06-29'),
      appliedBy: 'embargoEnd',
    },
  ],
});
