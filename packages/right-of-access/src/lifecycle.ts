import { type ExamItem, type ExamOutcome, type Stage, stages } from './exam-item.ts';
import type { LetterCode } from './letter-code.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { type GuardName, guards, type TransitionFacts } from './transition-guards.ts';

/** Who takes a step. `system` is the program itself, acting under a facility's standing policy. */
export type TransitionActor = 'requester' | 'staff' | 'system';

export type Trigger =
  | 'receive'
  | 'wait'
  | 'end-wait'
  | 'search'
  | 'match'
  | 'withdraw-match'
  | 'find-none'
  | 'redirect'
  | 'grant'
  | 'retrieve'
  | 'check'
  | 'release'
  | 'deliver'
  | 'close'
  | 'withdraw';

export type Transition = {
  readonly trigger: Trigger;
  readonly from: readonly Stage[];
  /** `same` where the step changes what stands beside the stage. */
  readonly to: Stage | 'same';
  readonly by: readonly TransitionActor[];
  readonly guards: readonly GuardName[];
  readonly clock: 'starts' | 'runs' | 'stops';
  readonly outcome?: ExamOutcome;
  readonly letter?: LetterCode;
  readonly audit: string;
};

const open = stages.filter((stage) => stage !== 'draft' && stage !== 'closed');
const beforeRelease = open.filter((stage) => stage !== 'released' && stage !== 'delivered');

/**
 * The life of an exam item as a table. What is not here is not allowed: nothing deletes, pauses, moves the day of receipt
 * later, or closes as given while a delivery is owed.
 */
export const transitions: readonly Transition[] = [
  {
    trigger: 'receive',
    from: ['draft'],
    to: 'received',
    by: ['requester', 'staff'],
    guards: ['received-not-in-the-future', 'earlier-receipt-shown'],
    clock: 'starts',
    letter: 'L-ACK',
    audit: 'request.received',
  },
  {
    trigger: 'wait',
    from: beforeRelease,
    to: 'same',
    by: ['staff', 'system'],
    guards: ['lack-named'],
    clock: 'runs',
    audit: 'wait.began',
  },
  {
    trigger: 'end-wait',
    from: open,
    to: 'same',
    by: ['requester', 'staff', 'system'],
    guards: ['wait-open'],
    clock: 'runs',
    audit: 'wait.ended',
  },
  {
    trigger: 'search',
    from: ['received'],
    to: 'searching',
    by: ['staff', 'system'],
    guards: [],
    clock: 'runs',
    audit: 'exam.searched',
  },
  {
    trigger: 'match',
    from: ['searching'],
    to: 'matched',
    by: ['staff', 'system'],
    guards: ['two-identifiers-agree', 'one-patient'],
    clock: 'runs',
    audit: 'exam.matched',
  },
  {
    trigger: 'withdraw-match',
    from: ['matched', 'granted', 'retrieving', 'checking'],
    to: 'searching',
    by: ['staff'],
    guards: [],
    clock: 'runs',
    audit: 'match.withdrawn',
  },
  {
    trigger: 'find-none',
    from: ['searching'],
    to: 'closed',
    by: ['staff'],
    guards: ['every-source-searched', 'every-name-tried'],
    clock: 'stops',
    outcome: 'none-found',
    letter: 'L-NONE',
    audit: 'exam.none-found',
  },
  {
    trigger: 'redirect',
    from: ['searching'],
    to: 'closed',
    by: ['staff'],
    guards: ['imported-copies-checked'],
    clock: 'stops',
    outcome: 'not-maintained',
    letter: 'L-NOT',
    audit: 'exam.not-maintained',
  },
  {
    trigger: 'grant',
    from: ['matched'],
    to: 'granted',
    by: ['staff', 'system'],
    guards: ['identity-proved', 'authority-shown', 'no-open-wait', 'fee-lawful'],
    clock: 'runs',
    audit: 'exam.granted',
  },
  {
    trigger: 'retrieve',
    // From checking too: a source is asked again for what was missing.
    from: ['granted', 'checking'],
    to: 'retrieving',
    by: ['staff', 'system'],
    guards: [],
    clock: 'runs',
    audit: 'retrieval.began',
  },
  {
    trigger: 'check',
    from: ['retrieving'],
    to: 'checking',
    by: ['system'],
    guards: ['complete-or-missing-named'],
    clock: 'runs',
    audit: 'retrieval.finished',
  },
  {
    trigger: 'release',
    from: ['checking'],
    to: 'released',
    by: ['staff', 'system'],
    guards: ['one-patient', 'identity-proved', 'authority-shown', 'complete-or-missing-named'],
    clock: 'runs',
    audit: 'release.approved',
  },
  {
    trigger: 'deliver',
    from: ['released'],
    to: 'delivered',
    by: ['staff', 'system'],
    guards: ['every-delivery-done'],
    clock: 'stops',
    letter: 'L-DONE',
    audit: 'delivery.done',
  },
  {
    trigger: 'close',
    from: ['delivered'],
    to: 'closed',
    by: ['staff', 'system'],
    guards: ['complete-or-missing-named', 'every-delivery-done'],
    clock: 'stops',
    outcome: 'given',
    audit: 'exam.closed',
  },
  {
    trigger: 'withdraw',
    from: beforeRelease,
    to: 'closed',
    by: ['requester'],
    guards: ['withdrawer-identified'],
    clock: 'stops',
    outcome: 'withdrawn',
    letter: 'L-WITH',
    audit: 'exam.withdrawn',
  },
];

export type TransitionTaken = Pick<Transition, 'clock' | 'letter' | 'audit'> & { readonly item: ExamItem };

export type TransitionRefusal =
  | {
      readonly code: 'not-from-here';
      readonly stage: Stage;
      readonly trigger: Trigger;
      readonly possible: readonly Trigger[];
    }
  | { readonly code: 'not-yours'; readonly trigger: Trigger; readonly by: readonly TransitionActor[] }
  | {
      readonly code: 'guarded';
      readonly trigger: Trigger;
      readonly unmet: readonly { guard: GuardName; cite: string }[];
    };

/** May this item take this step, by this hand, on these facts? Every guard that does not hold is named. */
export function decideTransition(
  item: ExamItem,
  trigger: Trigger,
  by: TransitionActor,
  facts: TransitionFacts,
): Outcome<TransitionTaken, TransitionRefusal> {
  const row = transitions.find((candidate) => candidate.trigger === trigger && candidate.from.includes(item.stage));
  if (!row) return refuse({ code: 'not-from-here', stage: item.stage, trigger, possible: possibleTriggers(item) });
  if (!row.by.includes(by)) return refuse({ code: 'not-yours', trigger, by: row.by });
  const unmet = row.guards.filter((guard) => !guards[guard].holds(facts, item));
  if (unmet.length > 0) {
    return refuse({ code: 'guarded', trigger, unmet: unmet.map((guard) => ({ guard, cite: guards[guard].cite })) });
  }
  const { clock, letter, audit } = row;
  return ok({ item: nextItem(item, row, facts), clock, audit, ...(letter && { letter }) });
}

export function possibleTriggers(item: ExamItem): readonly Trigger[] {
  return transitions.filter((row) => row.from.includes(item.stage)).map((row) => row.trigger);
}

function nextItem(item: ExamItem, row: Transition, facts: TransitionFacts): ExamItem {
  const stage = row.to === 'same' ? item.stage : row.to;
  const waits = stage === 'closed' ? [] : nextWaits(item, row.trigger, facts);
  const outcome = row.outcome === 'given' && facts.missing ? 'given-in-part' : row.outcome;
  return outcome ? { stage, waits, outcome } : { stage, waits };
}

function nextWaits(item: ExamItem, trigger: Trigger, { wait }: TransitionFacts): ExamItem['waits'] {
  if (trigger === 'wait' && wait) return [...new Set([...item.waits, wait])];
  if (trigger === 'end-wait') return item.waits.filter((kind) => kind !== wait);
  return item.waits;
}
