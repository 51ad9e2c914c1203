import {
  type CalendarDate,
  type ClockEvent,
  calendarDate,
  calendarDateIn,
  clockStops,
  earliest,
  type Pack,
} from '@echoback/right-of-access';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

/** What happened to one copy on its way to one person. */
export type CopyOnItsWay = {
  kind: DeliveryKind;
  recipient: Pick<AskedRecipient, 'address'>;
  readyAt: Date | null;
  handedOverAt: Date | null;
  /** Somebody came for it; no carrier took it. */
  collected: boolean;
  arrivedOn: string | null;
};

type DeliveryRow = {
  kind: DeliveryKind;
  recipient: Pick<AskedRecipient, 'address'>;
  ready_at: Date | null;
  delivered_at: Date | null;
  collected: boolean;
  arrived_on: string | null;
};

export function copyOnItsWay({ kind, recipient, collected, ...row }: DeliveryRow): CopyOnItsWay {
  const { ready_at: readyAt, delivered_at: handedOverAt, arrived_on: arrivedOn } = row;
  return { kind, recipient, readyAt, handedOverAt, collected, arrivedOn };
}

/**
 * How a copy reaches its person, and on which days what that takes was so (OD-8). A disc without an address lies ready to be
 * fetched; one that was to be posted and was fetched instead is there on that day.
 */
export function deliveryEnd(
  copy: CopyOnItsWay,
  {
    timeZone,
    noticeOn,
    lookedOn,
    owed = 0,
  }: {
    timeZone: string;
    /** Of the letter that says it is ready; null while it has not been sent. Not given: it goes out with the copy. */
    noticeOn?: CalendarDate | null | undefined;
    /** Of looking in person: the visit, or the day on which the person put it off. Not given: the visit alone counts. */
    lookedOn?: CalendarDate | undefined;
    owed?: number;
  },
): ClockEvent {
  const day = (at: Date | null) => (at ? calendarDateIn(timeZone, at.getTime()) : undefined);
  const readyOn = day(copy.readyAt);
  if (copy.kind === 'inspection')
    return { kind: 'inspected', days: known({ 'held-or-time-chosen': lookedOn ?? day(copy.handedOverAt) }), owed };
  const notice = { 'notice-sent': noticeOn === null ? undefined : (noticeOn ?? readyOn) };
  // Of a link its own mail tells, which goes out with it.
  if (copy.kind === 'secure-link')
    return { kind: 'given-online', days: known({ opens: readyOn, 'notice-sent': readyOn }), owed };
  // A mail that the mail server took is its own notice (OD-10).
  if (copy.kind === 'email-unencrypted') {
    const taken = day(copy.handedOverAt);
    return { kind: 'given-online', days: known({ opens: taken, 'notice-sent': taken }), owed };
  }
  if (copy.kind === 'online') return { kind: 'given-online', days: known({ opens: readyOn, ...notice }), owed };
  const isFetched = copy.collected || !copy.recipient.address;
  if (isFetched) {
    const there = copy.recipient.address ? day(copy.handedOverAt) : readyOn;
    // Whoever came for it had been told, whatever became of the letter.
    const told = [notice['notice-sent'], copy.collected ? day(copy.handedOverAt) : undefined].filter(
      (on) => on !== undefined,
    );
    const days = known({ 'is-there': there, 'notice-sent': told.length > 0 ? earliest(told) : undefined });
    return { kind: 'ready-for-pick-up', days, owed };
  }
  const arrived = copy.arrivedOn === null ? undefined : calendarDate(copy.arrivedOn);
  const days = known({ 'carrier-scan': day(copy.handedOverAt), 'arrival-scan': arrived });
  return { kind: 'given-by-post', days, owed };
}

/** Posted, and the facility waits for the carrier's word that it arrived. */
export function awaitsArrival(
  copy: CopyOnItsWay & { state: string },
  { timeZone }: { timeZone: string },
  pack: Pack,
): boolean {
  const stop = clockStops(deliveryEnd(copy, { timeZone }), pack);
  return copy.state === 'delivered' && !stop.stops && stop.lacking.includes('arrival-scan');
}

function known(days: Record<string, CalendarDate | undefined>): ClockEvent['days'] {
  return Object.fromEntries(Object.entries(days).filter(([, on]) => on !== undefined));
}
