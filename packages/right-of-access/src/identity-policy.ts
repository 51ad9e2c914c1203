import type { IdentityProof } from './identity-proof.ts';
import type { Lack } from './lack.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

export type IdentityMethod = Exclude<IdentityProof['kind'], 'code-to-typed-address'>;

/** What a facility lets people choose from, and what it would insist on. */
export type IdentityPolicy = {
  readonly methods: readonly IdentityMethod[];
  readonly requires: readonly Barrier[];
};

/** Demands that are never made of anybody who asks for their own record. */
export type Barrier = 'visit' | 'notary' | 'wet-ink' | 'account' | 'own-form' | 'portal-only' | 'post-only' | 'reason';

type PolicyLack = 'two methods' | 'a method without photo ID or smartphone' | 'a method without a visit';

export type IdentityPolicyRefusal = {
  readonly code: 'barrier';
  readonly barriers: readonly Lack<Barrier>[];
  readonly lacks: readonly Lack<PolicyLack>[];
};

const guidance = 'HHS guidance on 45 CFR 164.524: unreasonable measures';
const house = 'house rule on 45 CFR 164.514(h): verification is no barrier';

const barrierCites: Readonly<Record<Barrier, string>> = {
  visit: guidance,
  'portal-only': guidance,
  'post-only': guidance,
  notary: house,
  'wet-ink': house,
  account: house,
  'own-form': house,
  reason: `${guidance}; a reason is never asked for`,
};

/** What each method takes that somebody may not have. */
const takes: Readonly<Record<IdentityMethod, readonly ('photo-id' | 'smartphone' | 'visit')[]>> = {
  // A code can be spoken to a telephone on the wall, and rings where the facility always rang.
  'code-to-held-contact': [],
  'call-back': [],
  'patient-portal-sign-in': [],
  // The picture of the paper comes from a telephone.
  'photo-id': ['photo-id', 'smartphone'],
  'in-person': ['visit'],
};

/** A facility may choose among ways; it may not choose a way that shuts somebody out. */
export function decideIdentityPolicy(
  policy: IdentityPolicy,
): Outcome<{ readonly methods: readonly IdentityMethod[]; readonly why: Why }, IdentityPolicyRefusal> {
  const methods = [...new Set(policy.methods)];
  const barriers = [...new Set(policy.requires)].map((name) => ({ name, cite: barrierCites[name] }));
  const lacks: Lack<PolicyLack>[] = [];
  if (methods.length < 2) lacks.push({ name: 'two methods', cite: house });
  if (!methods.some((method) => takes[method].length === 0)) {
    lacks.push({ name: 'a method without photo ID or smartphone', cite: house });
  }
  if (!methods.some((method) => !takes[method].includes('visit'))) {
    lacks.push({ name: 'a method without a visit', cite: guidance });
  }
  if (barriers.length + lacks.length > 0) return refuse({ code: 'barrier', barriers, lacks });
  return ok({ methods, why: because('house/identity-methods', house, { methods: methods.join(', ') }) });
}
