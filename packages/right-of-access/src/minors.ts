import { ageInYears, type CalendarDate } from './calendar.ts';
import type { Professional } from './endangerment.ts';
import { isBlank, type Lack } from './lack.ts';
import type { LawSources, LegalTopic } from './law-sources.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import { because, type Confidence, type Why } from './why.ts';
import { yearsAfter } from './years-after.ts';

/** Who consented to an exam of a minor. It is recorded with each exam; no age stands in for it. 45 CFR 164.502(g)(3)(i). */
export type ConsentBasis = 'parent' | 'minor_statutory' | 'minor_court' | 'confidentiality_agreement' | 'emancipated';

export type ServiceCategory = 'prenatal' | 'sti' | 'mental-health' | 'other';

/** What a state says about a parent and an exam to which somebody else consented. 45 CFR 164.502(g)(3)(ii). */
export type StateOnParent = 'requires' | 'permits' | 'prohibits' | 'silent';

/** One state's rows about minors. */
export type MinorLaw = {
  readonly jurisdiction: string;
  /** The birthday from which a person decides about their own health care: that, and not majority, ends a parent's standing. */
  readonly ageOfHealthConsent: number;
  readonly onParent: Readonly<Partial<Record<ServiceCategory, StateOnParent>>>;
  readonly cite: string;
  readonly confidence: Confidence;
  /** Of the pack that governs. */
  readonly sources: LawSources;
};

export type Minor = { readonly bornOn: CalendarDate; readonly emancipatedOn?: CalendarDate };

export type MinorExam = {
  /** Absent until somebody judged it: nothing stands in for that, least of all the parent who asks. */
  readonly consentBasis?: ConsentBasis | undefined;
  readonly category: ServiceCategory;
  /** The minor who consented asked that the parent be treated as their representative all the same: (g)(3)(i)(A). */
  readonly minorWantsParent?: boolean;
};

/** A person's judgement where the law leaves it to one: 45 CFR 164.502(g)(3)(ii)(A) and (C). */
export type ParentAccessDecision = {
  readonly decidedBy: Professional;
  readonly decidedOn: CalendarDate;
  readonly give: boolean;
  readonly reason: string;
};

export type ParentStanding = { readonly why: Why } & (
  | { readonly kind: 'personal-representative' }
  | { readonly kind: 'given-by-law' | 'given-by-judgement' }
  | { readonly kind: 'prohibited' | 'withheld-by-judgement' | 'minor-is-the-individual' }
  /** Nobody has said yet who consented: nothing is given. */
  | { readonly kind: 'consent-not-judged' }
  /** Nothing is given yet; staff ask a licensed professional. Nobody outside learns that there is a question. */
  | { readonly kind: 'professional-must-decide'; readonly lacks: readonly Lack[] }
);

/** May this parent have this exam? Asked for each exam by itself; every other exam of the same minor is not touched. */
export function parentStanding(
  exam: MinorExam,
  minor: Minor,
  law: MinorLaw,
  decision: ParentAccessDecision | undefined,
  today: CalendarDate,
): ParentStanding {
  const basis = exam.consentBasis;
  const { sources } = law;
  const inputs = { consentBasis: basis ?? 'not judged', category: exam.category, bornOn: minor.bornOn, today };
  if (isOwnIndividual(minor, law, today) || basis === 'emancipated') {
    const comesOfAge = comesOfAgeOn(minor.bornOn, law.ageOfHealthConsent);
    const why = because('law/adult-or-emancipated', sources['of-age'], { ...inputs, comesOfAge });
    return { kind: 'minor-is-the-individual', why };
  }
  if (basis === undefined) {
    return { kind: 'consent-not-judged', why: because('law/parent', sources['parent-by-exam'], inputs) };
  }
  if (basis === 'parent' || (basis === 'minor_statutory' && exam.minorWantsParent)) {
    const why = because('law/parent', sources['parent-by-exam'], inputs);
    return { kind: 'personal-representative', why };
  }
  const state = law.onParent[exam.category] ?? 'silent';
  const why = because(
    `${law.jurisdiction}/parent-of-minor`,
    sources[stateTopics[state]],
    { ...inputs, state },
    law.confidence,
  );
  if (state === 'requires') return { kind: 'given-by-law', why };
  if (state === 'prohibits') return { kind: 'prohibited', why };
  return judged(decision, why);
}

const stateTopics: Readonly<Record<StateOnParent, LegalTopic>> = {
  requires: 'parent-permitted',
  permits: 'parent-permitted',
  prohibits: 'parent-prohibited',
  silent: 'parent-silent',
};

function judged(decision: ParentAccessDecision | undefined, why: Why): ParentStanding {
  const { cite } = why;
  const lacks: Lack[] = [];
  // Where the law is silent it names who decides; where it permits, the facility chooses who, and the same person does.
  if (!decision?.decidedBy.licensed || isBlank(decision.decidedBy.name)) {
    lacks.push({ name: 'the judgement of a named licensed professional', cite });
  }
  if (decision && isBlank(decision.reason)) lacks.push({ name: 'the reason', cite });
  if (!decision || lacks.length > 0) return { kind: 'professional-must-decide', lacks, why };
  const { name } = decision.decidedBy;
  const inputs = [...why.inputs, { name: 'decidedBy', value: name }, { name: 'decidedOn', value: decision.decidedOn }];
  return { kind: decision.give ? 'given-by-judgement' : 'withheld-by-judgement', why: { ...why, inputs } };
}

export function parentMayHave(standing: ParentStanding): boolean {
  const { kind } = standing;
  return kind === 'personal-representative' || kind === 'given-by-law' || kind === 'given-by-judgement';
}

/** When a patient becomes their own individual, by the pack: the state's row where there is one, else the base's. */
export function comingOfAge(
  bornOn: CalendarDate,
  pack: Pack,
): { readonly on: CalendarDate; readonly age: number; readonly why: Why } | undefined {
  const row = ageOfConsentIn(pack);
  if (!row) return undefined;
  const on = comesOfAgeOn(bornOn, row.age);
  const inputs = { bornOn, age: row.age, on };
  return {
    on,
    age: row.age,
    why: ruleWhy(
      row,
      pack,
      Object.entries(inputs).map(([name, value]) => ({ name, value: String(value) })),
    ),
  };
}

function ageOfConsentIn(pack: Pack): Pack['agesOfConsent'][number] | undefined {
  const [base] = pack.jurisdiction.split('+');
  const rows = pack.agesOfConsent.filter((row) => row.conf !== 'low');
  return rows.find(({ jurisdiction }) => jurisdiction !== base) ?? rows[0];
}

/** In a pack without a row of its own. */
const AGE_OF_MAJORITY = 18;

/**
 * What a pack says about minors. Packs hold no rows about parents and exams to which somebody else consented: there the law
 * counts as silent, and a licensed professional decides (45 CFR 164.502(g)(3)(ii)(C)).
 */
export function minorLawIn(pack: Pack): MinorLaw {
  const row = ageOfConsentIn(pack);
  return {
    jurisdiction: row?.jurisdiction ?? pack.jurisdiction,
    ageOfHealthConsent: row?.age ?? AGE_OF_MAJORITY,
    onParent: {},
    cite: row?.cite ?? pack.sources.parent,
    confidence: row?.conf ?? 'medium',
    sources: pack.sources,
  };
}

/** From 00:00 of this day, in the facility's time zone, the person is the individual for all exams, past ones too. */
export function comesOfAgeOn(bornOn: CalendarDate, age: number): CalendarDate {
  return yearsAfter(bornOn, age);
}

/** A minor on this day, for whom somebody else decides: from the state's age of consent on there is none. */
export function isMinorOn(minor: Minor, law: MinorLaw, today: CalendarDate): boolean {
  return !isOwnIndividual(minor, law, today);
}

function isOwnIndividual(minor: Minor, law: MinorLaw, today: CalendarDate): boolean {
  const emancipated = minor.emancipatedOn !== undefined && minor.emancipatedOn <= today;
  return emancipated || ageInYears(minor.bornOn, today) >= law.ageOfHealthConsent;
}
