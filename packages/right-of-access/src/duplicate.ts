import type { CalendarDate } from './calendar.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** As much of a request as it takes to see that it was made before. */
export type Arrival = {
  readonly reference: string;
  readonly patientId: string;
  readonly receivedOn: CalendarDate;
  readonly exams: readonly string[];
  /** Each way and recipient that was asked for. */
  readonly deliveries: readonly string[];
  readonly closed: boolean;
};

export type Joined = {
  readonly kind: 'joined';
  /** The one that was received first: its day 0 and its due date govern. */
  readonly into: string;
  readonly duplicate: string;
  readonly receivedOn: CalendarDate;
  /** Recipients and forms of the other writing: kept, none lost. */
  readonly addedDeliveries: readonly string[];
  readonly letter: 'L-DUP';
  readonly why: Why;
};

export type Linked = {
  readonly kind: 'linked';
  /** Exams that both ask for: given once, under the earlier date. */
  readonly shared: readonly string[];
  readonly why: Why;
};

export type JoinRefusal = { readonly cite: string } & (
  | { readonly code: 'another-patient' }
  | { readonly code: 'already-closed'; readonly reference: string }
);

const cite = 'house rule: once a request, and no clock starts again';

/**
 * Is one request a repeat of the other? All its exams are in it: then they are joined. Some exam is another one: then the
 * two are linked, and each keeps its own date.
 */
export function decideDuplicate(a: Arrival, b: Arrival): Outcome<Joined | Linked, JoinRefusal> {
  if (a.patientId !== b.patientId)
    return refuse({ code: 'another-patient', cite: 'house rule: only requests about one patient are joined' });
  const [first, later] = b.receivedOn < a.receivedOn ? [b, a] : [a, b];
  const closed = [first, later].find((one) => one.closed);
  // What was closed has been answered: a later writing is a request of its own.
  if (closed) return refuse({ code: 'already-closed', reference: closed.reference, cite });
  const shared = later.exams.filter((exam) => first.exams.includes(exam));
  const inputs = { earlier: first.receivedOn, later: later.receivedOn, sharedExams: shared.length };
  const why = because('house/duplicate', cite, inputs);
  if (shared.length < later.exams.length) return ok({ kind: 'linked', shared, why });
  return ok({
    kind: 'joined',
    into: first.reference,
    duplicate: later.reference,
    receivedOn: first.receivedOn,
    addedDeliveries: later.deliveries.filter((delivery) => !first.deliveries.includes(delivery)),
    letter: 'L-DUP',
    why,
  });
}
