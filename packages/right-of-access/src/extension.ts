import type { NoticeDuty } from './access-row.ts';
import { addDays, type CalendarDate, earliest } from './calendar.ts';
import { type Extension, governing } from './clock.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import { type ClockFacts, type RuleClock, ruleClocks } from './rule-clock.ts';
import type { Why } from './why.ts';

export type ExtensionWish = {
  readonly promisedOn: CalendarDate;
  /** In words that the patient will read. */
  readonly reason: string;
  /** A backlog alone is allowed by the letter of the rule; a supervisor must have agreed. */
  readonly cause: 'off-site-storage' | 'outside-vendor' | 'backlog' | 'other';
  readonly supervisorAgreed?: boolean;
};

export type GrantedExtension = Extension & { readonly why: readonly Why[] };

export type ExtensionRefusal = { readonly cite: string; readonly why: readonly Why[] } & (
  | { readonly code: 'already-extended'; readonly promisedOn: CalendarDate }
  | { readonly code: 'too-late-to-extend'; readonly lastDay: CalendarDate; readonly overdueSince: CalendarDate }
  /** The rule that gives no extension, and its own due date. */
  | { readonly code: 'no-extension-given'; readonly jurisdiction: string; readonly due: CalendarDate }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'supervisor-needed' }
  | { readonly code: 'date-too-early'; readonly after: CalendarDate }
  | { readonly code: 'date-too-late'; readonly latest: CalendarDate }
  | { readonly code: 'notice-incomplete'; readonly lacking: readonly NoticeDuty[] }
);

/**
 * May the due date be moved by a letter sent today? Once, before each period that it overruns has ended, to a date that
 * every one of those rules allows, and with the notice that each of them demands.
 */
export function decideExtension(
  received: CalendarDate,
  earlier: Extension | undefined,
  wish: ExtensionWish,
  today: CalendarDate,
  pack: Pack,
  facts: ClockFacts = {},
): Outcome<GrantedExtension, ExtensionRefusal> {
  const clocks = ruleClocks(received, pack, facts);
  const first = governing(clocks, facts, pack);
  const overrun = clocks.filter((clock) => clock.acts && clock.due < wish.promisedOn);
  const because = (clock: RuleClock) => ({
    cite: clock.row.extension?.cite ?? clock.row.cite,
    why: [whyOf(clock, wish, today)],
  });
  if (earlier) {
    const cite = first.row.extension?.onceCite ?? first.row.cite;
    return refuse({ ...because(first), code: 'already-extended', promisedOn: earlier.promisedOn, cite });
  }
  if (today > first.due) return refuse({ ...because(first), ...tooLate(first) });
  const reason = wish.reason.trim();
  if (reason === '') return refuse({ ...because(first), code: 'reason-missing' });
  if ((wish.cause === 'backlog' || saysOnlyBusy(reason)) && !wish.supervisorAgreed)
    return refuse({ ...because(first), code: 'supervisor-needed' });
  if (wish.promisedOn <= first.due) return refuse({ ...because(first), code: 'date-too-early', after: first.due });
  for (const clock of overrun) {
    const refusal = overrunRefusal(clock, wish);
    if (refusal) return refuse({ ...because(clock), ...refusal });
  }
  const why = overrun.map((clock) => ({ ...whyOf(clock, wish, today), cite: because(clock).cite }));
  return ok({ sentOn: today, promisedOn: wish.promisedOn, reason, why });
}

type OverrunRefusal =
  | { readonly code: 'no-extension-given'; readonly jurisdiction: string; readonly due: CalendarDate }
  | { readonly code: 'date-too-late'; readonly latest: CalendarDate }
  | { readonly code: 'notice-incomplete'; readonly lacking: readonly NoticeDuty[] };

/**
 * What L-EXT carries, whatever it says else. Its reason was seen to, and so was the time: no rule that it overruns ends before
 * the first one does.
 */
const carriedByTheLetter: readonly NoticeDuty[] = ['written', 'reasons', 'date', 'before-first-period-ends'];

/** What one rule that the promised date overruns has against it. */
function overrunRefusal(clock: RuleClock, wish: ExtensionWish): OverrunRefusal | undefined {
  const { extension, jurisdiction } = clock.row;
  if (!extension) return { code: 'no-extension-given', jurisdiction, due: clock.due };
  if (wish.promisedOn > clock.maxExtended) return { code: 'date-too-late', latest: clock.maxExtended };
  const lacking = extension.notice.filter((duty) => !carriedByTheLetter.includes(duty));
  return lacking.length > 0 ? { code: 'notice-incomplete', lacking } : undefined;
}

function tooLate(clock: RuleClock) {
  return { code: 'too-late-to-extend', lastDay: clock.due, overdueSince: addDays(clock.due, 1) } as const;
}

/** “Busy” says nothing that the person could judge; it is no legal bar, so a supervisor may stand for it. */
function saysOnlyBusy(reason: string): boolean {
  const words = reason
    .toLowerCase()
    .replaceAll(/[^a-z\s]/g, '')
    .split(/\s/);
  const empty = new Set([
    'we',
    'are',
    'is',
    'very',
    'too',
    'so',
    'the',
    'a',
    'of',
    'busy',
    'backlog',
    'workload',
    'delay',
    'delays',
    'delayed',
    'staffing',
    'work',
    'much',
    'heavy',
    'high',
    'volume',
    'office',
    'department',
  ]);
  return words.every((word) => word === '' || empty.has(word));
}

function whyOf(clock: RuleClock, wish: ExtensionWish, today: CalendarDate): Why {
  const inputs = [
    ...clock.why.inputs,
    { name: 'maxExtended', value: clock.maxExtended },
    { name: 'promisedOn', value: wish.promisedOn },
    { name: 'today', value: today },
  ];
  return { ...clock.why, inputs };
}

/** The latest day that one letter sent in time may promise. */
export function latestExtension(received: CalendarDate, pack: Pack, facts: ClockFacts = {}): CalendarDate {
  const clocks = ruleClocks(received, pack, facts).filter((clock) => clock.acts);
  return earliest(clocks.map((clock) => clock.maxExtended));
}
