import { openAnswer } from './open-answer.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

export type ExamPart = 'pictures' | 'report';

export type ExamPartFacts = {
  /** What the request asks for, or what there is to give; both make one exam. */
  readonly asked: readonly ExamPart[];
  /** Fetched or attached, and looked at. */
  readonly here: readonly ExamPart[];
  /** Under a lawful hold that has not ended (45 CFR part 171), or under a state's embargo. */
  readonly held: readonly ExamPart[];
  /** Given by itself before. */
  readonly given: readonly ExamPart[];
};

/**
 * Which part of an exam may leave by itself today, while the other waits for its source or under a hold (OD-17). None where
 * nothing of it may leave, where all of it may, or where that part was given. The exam stays open for the rest.
 */
export function partByItself(
  { asked, here, held, given }: ExamPartFacts,
  pack: Pack,
): { readonly part: ExamPart; readonly why: Why } | undefined {
  const { setting, why } = openAnswer(pack, 'OD-17');
  const free = asked.filter((part) => here.includes(part) && !held.includes(part));
  const [part] = free;
  if (setting !== 'give-at-once' || !part || free.length === asked.length || given.includes(part)) return undefined;
  return { part, why };
}
