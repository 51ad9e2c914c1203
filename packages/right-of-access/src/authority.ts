import type { CalendarDate } from './calendar.ts';
import { isProtectedAfterDeath } from './deceased.ts';
import { decideRefusalToTreat, type RefusalToTreat } from './endangerment.ts';
import { isBlank, type Lack } from './lack.ts';
import { type Cited, citeOf, type LawSources } from './law-sources.ts';
import {
  isMinorOn,
  type MinorExam,
  type MinorLaw,
  type ParentAccessDecision,
  type ParentStanding,
  parentMayHave,
  parentStanding,
} from './minors.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import {
  type AuthorityLack,
  type Instrument,
  type InstrumentKind,
  type JudgedEvidence,
  papersThatWouldDo,
  representativeStanding,
} from './representative.ts';
import { because, type Why } from './why.ts';

/** Why this person may ask, 45 CFR 164.502(g). */
export type Authority =
  | { readonly kind: 'self' }
  | { readonly kind: 'parent'; readonly relationship?: JudgedEvidence }
  | { readonly kind: 'personal-representative'; readonly instrument?: Instrument }
  /** Family, a friend, a neighbour: no right of access by that alone. */
  | { readonly kind: 'family' };

export type PatientFacts = {
  readonly bornOn: CalendarDate;
  readonly diedOn?: CalendarDate;
  readonly emancipatedOn?: CalendarDate;
};

/** Who asks about whom, as the file knows it on the day on which it is asked. */
export type AuthorityCase = {
  readonly authority: Authority;
  readonly patient: PatientFacts;
  readonly law: MinorLaw;
  readonly today: CalendarDate;
  /** A decision not to treat this person as a representative: 45 CFR 164.502(g)(5). */
  readonly notTreated?: RefusalToTreat;
};

export type AuthorityRefusal =
  | {
      readonly code: 'authority-lacking';
      readonly lacks: readonly Lack<AuthorityLack | 'the relationship'>[];
      readonly wouldDo: readonly (
        | InstrumentKind
        | 'birth certificate'
        | 'custody order'
        | 'entry in the registration'
      )[];
      readonly letter: 'L-VER';
    }
  | { readonly code: 'not-treated-as-representative'; readonly why: Why }
  /** No right of access. What may be disclosed instead is another decision, and saying so is no denial. */
  | { readonly code: 'no-right-of-access'; readonly cite: string; readonly wouldDo: readonly InstrumentKind[] };

/** May this person ask at all today? Asked again at the moment of release: standing that has ended gives nothing. */
export function authorityShown(facts: AuthorityCase): Outcome<{ readonly why: Why }, AuthorityRefusal> {
  const { authority, patient, today, notTreated } = facts;
  const { sources } = facts.law;
  if (patient.diedOn !== undefined && !isProtectedAfterDeath(patient.diedOn, today)) {
    const inputs = { diedOn: patient.diedOn, today };
    return ok({ why: because('law/not-protected', sources['not-protected'], inputs) });
  }
  if (authority.kind === 'self') {
    return ok({ why: because('law/individual', sources.individual, { asks: 'the individual' }) });
  }
  const refused = notTreated ? decideRefusalToTreat(notTreated, sources) : undefined;
  if (refused?.ok) return refuse({ code: 'not-treated-as-representative', why: refused.value.why });
  switch (authority.kind) {
    case 'personal-representative':
      return representativeStanding(authority.instrument, patient, today, sources);
    case 'parent':
      // From the birthday on the person asks for themself; a parent who is also their agent shows that paper.
      if (!isMinorOn(patient, facts.law, today)) return noRight(facts, 'of-age');
      return parentShown(authority.relationship, today, sources);
    case 'family':
      return noRight(facts, 'representative', 'family');
  }
}

function noRight({ patient, law, today }: AuthorityCase, ...cited: readonly Cited[]): Outcome<never, AuthorityRefusal> {
  const cite = citeOf(law.sources, ...cited);
  return refuse({ code: 'no-right-of-access', cite, wouldDo: papersThatWouldDo(patient, today) });
}

function parentShown(
  relationship: JudgedEvidence | undefined,
  today: CalendarDate,
  sources: LawSources,
): Outcome<{ readonly why: Why }, AuthorityRefusal> {
  const expired = relationship?.validUntil !== undefined && relationship.validUntil < today;
  if (!relationship || isBlank(relationship.what) || isBlank(relationship.judgedBy) || expired) {
    return refuse({
      code: 'authority-lacking',
      lacks: [{ name: 'the relationship', cite: citeOf(sources, 'identity', 'parent') }],
      wouldDo: ['entry in the registration', 'birth certificate', 'custody order'],
      letter: 'L-VER',
    });
  }
  const inputs = { relationship: relationship.what, seenBy: relationship.judgedBy, today };
  return ok({ why: because('law/parent', sources.parent, inputs) });
}

/**
 * Does standing have to be tested for each exam? For a parent it does, and for a guardian or whoever else acts for a living
 * minor: 45 CFR 164.502(g)(3)(i). Every other standing holds for all exams.
 */
export function isTestedByExam({ authority, patient, law, today }: AuthorityCase): boolean {
  if (authority.kind === 'parent') return true;
  const isLiving = patient.diedOn === undefined;
  return authority.kind === 'personal-representative' && isLiving && isMinorOn(patient, law, today);
}

/** What this person may have of one exam. */
export function maySeeExam(
  facts: AuthorityCase,
  exam: MinorExam,
  decision?: ParentAccessDecision,
): { readonly may: boolean; readonly parent?: ParentStanding } {
  if (!authorityShown(facts).ok) return { may: false };
  if (!isTestedByExam(facts)) return { may: true };
  const parent = parentStanding(exam, facts.patient, facts.law, decision, facts.today);
  return { may: parentMayHave(parent), parent };
}
