import type { AccessKind } from './access-row.ts';
import type { CalendarDate } from './calendar.ts';
import type { Extension } from './clock.ts';
import { dueDate } from './clock.ts';
import type { Pack } from './policy-pack.ts';
import type { ClockFacts } from './rule-clock.ts';

/** What happened about looking at the pictures in person, in its order. Days are local calendar dates. */
export type InspectionEvent =
  | { readonly kind: 'offered'; readonly on: CalendarDate; readonly times: readonly CalendarDate[] }
  | { readonly kind: 'chosen'; readonly on: CalendarDate; readonly time: CalendarDate }
  | { readonly kind: 'asked-another'; readonly on: CalendarDate }
  | { readonly kind: 'missed'; readonly on: CalendarDate }
  /** Somebody came, and everything that is to be shown was shown. */
  | { readonly kind: 'held'; readonly on: CalendarDate };

/**
 * The day on which access by looking was given: the visit, or the day on which the person themself chose a time after the
 * due date although one within the period was on offer. A time that the facility takes back by offering others was never
 * possible; not coming gives nothing, and ends nothing. 45 CFR 164.524(b)(2)(i)(A), (c)(3)(i).
 */
export function heldOrTimeChosen(events: readonly InspectionEvent[], dueOn: CalendarDate): CalendarDate | undefined {
  let wasPossible = false;
  let putOffOn: CalendarDate | undefined;
  let standing = false;
  for (const event of events) {
    switch (event.kind) {
      case 'offered':
        // The facility's own change of a day: what was chosen before stands no longer.
        if (standing) {
          wasPossible = false;
          putOffOn = undefined;
        }
        wasPossible ||= event.times.some((time) => event.on <= time && time <= dueOn);
        standing = false;
        break;
      case 'chosen':
        if (wasPossible && event.time > dueOn) putOffOn ??= event.on;
        standing = true;
        break;
      case 'held':
        return putOffOn ?? event.on;
      default:
        standing = false;
    }
  }
  return putOffOn;
}

/**
 * Of several kinds of access that are still owed, the one whose period ends first: a state may give less time for looking
 * than for the copy, or more.
 */
export function firstOwed(
  owed: readonly AccessKind[],
  received: CalendarDate,
  extension: Extension | undefined,
  pack: Pack,
  facts: ClockFacts = {},
): AccessKind {
  const dues = owed.map((kind) => ({ kind, on: dueDate(received, extension, pack, { ...facts, kind }).on }));
  return dues.sort((a, b) => a.on.localeCompare(b.on))[0]?.kind ?? 'copy';
}
