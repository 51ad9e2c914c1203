import { statePack, statute } from './state-law.ts';

/** Ohio: the record is what care produced, wherever it is stored (Griffith v. Aultman Hosp., 2016-Ohio-1138). */
export const ohio = statePack('OH', 'Ohio', {
  access: statute(
    {
      id: 'OH-370174',
      jurisdiction: 'OH',
      appliesTo: 'all',
      cite: 'Ohio R.C. 3701.74, 3701.741',
      source: 'Griffith v. Aultman Hosp., 2016-Ohio-1138',
      conf: 'medium',
    },
    [
      { kind: 'inspect' },
      {
        kind: 'copy',
        images: 'The state’s price per picture lies above the patient rate, which wins for the individual.',
        note: 'The record is all data from care, wherever it is stored.',
      },
    ],
  ),
});
