import type { ExamFlag, ExamItem, Stage } from './exam-item.ts';
import { type Cited, citeOf, type LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { type GuardName, guards, type TransitionFacts } from './transition-guards.ts';
import { type Transition, type TransitionActor, type Trigger, transitions } from './transitions.ts';
import { because, type Why } from './why.ts';

export type TransitionTaken = Pick<Transition, 'clock' | 'letter' | 'audit'> & {
  readonly item: ExamItem;
  readonly why: Why;
};

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

/** May this item take this step, by this hand, on these facts? Every guard that does not hold is named, with its law. */
export function decideTransition(
  item: ExamItem,
  trigger: Trigger,
  by: TransitionActor,
  facts: TransitionFacts,
  sources: LawSources,
): Outcome<TransitionTaken, TransitionRefusal> {
  const row = transitions.find((candidate) => candidate.trigger === trigger && candidate.from.includes(item.stage));
  if (!row) return refuse({ code: 'not-from-here', stage: item.stage, trigger, possible: possibleTriggers(item) });
  if (!row.by.includes(by)) return refuse({ code: 'not-yours', trigger, by: row.by });
  const unmet = row.guards.filter((guard) => !guards[guard].holds(facts, item));
  if (unmet.length > 0) {
    const named = unmet.map((guard) => ({ guard, cite: citeOf(sources, ...guards[guard].cited) }));
    return refuse({ code: 'guarded', trigger, unmet: named });
  }
  const { clock, letter, audit } = row;
  const why = whyOf(row, item, by, sources);
  return ok({ item: nextItem(item, row, facts), clock, audit, ...(letter && { letter }), why });
}

export function possibleTriggers(item: ExamItem): readonly Trigger[] {
  return transitions.filter((row) => row.from.includes(item.stage)).map((row) => row.trigger);
}

function whyOf(row: Transition, item: ExamItem, by: TransitionActor, sources: LawSources): Why {
  const cited = row.guards.flatMap((guard): readonly Cited[] => guards[guard].cited);
  const cite = citeOf(sources, ...(cited.length > 0 ? cited : ['house rule: the life of a request' as const]));
  return because(`house/${row.trigger}`, cite, { from: item.stage, by, checked: row.guards.join(', ') });
}

function nextItem(item: ExamItem, row: Transition, facts: TransitionFacts): ExamItem {
  const stage = row.to === 'same' ? item.stage : row.to;
  const waits = stage === 'closed' ? [] : nextWaits(item, row.trigger, facts);
  const outcome = stage === 'closed' ? (outcomeOf(item, row, facts) ?? item.outcome) : undefined;
  const flags = nextFlags(item.flags ?? [], row);
  const receivedOn =
    row.trigger === 'receive' || row.trigger === 'correct-receipt' ? facts.receivedOn : item.receivedOn;
  return {
    stage,
    waits,
    ...(outcome && { outcome }),
    ...(flags.length > 0 && { flags }),
    ...(receivedOn && { receivedOn }),
  };
}

function outcomeOf(item: ExamItem, row: Transition, { missing }: TransitionFacts): ExamItem['outcome'] {
  if (row.outcome !== 'given') return row.outcome;
  return missing || item.flags?.includes('part-denied') ? 'given-in-part' : 'given';
}

function nextFlags(flags: readonly ExamFlag[], { raises, lowers = [] }: Transition): readonly ExamFlag[] {
  const kept = flags.filter((flag) => !lowers.includes(flag) && flag !== raises);
  return raises ? [...kept, raises] : kept;
}

function nextWaits(item: ExamItem, trigger: Trigger, { wait }: TransitionFacts): ExamItem['waits'] {
  if (trigger === 'wait' && wait) return [...new Set([...item.waits, wait])];
  if (trigger === 'end-wait') return item.waits.filter((kind) => kind !== wait);
  return item.waits;
}
