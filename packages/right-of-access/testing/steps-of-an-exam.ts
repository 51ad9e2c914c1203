import { calendarDate } from '../src/calendar.ts';
import type { ExamItem, Stage } from '../src/exam-item.ts';
import { decideTransition } from '../src/lifecycle.ts';
import { usSources } from '../src/testing/packs.ts';
import type { TransitionFacts } from '../src/transition-guards.ts';
import type { TransitionActor, Trigger } from '../src/transitions.ts';

export const today = calendarDate('2026-11-23');
/** Everything that a guard may ask, in the way that lets the step through. */
export const allGood: TransitionFacts = {
  today,
  receivedOn: today,
  wait: 'identity',
  identifiersAgreeing: 3,
  onePatient: true,
  everySourceSearched: true,
  everyNameTried: true,
  importedCopiesChecked: true,
  identityProved: true,
  authorityShown: true,
  feeLawful: true,
  missing: 0,
  everyDeliveryDone: true,
  withdrawerIdentified: true,
  withdrawalSaid: true,
  examAllowed: true,
  instrument: 'not-needed',
  openHolds: 0,
  nearMisses: [],
  barringHolds: 0,
  extensionLawful: true,
  denialGrounded: true,
  denialLetterSent: true,
  groundReviewable: true,
  reviewerFit: true,
  matchStanding: true,
  askedBefore: true,
  deliveriesKept: true,
  identityNeverShown: true,
  byPrivacyOfficer: true,
  foundNotAsked: true,
  notTheirs: true,
  noRightOfAccess: true,
  reason: 'written down',
  reopenedFor: 'missing-images',
  dueOn: calendarDate('2026-11-22'),
};

export function at(stage: Stage, waits: ExamItem['waits'] = []): ExamItem {
  return stage === 'closed' ? { stage, waits, outcome: 'given' } : { stage, waits };
}

export function take(
  item: ExamItem,
  trigger: Trigger,
  by: TransitionActor = 'staff',
  facts: TransitionFacts = allGood,
) {
  const taken = decideTransition(item, trigger, by, facts, usSources);
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.value;
}
