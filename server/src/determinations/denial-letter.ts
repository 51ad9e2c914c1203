import {
  type Decider,
  type Denial,
  daysBetween,
  type Letter,
  type LetterRefusal,
  letterContent,
  type Outcome,
  serviceDue,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { askedExam, letterSubject } from '../letters/letter-subject.ts';
import { givenBeside, isPart, type ProposedDenial } from './denial-wish.ts';
import type { CaseItem, RequestCase } from './request-case.ts';

const how = {
  en: 'We write to you when it is ready. You can open it on our page, at the address below, with your reference.',
  es: 'Le escribimos cuando esté listo. Puede abrirlo en nuestra página, con su referencia.',
};

/** L-DEN, or L-PART where the rest is given. The engine refuses a letter that lacks something, and names it. */
export function denialLetter(
  app: App,
  found: RequestCase & { item: CaseItem },
  proposed: ProposedDenial,
  denial: Pick<Denial, 'kind' | 'ground' | 'accessReturns'>,
  decider: Decider & { title: string },
): Outcome<Letter, LetterRefusal> {
  const { request, facility, pack, item } = found;
  const review = serviceDue('review-denial', facility.today, pack, clockFactsOf(request.received_on));
  const returns = proposed.accessReturnsWords ?? denial.accessReturns;
  const reasons = {
    ...letterSubject(app, facility, request),
    ground: denial.ground,
    basis: proposed.basis,
    withheld: proposed.withheld,
    // Before the person who decides is known only their office is named, and it has no further title.
    decidedBy: [decider.name, decider.title].filter((part) => part !== '').join(', '),
    reviewDays: daysBetween(facility.today, review.on),
    ...(denial.accessReturns && returns ? { returns } : {}),
  };
  if (denial.kind === 'in-whole') {
    return letterContent('L-DEN', (language) => ({ ...reasons, exams: [askedExam(item, language)] }), request.language);
  }
  return letterContent(
    'L-PART',
    (language) => ({ ...reasons, given: givenBeside(found, isPart(proposed), language), how: how[language] }),
    request.language,
  );
}
