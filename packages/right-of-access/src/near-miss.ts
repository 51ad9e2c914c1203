import { isBlank, type Lack } from './lack.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** How a study's identifier stands to the patient's. `unknown` where one side has none. */
export type Agreement = 'same' | 'differs' | 'unknown';

export type Likeness = {
  readonly name: Agreement;
  readonly birthDate: Agreement;
  /** `differs-unissued`: another number, and nobody says who issued it. Numbers of a former system look just like that. */
  readonly mrn: Agreement | 'differs-unissued';
  /** No identifier: it proves nobody, and where it differs a person looks. */
  readonly sex?: Agreement;
};

/** Two people who looked at a study that almost agrees. */
export type NearMiss = { readonly reason: string; readonly chosenBy: string; readonly secondedBy: string };

type NearMissLack = Lack<'a reason' | 'a second person'>;

export type LikenessRefusal =
  /** No reason and no second person lifts it: the facility's own numbers are of two people. */
  | { readonly code: 'another-mrn'; readonly cite: string }
  | { readonly code: 'too-little-agrees'; readonly agreeing: number; readonly cite: string }
  /** What differs is not borne by what agrees: that is somebody else, and nobody lifts it. */
  | { readonly code: 'another-patient'; readonly differs: readonly (keyof Likeness)[]; readonly cite: string }
  | {
      readonly code: 'near-miss';
      readonly differs: readonly (keyof Likeness)[];
      readonly lacks: readonly NearMissLack[];
    };

const cite = 'house rule: two identifiers agree';
const identifiers = ['name', 'birthDate', 'mrn'] as const;

/**
 * Is the study of this patient? Asked when it is found, when it is chosen, and of each object before it is released. Two
 * identifiers agree and nothing differs; or it is a near miss, which a reason and a second person lift; or somebody else.
 */
export function decideLikeness(study: Likeness, nearMiss?: NearMiss): Outcome<{ readonly why: Why }, LikenessRefusal> {
  if (study.mrn === 'differs') return refuse({ code: 'another-mrn', cite });
  const agreeing = identifiers.filter((one) => study[one] === 'same').length;
  const differs = ([...identifiers, 'sex'] as const).filter((one) => study[one]?.startsWith('differs'));
  if (agreeing === 0) return refuse({ code: 'too-little-agrees', agreeing, cite });
  if (isAnother(study, agreeing)) return refuse({ code: 'another-patient', differs, cite });
  const inputs = { name: study.name, birthDate: study.birthDate, mrn: study.mrn };
  if (agreeing >= 2 && differs.length === 0) return ok({ why: because('house/same-patient', cite, inputs) });
  const lacks = nearMissLacks(nearMiss);
  if (!nearMiss || lacks.length > 0) return refuse({ code: 'near-miss', differs, lacks });
  const { reason, chosenBy, secondedBy } = nearMiss;
  return ok({ why: because('house/near-miss', cite, { ...inputs, reason, chosenBy, secondedBy }) });
}

/** A birth date may be a typing slip under the same number, a name a marriage that nobody told; neither alone is a person. */
function isAnother({ name, birthDate, mrn }: Likeness, agreeing: number): boolean {
  if (birthDate === 'differs' && mrn !== 'same') return true;
  if (name === 'differs' && !(birthDate === 'same' && mrn === 'same')) return true;
  return mrn === 'differs-unissued' && agreeing < 2;
}

/** What a near miss still lacks before it is given: whoever wrote why it is this person does not also give it. */
export function nearMissLacks(nearMiss: NearMiss | undefined): readonly NearMissLack[] {
  const lacks: NearMissLack[] = [];
  if (isBlank(nearMiss?.reason)) lacks.push({ name: 'a reason', cite });
  if (isBlank(nearMiss?.secondedBy) || nearMiss?.secondedBy.trim() === nearMiss?.chosenBy.trim()) {
    lacks.push({ name: 'a second person', cite });
  }
  return lacks;
}
