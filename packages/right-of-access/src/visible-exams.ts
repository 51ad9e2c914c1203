import { type AuthorityCase, maySeeExam } from './authority.ts';
import type { MinorExam, ParentAccessDecision, ParentStanding } from './minors.ts';

export type KnownExam = MinorExam & { readonly examItemId: string; readonly decision?: ParentAccessDecision };

/**
 * The exams that this person may know of. Lists, counts, letters, portal, accounting and error messages are made from
 * these and from nothing else: what is not here does not exist for whoever asks, and asking for it by name is answered as
 * for an exam that never took place (45 CFR 164.502(g)(3)(ii); OD-13).
 */
export function visibleExams<Exam extends KnownExam>(exams: readonly Exam[], facts: AuthorityCase): readonly Exam[] {
  return exams.filter((exam) => maySeeExam(facts, exam, exam.decision).may);
}

type Judged<Exam> = { readonly exam: Exam; readonly standing: ParentStanding };

/** Exams of which somebody has yet to say who consented, or for which the law asks a licensed professional. For the desk alone. */
export function examsToJudge<Exam extends KnownExam>(
  exams: readonly Exam[],
  facts: AuthorityCase,
): readonly Judged<Exam>[] {
  return standings(exams, facts).filter(({ standing: { kind } }) => unsettled.includes(kind));
}

/** Exams that are settled as not this person's. For the desk alone: nobody outside learns that there is anything. */
export function examsNotTheirs<Exam extends KnownExam>(
  exams: readonly Exam[],
  facts: AuthorityCase,
): readonly Judged<Exam>[] {
  return standings(exams, facts).filter(({ standing: { kind } }) => settledAgainst.includes(kind));
}

const unsettled: readonly ParentStanding['kind'][] = ['consent-not-judged', 'professional-must-decide'];
const settledAgainst: readonly ParentStanding['kind'][] = [
  'prohibited',
  'withheld-by-judgement',
  'minor-is-the-individual',
];

function standings<Exam extends KnownExam>(exams: readonly Exam[], facts: AuthorityCase): readonly Judged<Exam>[] {
  return exams.flatMap((exam) => {
    const { parent } = maySeeExam(facts, exam, exam.decision);
    return parent ? [{ exam, standing: parent }] : [];
  });
}
