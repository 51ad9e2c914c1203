import {
  type AccessKind,
  actionBy,
  addDays,
  type CalendarDate,
  calendarDate,
  type DatedWait,
  type DueDate,
  dueDate,
  type Pack,
  pauseOf,
  policyPacks,
  type RuleClock,
  whyInSentences,
} from '@echoback/right-of-access';
import { type ClockInput, type DueWorking, dueWorking } from './facility-facts.ts';
import { clockFactsOf } from './policy.ts';

/** One period that runs for a request, in sentences for whoever asks how its end was counted. */
type CountedClock = {
  rule: string;
  /** `us-federal`, `CA`, `facility`; `lawName` is what people call a state. */
  jurisdiction: string;
  lawName: string;
  kind: AccessKind;
  on: string;
  /** Ends first, and so is the due date as long as no letter moved it. */
  governs: boolean;
  /** False where the rule is not sure enough: it is shown and moves nothing. */
  acts: boolean;
  words: { en: string; es: string };
  cite: string;
};

export type ExplainedDue = DueWorking & {
  overdueFrom: string;
  /** The last working day to post or to hand out something; for planning, never the legal date. */
  actionBy: string;
  clocks: CountedClock[];
  extension: { sentOn: string; promisedOn: string; reason: string; cite: string } | null;
};

/** The due date with everything that it was counted from: each law that runs, and the one letter that may move it. */
export function explainedDue(today: CalendarDate, input: ClockInput): ExplainedDue {
  const { receivedOn, pack, extension, facts } = input;
  const known = { ...clockFactsOf(receivedOn), ...facts };
  const due = dueDate(calendarDate(receivedOn), extension, pack, known);
  const working = dueWorking(today, input);
  return {
    ...working,
    overdueFrom: addDays(due.on, 1),
    actionBy: actionBy(due.on, pack, known),
    clocks: [...countedClocks(due, known.kind ?? 'copy'), ...otherKind(input, due, pack)],
    extension: extension
      ? { sentOn: extension.sentOn, promisedOn: extension.promisedOn, reason: extension.reason, cite: working.cite }
      : null,
  };
}

export type OpenWait = { cause: DatedWait['cause']; since: string; movesDeadline: boolean };

/** What is still missing from the person, and since when. */
export function openWaits({ facts, pack }: ClockInput): OpenWait[] {
  const open = (facts?.waits ?? []).filter(({ until }) => until === undefined);
  return open.map((wait) => ({
    cause: wait.cause,
    since: wait.from,
    movesDeadline: pauseOf(wait, pack) !== undefined,
  }));
}

function countedClocks(due: DueDate, kind: AccessKind): CountedClock[] {
  const first = due.clocks.find(({ acts }) => acts);
  return due.clocks.map((clock) => ({ ...countedClock(clock, kind), governs: clock === first }));
}

function countedClock({ row, due, acts, why }: RuleClock, kind: AccessKind): Omit<CountedClock, 'governs'> {
  const { jurisdiction } = row;
  const lawName = policyPacks.find((pack) => pack.jurisdiction === jurisdiction)?.title ?? jurisdiction;
  const words = { en: whyInSentences(why, 'en'), es: whyInSentences(why, 'es') };
  return { rule: why.rule, jurisdiction, lawName, kind, on: due, acts, words, cite: row.cite };
}

/** Looking at the pictures in the office and the copy may have different periods: the other one is told behind the due date. */
function otherKind({ receivedOn, facts }: ClockInput, due: DueDate, pack: Pack): CountedClock[] {
  const kind = facts?.kind === 'inspect' ? 'copy' : 'inspect';
  if (!pack.access.some((row) => row.kind === kind)) return [];
  const known = { ...clockFactsOf(receivedOn), ...facts, kind } as const;
  const [first] = dueDate(calendarDate(receivedOn), undefined, pack, known).clocks.filter(({ acts }) => acts);
  const same = due.clocks.find(({ acts }) => acts)?.due === first?.due;
  return first && !same ? [{ ...countedClock(first, kind), governs: false }] : [];
}
