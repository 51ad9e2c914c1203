import { citeOf, type LawSources, type LegalTopic } from './law-sources.ts';

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

type Asked = { readonly evidence: Evidence; readonly cited: readonly LegalTopic[] };

/**
 * What to ask for in this case, and nothing more: the portal's questions and the paper form's boxes come from here. What is
 * known already is not asked again. A reason for asking, a notary, a visit and an account are in no case.
 */
export function evidenceNeeded(facts: AccessCase, sources: LawSources): readonly EvidenceAsked[] {
  return asked(facts).map(({ evidence, cited }) => ({ evidence, cite: citeOf(sources, ...cited) }));
}

function asked(facts: AccessCase): readonly Asked[] {
  if (facts.asker === 'treating-provider') {
    return [{ evidence: 'provider’s identity', cited: ['other-provider', 'identity'] }];
  }
  if (facts.asker === 'third-party') return thirdPartyOwnRequest;
  return [...identityOf(facts), ...standingOf(facts), ...recipientOf(facts)];
}

/** Somebody who asks for themselves about another person brings that person's authorization: no right of access. */
const thirdPartyOwnRequest: readonly Asked[] = [
  { evidence: 'signed authorization', cited: ['authorization'] },
  { evidence: 'recipient’s name', cited: ['authorization/who may receive'] },
  { evidence: 'where to send it', cited: ['identity'] },
];

function identityOf({ asker, identityProved }: AccessCase): readonly Asked[] {
  if (identityProved || asker === 'family-of-deceased') return [];
  return [{ evidence: 'identity', cited: ['identity'] }];
}

function standingOf({ asker, patientIs, relationshipOnFile }: AccessCase): readonly Asked[] {
  if (asker === 'self') return [];
  if (asker === 'family-of-deceased') return [{ evidence: 'involvement in care', cited: ['family'] }];
  // An agent's or a parent's standing ends with the patient's life: then the estate's papers count.
  if (patientIs === 'dead' || asker === 'executor') return [{ evidence: 'estate papers', cited: ['estate'] }];
  if (asker === 'parent' && patientIs === 'minor') {
    return relationshipOnFile ? [] : [{ evidence: 'relationship', cited: ['parent'] }];
  }
  return [{ evidence: 'instrument', cited: ['living-representative'] }];
}

function recipientOf({ goesTo, copy }: AccessCase): readonly Asked[] {
  if (goesTo === 'asker') return [];
  // A directive reaches electronic copies of electronic records; film and paper take an authorization.
  const isDirective = copy === 'electronic';
  const cited: Asked['cited'] = isDirective ? ['directive'] : ['authorization', 'directive-limits'];
  return [
    { evidence: 'recipient’s name', cited },
    { evidence: 'where to send it', cited },
    { evidence: isDirective ? 'signed directive' : 'signed authorization', cited },
  ];
}
