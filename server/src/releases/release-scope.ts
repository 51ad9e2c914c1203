import type { ExamPart } from '@echoback/right-of-access';
import type { FreePart } from './exam-parts.ts';
import { type MaterialStudy, partOf, type ReleaseMaterial } from './release-material.ts';

type Item = ReleaseMaterial['items'][number];

/** Which exams one approval gives, by which hand-over, and what stays open after it. */
export type ReleaseScope = {
  /** Nothing but exams of which the copy was denied and a look was not: it is shown here and goes nowhere. */
  onlyLooks: boolean;
  /** Exams that are given whole, now. */
  releasing: string[];
  /** Exams of which one part goes now, and that stay open for the other (OD-17). */
  inPart: string[];
  /** Exams that are in the copy whole: those of now, and those that were given before. */
  whole: string[];
  /** Exams that are in it by one part, given now or before. */
  parts: ReadonlyMap<string, ExamPart>;
  /** Exams of the request that are not answered by this. */
  stillOpen: string[];
  /** Of an earlier copy something has not left yet: the next one waits for it. */
  waitsForEarlier: boolean;
};

export type ScopeFacts = {
  /** Only this of these exams is given now; absent where what is checked is given whole. */
  only?: { part: ExamPart; free: readonly FreePart[] } | undefined;
  /** Exams whose every copy has left, and that wait for the carrier alone: they hold no next part back. */
  onTheRoad: ReadonlySet<string>;
  /** Exams that this person may have. */
  allowed: ReadonlySet<string>;
};

/**
 * What an approval of today would give. A copy that is given again holds what was given before, so that the person finds
 * all of it in one place; an exam whose copy was denied is in no copy, and has a release of its own in which it is seen.
 */
export function releaseScope(items: readonly Item[], { only, onTheRoad, allowed }: ScopeFacts): ReleaseScope {
  const checked = items.filter(({ state }) => state === 'checking');
  const onlyLooks = checked.length > 0 && checked.every(({ copyDenied }) => copyDenied);
  const belongs = (item: Item) => onlyLooks || !item.copyDenied;
  const releasing = only ? [] : checked.filter(belongs).map(({ id }) => id);
  const free = only?.free.filter(({ part }) => part === only.part) ?? [];
  const inPart = free.map(({ examItemId }) => examItemId);
  const before = items.filter((item) => belongs(item) && allowed.has(item.id) && wasGiven(item));
  const whole = [...releasing, ...before.map(({ id }) => id)];
  const parts = items.flatMap((item): [string, ExamPart][] => {
    if (!belongs(item) || whole.includes(item.id) || item.state === 'closed' || !allowed.has(item.id)) return [];
    const part = inPart.includes(item.id) ? only?.part : item.partsGiven.at(-1);
    return part ? [[item.id, part]] : [];
  });
  return {
    onlyLooks,
    releasing,
    inPart,
    whole,
    parts: new Map(parts),
    stillOpen: items
      .filter((item) => !releasing.includes(item.id) && item.state !== 'closed' && !isOut(item))
      .map(({ id }) => id),
    waitsForEarlier: items.some((item) => belongs(item) && isOut(item) && !onTheRoad.has(item.id)),
  };
}

/** A study of which perhaps one part alone goes. */
export type GoingStudy = MaterialStudy & { only?: ExamPart };

/** The studies that are in the copy. */
export function goingStudies({ items, studies }: ReleaseMaterial, { whole, parts }: ReleaseScope): GoingStudy[] {
  return studies.flatMap((study): GoingStudy[] => {
    if (whole.includes(study.examItemId)) return [study];
    const only = parts.get(study.examItemId);
    const isHere = items.some(({ id, state }) => id === study.examItemId && state === 'checking');
    return only && isHere ? [{ ...partOf(study, only), only }] : [];
  });
}

function wasGiven(item: Item): boolean {
  return item.outcome === 'given' || item.outcome === 'given-in-part' || isOut(item);
}

function isOut({ state }: Item): boolean {
  return state === 'released' || state === 'delivered';
}
