/** Who asks, and for what, as far as the first answers on the form tell. */
export type AccessCase = {
  readonly asker:
    | 'self'
    | 'parent'
    | 'agent'
    | 'guardian'
    | 'executor'
    | 'family-of-deceased'
    | 'third-party'
    | 'treating-provider';
  readonly patientIs: 'adult' | 'minor' | 'dead';
  readonly goesTo: 'asker' | 'third-party';
  readonly copy: 'electronic' | 'film-or-paper';
  readonly identityProved?: boolean;
  /** The facility's own registration already names this parent. */
  readonly relationshipOnFile?: boolean;
};

export type Evidence =
  | 'identity'
  | 'relationship'
  | 'instrument'
  | 'estate papers'
  | 'involvement in care'
  | 'recipient’s name'
  | 'where to send it'
  | 'signed directive'
  | 'signed authorization'
  | 'provider’s identity';

export type EvidenceAsked = { readonly evidence: Evidence; readonly cite: string };

/**
 * What to ask for in this case, and nothing more: the portal's questions and the paper form's boxes come from here. What is
 * known already is not asked again. A reason for asking, a notary, a visit and an account are in no case.
 */
export function evidenceNeeded(facts: AccessCase): readonly EvidenceAsked[] {
  if (facts.asker === 'treating-provider') {
    return [{ evidence: 'provider’s identity', cite: '45 CFR 164.506(c)(2); 164.514(h)(1)' }];
  }
  if (facts.asker === 'third-party') return thirdPartyOwnRequest;
  return [...identityOf(facts), ...standingOf(facts), ...recipientOf(facts)];
}

/** Somebody who asks for themselves about another person brings that person's authorization: no right of access. */
const thirdPartyOwnRequest: readonly EvidenceAsked[] = [
  { evidence: 'signed authorization', cite: '45 CFR 164.508(c)' },
  { evidence: 'recipient’s name', cite: '45 CFR 164.508(c)(1)(iii)' },
  { evidence: 'where to send it', cite: '45 CFR 164.514(h)(1)' },
];

function identityOf({ asker, identityProved }: AccessCase): readonly EvidenceAsked[] {
  if (identityProved || asker === 'family-of-deceased') return [];
  return [{ evidence: 'identity', cite: '45 CFR 164.514(h)(1)' }];
}

function standingOf({ asker, patientIs, relationshipOnFile }: AccessCase): readonly EvidenceAsked[] {
  if (asker === 'self') return [];
  if (asker === 'family-of-deceased') return [{ evidence: 'involvement in care', cite: '45 CFR 164.510(b)(5)' }];
  // An agent's or a parent's standing ends with the patient's life: then the estate's papers count.
  if (patientIs === 'dead' || asker === 'executor')
    return [{ evidence: 'estate papers', cite: '45 CFR 164.502(g)(4)' }];
  if (asker === 'parent' && patientIs === 'minor') {
    return relationshipOnFile ? [] : [{ evidence: 'relationship', cite: '45 CFR 164.502(g)(3)' }];
  }
  return [{ evidence: 'instrument', cite: '45 CFR 164.502(g)(2)' }];
}

function recipientOf({ goesTo, copy }: AccessCase): readonly EvidenceAsked[] {
  if (goesTo === 'asker') return [];
  // Since Ciox v. Azar a directive reaches electronic copies of electronic records; film and paper take an authorization.
  const isDirective = copy === 'electronic';
  const cite = isDirective ? '45 CFR 164.524(c)(3)(ii)' : '45 CFR 164.508(c); Ciox Health v. Azar (D.D.C. 2020)';
  return [
    { evidence: 'recipient’s name', cite },
    { evidence: 'where to send it', cite },
    { evidence: isDirective ? 'signed directive' : 'signed authorization', cite },
  ];
}
