import { keptYears, statePack, statute } from './state-law.ts';

const extension = {
  limit: { n: 21, unit: 'business-day' },
  from: 'start',
  notice: ['written', 'reasons', 'date', 'before-first-period-ends'],
  cite: 'RCW 70.02.080(1)',
  onceCite: 'RCW 70.02.080(1)',
} as const;

/** Washington: fifteen working days, at most twenty-one from receipt. */
export const washington = statePack('WA', 'Washington', {
  access: statute(
    {
      id: 'WA-7002080',
      jurisdiction: 'WA',
      appliesTo: 'all',
      cite: 'RCW 70.02.080',
      source: 'law.onecle.com RCW 70.02.080',
      conf: 'high',
    },
    [
      { kind: 'inspect', limit: { n: 15, unit: 'business-day' }, startsOn: 'receipt', extension },
      {
        kind: 'copy',
        limit: { n: 15, unit: 'business-day' },
        startsOn: 'receipt',
        extension,
        letters: ['L-NONE', 'L-NOT'],
        note: 'Says if there is no record, if it was not found, or who holds it. Ceilings of WAC 246-08-400 count where lower.',
      },
    ],
  ),
  retention: [keptYears('WA', { covers: 'records', years: 10, cite: 'RCW 70.41.190' })],
});
