import {
  calendarDate,
  type Holidays,
  isPosted,
  type LateWork,
  type LetterLanguage,
  lateAnswerOn,
  lateCauses,
  letterContent,
  type Stage,
  stages,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import type { RequestBundle } from '../requests/request-bundle.ts';
import type { OpenRequest } from './open-request.ts';

type Overdue = { request: OpenRequest; clock: ClockInput; bundle: RequestBundle; dueOn: string };

/** L-LATE of the morning after: an apology, how far the request has come, a day by what is left to do, and whom to call. */
export async function overdueLetter(app: App, facility: FacilityFacts, { request, clock, bundle, dueOn }: Overdue) {
  const holidays: Holidays = clockFactsOf(clock.receivedOn).holidays?.[clock.pack.calendar] ?? new Set();
  const cause = causeOf(bundle);
  const facts = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    receivedOn: calendarDate(request.received_on),
    dueOn: calendarDate(dueOn),
    cause: lateCauses[language][cause],
    promisedOn: lateAnswerOn(leftToDo(bundle), facility.today, holidays).on,
  });
  return letterContent('L-LATE', facts, request.language, await readLanguageReviews(app.db, app));
}

/** From the least advanced exam that is still open: whatever comes after it is still to be done too. */
function leftToDo({ items, standing, deliveries }: RequestBundle): LateWork[] {
  const open = items.filter(({ stage }) => stage !== 'closed').map(({ stage }) => stages.indexOf(stage));
  const isBefore = (stage: Stage) => Math.min(...open) < stages.indexOf(stage);
  // Everything is decided, and the letter that says so has not left.
  if (open.length === 0) return ['post'];
  const left: LateWork[] = [];
  if (!standing.identityProved || !standing.authorityShown) left.push('identity');
  if (isBefore('matched')) left.push('search');
  if (isBefore('checking')) left.push('fetch');
  if (isBefore('released')) left.push('check');
  if (deliveries.some(({ kind }) => isPosted(kind))) left.push('post');
  return left;
}

type Cause = keyof typeof lateCauses.en;

function causeOf({ items, standing }: RequestBundle): Cause {
  if (items.every(({ stage }) => stage === 'closed')) return 'unsent';
  if (!standing.identityProved || !standing.authorityShown) return 'who';
  return items.some(({ stage }) => stage === 'received' || stage === 'searching') ? 'searching' : 'unfinished';
}
