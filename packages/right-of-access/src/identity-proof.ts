import { type CalendarDate, daysBetween } from './calendar.ts';
import { actionBy } from './clock.ts';
import { isBlank } from './lack.ts';
import { citeOf, type LawSources } from './law-sources.ts';
import { openAnswer } from './open-answer.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import type { ClockFacts } from './rule-clock.ts';
import { because, type Why } from './why.ts';

/** A contact counts as held by the facility once it stood unchanged in its directory for this long (house rule). */
export const HELD_CONTACT_DAYS = 30;

/** Who somebody is, 45 CFR 164.514(h): what was shown, when, and who judged it. Facts that many people know are no proof. */
export type IdentityProof = {
  readonly provedOn: CalendarDate;
  /** Last day on which the proof may be relied on. */
  readonly validUntil?: CalendarDate;
} & (
  | {
      readonly kind: 'code-to-held-contact';
      /** Day on which the facility last entered or changed this contact. */
      readonly contactUnchangedSince: CalendarDate;
    }
  | {
      /** Staff rang the number that the facility held; nobody is known by a number that calls in. */
      readonly kind: 'call-back';
      readonly contactUnchangedSince: CalendarDate;
      readonly judgedBy: string;
    }
  | { readonly kind: 'patient-portal-sign-in' }
  | { readonly kind: 'photo-id'; readonly judgedBy: string }
  | { readonly kind: 'in-person'; readonly judgedBy: string }
  /** A code to an address that the requester typed: it proves that address and nothing about the patient. */
  | { readonly kind: 'code-to-typed-address' }
);

export type ProofWeakness =
  | { readonly code: 'typed-address-only' }
  | { readonly code: 'contact-changed-lately'; readonly unchangedDays: number; readonly neededDays: number }
  | { readonly code: 'nobody-judged-it' }
  | { readonly code: 'expired'; readonly validUntil: CalendarDate };

export type IdentityRefusal = {
  readonly code: 'identity-not-proved';
  readonly weaknesses: readonly ProofWeakness[];
  readonly cite: string;
};

/** Do the proofs bind the requester to the patient's record today? The first that does is named in the file. */
export function identityProved(
  proofs: readonly IdentityProof[],
  today: CalendarDate,
  { identity: cite }: LawSources,
): Outcome<{ readonly proof: IdentityProof; readonly why: Why }, IdentityRefusal> {
  const weaknesses: ProofWeakness[] = [];
  for (const proof of proofs) {
    const weakness = weaknessOf(proof, today);
    if (!weakness) {
      const { kind: method, provedOn } = proof;
      return ok({ proof, why: because('law/identity', cite, { method, provedOn, today }) });
    }
    weaknesses.push(weakness);
  }
  return refuse({ code: 'identity-not-proved', weaknesses, cite });
}

function weaknessOf(proof: IdentityProof, today: CalendarDate): ProofWeakness | undefined {
  if (proof.kind === 'code-to-typed-address') return { code: 'typed-address-only' };
  if (proof.validUntil !== undefined && proof.validUntil < today) {
    return { code: 'expired', validUntil: proof.validUntil };
  }
  if ('judgedBy' in proof && isBlank(proof.judgedBy)) return { code: 'nobody-judged-it' };
  if (!('contactUnchangedSince' in proof)) return undefined;
  const unchangedDays = daysBetween(proof.contactUnchangedSince, proof.provedOn);
  if (unchangedDays >= HELD_CONTACT_DAYS) return undefined;
  return { code: 'contact-changed-lately', unchangedDays, neededDays: HELD_CONTACT_DAYS };
}

/** What was done to learn who somebody is, when nobody ever showed it. */
export type IdentitySought = {
  readonly due: CalendarDate;
  /** Days on which L-VER was sent, saying what is missing and in which ways it can be shown. */
  readonly askedOn: readonly CalendarDate[];
  readonly waysOffered: number;
};

export type NotShownRefusal = { readonly cite: string } & (
  | { readonly code: 'never-asked' }
  | { readonly code: 'too-few-ways'; readonly offered: number; readonly needed: number }
  | { readonly code: 'still-time'; readonly notBefore: CalendarDate }
);

/**
 * May a request be answered because nobody showed who they are? On the last business day up to the due date, not before, and
 * with L-VER sent again as the written answer (OD-21). With that it closes, unless the facility chose to keep it open; a
 * closed one reopens on proof, with the day of receipt that it always had.
 */
export function decideIdentityNotShown(
  sought: IdentitySought,
  today: CalendarDate,
  pack: Pack,
  facts: Pick<ClockFacts, 'holidays'>,
): Outcome<{ readonly letter: 'L-VER'; readonly closes: boolean; readonly why: Why }, NotShownRefusal> {
  const rule = citeOf(pack.sources, 'OD-21', 'identity');
  const notBefore = actionBy(sought.due, pack, facts);
  if (sought.askedOn.length === 0) return refuse({ code: 'never-asked', cite: rule });
  if (sought.waysOffered < 2) {
    return refuse({ code: 'too-few-ways', offered: sought.waysOffered, needed: 2, cite: rule });
  }
  if (today < notBefore) return refuse({ code: 'still-time', notBefore, cite: rule });
  const { setting } = openAnswer(pack, 'OD-21');
  const inputs = { asked: sought.askedOn.join(', '), waysOffered: sought.waysOffered, due: sought.due, today, setting };
  return ok({
    letter: 'L-VER',
    closes: setting === 'answer-and-close',
    why: because('law/OD-21', rule, inputs),
  });
}
