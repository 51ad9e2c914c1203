import { statePack, statute } from './state-law.ts';

const extension = {
  limit: { n: 21, unit: 'calendar-day' },
  from: 'start',
  notice: ['written', 'reasons', 'before-first-period-ends'],
  cite: 'Mont. Code 50-16-541',
  onceCite: 'Mont. Code 50-16-541',
} as const;

/** Montana: ten days, at most twenty-one. */
export const montana = statePack('MT', 'Montana', {
  access: statute(
    {
      id: 'MT-5016541',
      jurisdiction: 'MT',
      appliesTo: 'all',
      cite: 'Mont. Code 50-16-541',
      source: 'Mont. Code 50-16-541',
      conf: 'medium',
    },
    [
      { kind: 'inspect', limit: { n: 10, unit: 'calendar-day' }, startsOn: 'receipt', extension },
      { kind: 'copy', limit: { n: 10, unit: 'calendar-day' }, startsOn: 'receipt', extension },
    ],
  ),
});
