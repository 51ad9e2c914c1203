import { isBlank, type Lack } from './lack.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** How a study's identifier stands to the patient's. `unknown` where one side has none. */
export type Agreement = 'same' | 'differs' | 'unknown';

export type Likeness = { readonly name: Agreement; readonly birthDate: Agreement; readonly mrn: Agreement };

/** Two people who looked at a study that almost agrees. */
export type NearMiss = { readonly reason: string; readonly chosenBy: string; readonly secondedBy: string };

export type LikenessRefusal =
  /** No reason and no second person lifts it: the facility's own numbers are of two people. */
  | { readonly code: 'another-mrn'; readonly cite: string }
  | { readonly code: 'too-little-agrees'; readonly agreeing: number; readonly cite: string }
  | {
      readonly code: 'near-miss';
      readonly differs: readonly (keyof Likeness)[];
      readonly lacks: readonly Lack<'a reason' | 'a second person'>[];
    };

const cite = '45 CFR 164.502(a); 164.514(h)';
const identifiers = ['name', 'birthDate', 'mrn'] as const;

/** Is the study of this patient? Asked when it is chosen, and again before it is released. */
export function decideLikeness(study: Likeness, nearMiss?: NearMiss): Outcome<{ readonly why: Why }, LikenessRefusal> {
  if (study.mrn === 'differs') return refuse({ code: 'another-mrn', cite });
  const agreeing = identifiers.filter((one) => study[one] === 'same').length;
  const differs = identifiers.filter((one) => study[one] === 'differs');
  if (agreeing === 0) return refuse({ code: 'too-little-agrees', agreeing, cite });
  const inputs = { name: study.name, birthDate: study.birthDate, mrn: study.mrn };
  if (agreeing >= 2 && differs.length === 0) return ok({ why: because('house/same-patient', cite, inputs) });
  const lacks: Lack<'a reason' | 'a second person'>[] = [];
  if (isBlank(nearMiss?.reason)) lacks.push({ name: 'a reason', cite });
  if (isBlank(nearMiss?.secondedBy) || nearMiss?.secondedBy.trim() === nearMiss?.chosenBy.trim()) {
    lacks.push({ name: 'a second person', cite });
  }
  if (!nearMiss || lacks.length > 0) return refuse({ code: 'near-miss', differs, lacks });
  const { reason, chosenBy, secondedBy } = nearMiss;
  return ok({ why: because('house/near-miss', cite, { ...inputs, reason, chosenBy, secondedBy }) });
}
