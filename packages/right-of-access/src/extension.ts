import { addDays, type CalendarDate } from './calendar.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';

/** The one letter that moves a due date, kept as it was sent. 45 CFR 164.524(b)(2)(ii). */
export type Extension = {
  readonly sentOn: CalendarDate;
  readonly promisedOn: CalendarDate;
  readonly reason: string;
};

export type ExtensionWish = {
  readonly promisedOn: CalendarDate;
  /** In words that the patient will read. */
  readonly reason: string;
  /** A backlog alone is allowed by the letter of the rule; a supervisor must have agreed. */
  readonly cause: 'off-site-storage' | 'outside-vendor' | 'backlog' | 'other';
  readonly supervisorAgreed?: boolean;
};

export type ExtensionRefusal = { readonly cite: string } & (
  | { readonly code: 'already-extended'; readonly promisedOn: CalendarDate }
  | { readonly code: 'too-late-to-extend'; readonly lastDay: CalendarDate }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'supervisor-needed' }
  | { readonly code: 'date-too-early'; readonly after: CalendarDate }
  | { readonly code: 'date-too-late'; readonly latest: CalendarDate }
);

/** May the due date be moved by a letter sent today? Once, inside the first period, to a date within the second. */
export function decideExtension(
  received: CalendarDate,
  earlier: Extension | undefined,
  wish: ExtensionWish,
  today: CalendarDate,
  pack: Pack,
): Outcome<Extension, ExtensionRefusal> {
  const { value, cite } = pack.extension;
  const firstDue = addDays(received, pack.responseDays.value);
  const latest = addDays(firstDue, value.days);
  const reason = wish.reason.trim();
  if (earlier) return refuse({ code: 'already-extended', promisedOn: earlier.promisedOn, cite: `${cite}(B)` });
  if (today > firstDue) return refuse({ code: 'too-late-to-extend', lastDay: firstDue, cite });
  if (reason === '') return refuse({ code: 'reason-missing', cite: `${cite}(A)` });
  if (wish.cause === 'backlog' && !wish.supervisorAgreed) return refuse({ code: 'supervisor-needed', cite });
  if (wish.promisedOn <= firstDue) return refuse({ code: 'date-too-early', after: firstDue, cite });
  if (wish.promisedOn > latest) return refuse({ code: 'date-too-late', latest, cite });
  return ok({ sentOn: today, promisedOn: wish.promisedOn, reason });
}
