import { foldName } from '../directory/fold-name.ts';

export type ExamAsked = {
  id: string;
  exam_type: string;
  body_part: string | null;
  on_or_after: string | null;
  on_or_before: string | null;
  date_words: string | null;
};

/** `same`: asked with the same day or words. `near`: nothing says that they differ. */
export type ExamLikeness = 'same' | 'near' | 'differs';

/** Do two people's words mean one exam? People never describe it twice alike, so staff see how like they are. */
export function examLikeness(a: ExamAsked, b: ExamAsked): ExamLikeness {
  if (a.exam_type !== b.exam_type && a.exam_type !== 'not-sure' && b.exam_type !== 'not-sure') return 'differs';
  if (a.body_part && b.body_part && foldName(a.body_part) !== foldName(b.body_part)) return 'differs';
  if (areApart(a, b) || areApart(b, a)) return 'differs';
  const sameDays = a.on_or_after === b.on_or_after && a.on_or_before === b.on_or_before;
  const sameWords = foldName(a.date_words ?? '') === foldName(b.date_words ?? '');
  return a.exam_type === b.exam_type && sameDays && sameWords ? 'same' : 'near';
}

function areApart(earlier: ExamAsked, later: ExamAsked): boolean {
  return earlier.on_or_before !== null && later.on_or_after !== null && earlier.on_or_before < later.on_or_after;
}
