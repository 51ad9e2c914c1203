import {
  type Decider,
  type Denial,
  daysBetween,
  denialWords,
  type Letter,
  type LetterLanguage,
  type LetterRefusal,
  letterContent,
  type Outcome,
  officeWords,
  serviceDue,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { askedExam, letterSubject } from '../letters/letter-subject.ts';
import { givenBeside, leavesLooking, type ProposedDenial } from './denial-wish.ts';
import type { CaseItem, RequestCase } from './request-case.ts';

/** L-DEN, or L-PART where the rest is given. The engine refuses a letter that lacks something, and names it. */
export function denialLetter(
  app: App,
  found: RequestCase & { item: CaseItem },
  proposed: ProposedDenial,
  denial: Pick<Denial, 'kind' | 'ground' | 'accessReturns'>,
  decider: Decider & { title: string },
): Outcome<Letter, LetterRefusal> {
  const { request, facility, pack, item, reviews } = found;
  const review = serviceDue('review-denial', facility.today, pack, clockFactsOf(request.received_on));
  const returns = (language: LetterLanguage) => {
    const typed = proposed.accessReturnsWords;
    return typed ? officeWords(typed, language) : denialWords[language].U3;
  };
  const reasons = {
    ...letterSubject(app, facility, request),
    ground: denial.ground,
    basis: proposed.basis,
    withheld: proposed.withheld,
    // Before the person who decides is known only their office is named, and it has no further title.
    decidedBy: [decider.name, decider.title].filter((part) => part !== '').join(', '),
    reviewDays: daysBetween(facility.today, review.on),
  };
  const inEach = (language: LetterLanguage) => ({
    ...reasons,
    ...(denial.accessReturns ? { returns: returns(language) } : {}),
  });
  if (denial.kind === 'in-whole') {
    return letterContent(
      'L-DEN',
      (language) => ({ ...inEach(language), exams: [askedExam(item, language)] }),
      request.language,
      reviews,
    );
  }
  const how = leavesLooking(found, proposed) ? 'how-look' : reasons.byPost ? 'how-post' : 'how';
  return letterContent(
    'L-PART',
    (language) => ({
      ...inEach(language),
      given: givenBeside(found, proposed, language),
      how: denialWords[language][how],
    }),
    request.language,
    reviews,
  );
}
