import {
  type AccessKind,
  alsoDueNames,
  calendarDate,
  dueDate,
  firstOwed,
  type LetterLanguage,
  type Pack,
} from '@echoback/right-of-access';
import type { ClockInput } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { type Looking, lookedOn } from './read-looking.ts';

type Way = { kind: string };

/** What a request asks for when it comes: a copy, a look, or both. */
function askedKinds(ways: readonly Way[]): AccessKind[] {
  const looks = ways.some(({ kind }) => kind === 'inspection');
  const copies = ways.some(({ kind }) => kind !== 'inspection');
  return [...(copies ? (['copy'] as const) : []), ...(looks ? (['inspect'] as const) : [])];
}

/** By which period a request is due on the day it comes: the one that ends first. */
export function firstAskedKind(ways: readonly Way[], receivedOn: string, pack: Pack): AccessKind {
  return firstOwed(askedKinds(ways), calendarDate(receivedOn), undefined, pack, clockFactsOf(receivedOn));
}

/** The same later: what was given, or put off by the person, is owed no longer and moves no date. */
export function owedKind(
  clock: ClockInput,
  looking: Looking,
  deliveries: readonly { kind: string; state: string | null }[],
): AccessKind {
  const open = (kind: AccessKind) =>
    deliveries.some((one) => askedKinds([one]).includes(kind) && one.state !== 'delivered');
  const owed = askedKinds(deliveries).filter(
    (kind) => open(kind) && (kind === 'copy' || lookedOn(looking, undefined, inspectDue(clock)) === undefined),
  );
  const { receivedOn, extension, pack, facts } = clock;
  const known = { ...clockFactsOf(receivedOn), ...facts };
  return firstOwed(owed.length > 0 ? owed : askedKinds(deliveries), calendarDate(receivedOn), extension, pack, known);
}

/** The last day for looking, by the rules that the request came under. */
export function inspectDue({ receivedOn, extension, pack, facts }: ClockInput) {
  const known = { ...clockFactsOf(receivedOn), ...facts, kind: 'inspect' } as const;
  return dueDate(calendarDate(receivedOn), extension, pack, known).on;
}

/** Where a copy and a look are asked for and are due on different days: the later one, as letters tell it. */
export function alsoDue(clock: ClockInput, ways: readonly Way[], language: LetterLanguage) {
  const { receivedOn, extension, pack, facts } = clock;
  const kind = facts?.kind ?? 'copy';
  const other = askedKinds(ways).find((one) => one !== kind);
  if (other === undefined || other === 'report') return [];
  const of = (one: AccessKind) =>
    dueDate(calendarDate(receivedOn), extension, pack, { ...clockFactsOf(receivedOn), ...facts, kind: one });
  const due = of(other);
  if (due.on === of(kind).on) return [];
  return [{ what: alsoDueNames[language][other], on: due.on, cite: due.working.cite }];
}
