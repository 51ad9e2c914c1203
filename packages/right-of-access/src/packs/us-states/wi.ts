import { statePack, statute } from './state-law.ts';

/** Wisconsin: electronic copies cost the patient nothing. */
export const wisconsin = statePack('WI', 'Wisconsin', {
  access: statute(
    {
      id: 'WI-14683',
      jurisdiction: 'WI',
      appliesTo: 'all',
      cite: 'Wis. Stat. 146.83; Banuelos v. UW Hospitals, 2023 WI 25',
      source: 'Wis. Stat. 146.83; later legislation to be checked',
      conf: 'medium',
    },
    [
      {
        kind: 'copy',
        fee: {
          caps: [],
          freeWhen: [{ when: 'electronic-copy', once: false, proof: false, conf: 'medium' }],
          neverCharge: [],
        },
        note: 'Free for the patient and a person whom the patient authorised. The price per image of film is the state’s.',
      },
    ],
  ),
});
