import {
  type Decider,
  type DenialWish,
  denialGround,
  denialWords,
  type LetterLanguage,
  sayIn,
} from '@echoback/right-of-access';
import { examWords } from '../releases/exam-words.ts';
import type { CaseItem, RequestCase } from './request-case.ts';

/** What somebody of the staff wants to deny, and on what ground. */
export type ProposedDenial = {
  ground: string;
  basis: string;
  shown: Record<string, string>;
  /** The category in plain words, for the letter. */
  withheld: string;
  /** SOP Instance UIDs; none, without the report either, denies the whole exam. */
  withheldObjects: string[];
  withholdsReport: boolean;
  accessReturnsOn?: string | undefined;
  accessReturnsWords?: string | undefined;
};

/** Is it a part of the exam, with the rest given? */
export function isPart(proposed: Pick<ProposedDenial, 'withheldObjects' | 'withholdsReport'>): boolean {
  return proposed.withheldObjects.length > 0 || proposed.withholdsReport;
}

/** The copy alone is refused and the look that was asked for beside it is given: 45 CFR 164.524(a)(2)(ii). */
export function leavesLooking({ pack, alsoLooks }: RequestCase, proposed: ProposedDenial): boolean {
  return alsoLooks && !isPart(proposed) && denialGround(pack, proposed.ground)?.reaches === 'copy';
}

export function denialWish(
  found: RequestCase & { item: CaseItem },
  proposed: ProposedDenial,
  decidedBy: Decider,
): DenialWish {
  const { request, asks, facility } = found;
  return {
    ground: proposed.ground,
    decidedBy,
    decidedOn: facility.today,
    basis: proposed.basis,
    shown: proposed.shown,
    asker: request.requester_is === 'self' ? 'individual' : 'personal-representative',
    asks,
    withheld: proposed.withheld.trim() === '' ? [] : [proposed.withheld],
    given: givenBeside(found, proposed, 'en'),
    complaints: {
      titleOrName: facility.contact.privacyOfficer.title,
      phone: facility.contact.privacyOfficer.phone,
    },
  };
}

/** Everything else that was asked for, in the words of the letter: 45 CFR 164.524(d)(1). */
export function givenBeside(
  found: RequestCase & { item: CaseItem },
  proposed: ProposedDenial,
  language: LetterLanguage,
): string[] {
  const { items, item, allowed } = found;
  const say = sayIn(denialWords, language);
  const exam = examWords(item.exam_type, language);
  const others = items.filter(
    ({ id, outcome }) =>
      id !== item.id && allowed.has(id) && (outcome === null || outcome === 'given' || outcome === 'given-in-part'),
  );
  return [
    ...(isPart(proposed) ? [say('rest', { exam })] : []),
    ...(leavesLooking(found, proposed) ? [say('look', { exam })] : []),
    ...others.map(({ exam_type }) => examWords(exam_type, language)),
  ];
}
