import {
  addressOrPhone,
  anAddress,
  aPhone,
  complaints,
  type DutiesOf,
  deadlineUnmoved,
  everyLetter,
  house,
} from './letter-duty.ts';

/** What a letter must say about a copy for somebody else, or to somebody who may not ask. */
export const toOthers: DutiesOf<'L-DIR' | 'L-AUTH' | 'L-NPR'> = {
  'L-DIR': [
    ...everyLetter,
    {
      id: 'missing-elements',
      cite: '45 CFR 164.524(c)(3)(ii)',
      onlyWhen: { says: 'an element is missing', holds: ({ problem }) => problem.kind === 'missing-elements' },
    },
    {
      id: 'why',
      cite: 'Ciox Health v. Azar, 435 F. Supp. 3d 30 (D.D.C. 2020)',
      onlyWhen: {
        says: 'film, paper or prints were asked for',
        holds: ({ problem }) => problem.kind === 'not-electronic',
      },
    },
    {
      id: 'authorization-form',
      cite: '45 CFR 164.508(c)',
      evidence: addressOrPhone,
      onlyWhen: {
        says: 'film, paper or prints were asked for',
        holds: ({ problem }) => problem.kind === 'not-electronic',
      },
    },
    {
      id: 'one-step-remedy',
      cite: house,
      evidence: anAddress,
      shows: ({ remedyAddress }) => [remedyAddress],
      onlyWhen: { says: 'the addressee has e-mail', holds: ({ byPost }) => !byPost },
    },
    {
      id: 'remedy-by-mail',
      cite: 'HHS guidance: no unreasonable measure',
      evidence: aPhone,
      onlyWhen: { says: 'the addressee has no e-mail', holds: ({ byPost }) => byPost === true },
    },
    { id: 'send-to-you', cite: '45 CFR 164.524(c)(3)(i)', evidence: aPhone },
    deadlineUnmoved,
  ],
  'L-AUTH': [
    ...everyLetter,
    {
      id: 'missing-parts',
      cite: '45 CFR 164.508(b)(2), (c)',
    },
    { id: 'one-step-remedy', cite: house, evidence: anAddress, shows: ({ remedyAddress }) => [remedyAddress] },
    { id: 'send-to-you', cite: '45 CFR 164.524(a)(1)', evidence: aPhone },
  ],
  'L-NPR': [
    ...everyLetter,
    { id: 'who-may-ask', cite: '45 CFR 164.502(g)' },
    { id: 'which-papers', cite: '45 CFR 164.514(h)(2)' },
    { id: 'no-notary-no-visit', cite: 'HHS guidance: no unreasonable measure', evidence: /notar/ },
    { id: 'contact', cite: house, evidence: aPhone },
    { id: 'says-nothing-about-records', cite: '45 CFR 164.502(a)' },
    ...complaints,
  ],
};
