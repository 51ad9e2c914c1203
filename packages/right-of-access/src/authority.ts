import { type CalendarDate, daysBetween } from './calendar.ts';
import { type Outcome, ok, refuse } from './outcome.ts';

/** A contact counts as held by the facility once it stood unchanged in its directory for this long (S3.1). */
export const HELD_CONTACT_DAYS = 30;

/** Who somebody is, 45 CFR 164.514(h): what was shown, when, and who judged it. Facts that many people know are no proof. */
export type IdentityProof =
  | {
      readonly kind: 'code-to-held-contact';
      readonly provedOn: CalendarDate;
      /** Day on which the facility last entered or changed this contact. */
      readonly contactUnchangedSince: CalendarDate;
    }
  | { readonly kind: 'photo-id'; readonly provedOn: CalendarDate; readonly judgedBy: string }
  | { readonly kind: 'in-person'; readonly provedOn: CalendarDate; readonly judgedBy: string }
  /** A code to an address that the requester typed: it proves that address and nothing about the patient. */
  | { readonly kind: 'code-to-typed-address'; readonly provedOn: CalendarDate };

export type ProofWeakness =
  | { readonly code: 'typed-address-only' }
  | { readonly code: 'contact-changed-lately'; readonly unchangedDays: number; readonly neededDays: number }
  | { readonly code: 'nobody-judged-it' };

export type IdentityRefusal = { readonly code: 'identity-not-proved'; readonly weaknesses: readonly ProofWeakness[] };

/** Do the proofs bind the requester to the patient's record? The first that does is returned, to be named in the file. */
export function identityProved(proofs: readonly IdentityProof[]): Outcome<IdentityProof, IdentityRefusal> {
  const weaknesses: ProofWeakness[] = [];
  for (const proof of proofs) {
    const weakness = weaknessOf(proof);
    if (!weakness) return ok(proof);
    weaknesses.push(weakness);
  }
  return refuse({ code: 'identity-not-proved', weaknesses });
}

function weaknessOf(proof: IdentityProof): ProofWeakness | undefined {
  switch (proof.kind) {
    case 'code-to-typed-address':
      return { code: 'typed-address-only' };
    case 'code-to-held-contact': {
      const unchangedDays = daysBetween(proof.contactUnchangedSince, proof.provedOn);
      if (unchangedDays >= HELD_CONTACT_DAYS) return undefined;
      return { code: 'contact-changed-lately', unchangedDays, neededDays: HELD_CONTACT_DAYS };
    }
    case 'photo-id':
    case 'in-person':
      return proof.judgedBy.trim() === '' ? { code: 'nobody-judged-it' } : undefined;
  }
}

/** Why this person may ask, 45 CFR 164.502(g). A representative's papers are judged by somebody with a name. */
export type Authority =
  | { readonly kind: 'self' }
  | { readonly kind: 'parent'; readonly evidence?: JudgedEvidence }
  | {
      readonly kind: 'personal-representative';
      readonly basis: RepresentativeBasis;
      readonly evidence?: JudgedEvidence;
    };

export type RepresentativeBasis = 'health-care-power-of-attorney' | 'guardian' | 'executor' | 'other';

export type JudgedEvidence = {
  /** What was seen: “birth certificate”, “parent link in the registration”. */
  readonly what: string;
  readonly judgedBy: string;
  readonly judgedOn: CalendarDate;
  readonly validUntil?: CalendarDate;
};

export type AuthorityRefusal =
  | { readonly code: 'evidence-missing'; readonly kind: Authority['kind'] }
  | { readonly code: 'evidence-expired'; readonly validUntil: CalendarDate };

/** Asked again at the moment of release: standing that has ended gives nothing. */
export function authorityShown(authority: Authority, today: CalendarDate): Outcome<Authority, AuthorityRefusal> {
  if (authority.kind === 'self') return ok(authority);
  const { evidence } = authority;
  if (!evidence || evidence.what.trim() === '' || evidence.judgedBy.trim() === '') {
    return refuse({ code: 'evidence-missing', kind: authority.kind });
  }
  if (evidence.validUntil !== undefined && evidence.validUntil < today) {
    return refuse({ code: 'evidence-expired', validUntil: evidence.validUntil });
  }
  return ok(authority);
}
