/** What a hold must bring with it before it may be kept. */
export type HoldDemand =
  | 'a named professional'
  | 'a reviewable ground of denial'
  | 'the precondition of law, or an unreviewable ground'
  | 'the written policy'
  | 'the reason in this case'
  | 'the reason in writing within 10 business days of the request'
  | 'when it begins'
  | 'when it ends'
  | 'the manner offered instead'
  | 'the statute'
  | 'the report alone';

/** A lawful reason why something ready waits: an exception of 45 CFR part 171, or a state's embargo. */
export type HoldCode = {
  readonly code: string;
  readonly demands: readonly HoldDemand[];
  /** Never against the individual's own request. */
  readonly notAgainstIndividual?: true;
  readonly cite: string;
};

export const holdCodes: readonly HoldCode[] = [
  {
    code: 'harm',
    demands: ['a reviewable ground of denial', 'a named professional', 'the reason in this case'],
    cite: '45 CFR 171.201',
  },
  {
    code: 'privacy',
    demands: ['the precondition of law, or an unreviewable ground', 'the reason in this case'],
    cite: '45 CFR 171.202',
  },
  { code: 'security', demands: ['the written policy', 'the reason in this case'], cite: '45 CFR 171.203' },
  {
    code: 'infeasible',
    demands: ['the reason in writing within 10 business days of the request'],
    cite: '45 CFR 171.204(b)',
  },
  { code: 'it-maintenance', demands: ['when it begins', 'when it ends'], cite: '45 CFR 171.205' },
  { code: 'manner', demands: ['the manner offered instead'], cite: '45 CFR 171.301' },
  {
    code: 'protecting-care',
    demands: ['the written policy', 'the reason in this case'],
    notAgainstIndividual: true,
    cite: '45 CFR 171.206',
  },
  {
    code: 'state-embargo',
    demands: ['the statute', 'the report alone', 'when it ends'],
    cite: 'the state’s statute, as the hold names it',
  },
];

/** What people type instead of a lawful code, and why it holds nothing. */
export const neverHolds: Readonly<Record<string, { readonly sentence: string; readonly cite: string }>> = {
  'balance due': {
    sentence: 'Copies may not be withheld for unpaid care',
    cite: 'HHS FAQ on 45 CFR 164.524: a bill for care never holds a copy',
  },
  'doctor wants to look first': {
    sentence: 'Copies may not wait until a clinician has looked or called',
    cite: '45 CFR 171.103: a standing example of interference',
  },
  'report not signed': {
    sentence: 'Pictures do not wait for the report; the report follows when it is signed',
    cite: '45 CFR 164.524(c)(1); OD-17',
  },
  'awaiting payment': {
    sentence: 'The fee for this copy is billed with the release',
    cite: 'OD-9; 45 CFR 164.524(c)(4)',
  },
  'earlier fee unpaid': {
    sentence: 'Copies may not be withheld for the fee of an earlier copy',
    cite: 'HHS guidance on 45 CFR 164.524(c)(4)',
  },
  'busy': {
    sentence: 'A backlog holds nothing; it may be a reason to extend once, in writing and in time',
    cite: '45 CFR 164.524(b)(2)(ii)',
  },
};
