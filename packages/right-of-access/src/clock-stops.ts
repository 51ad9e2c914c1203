import { type CalendarDate, latest } from './calendar.ts';
import { openAnswer } from './open-answer.ts';
import type { ClockEnd, ClockEndKind, EndCondition } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';

/** What people take for an end. The clock runs on. */
export type FalseEnd =
  | 'marked-complete'
  | 'handed-to-vendor'
  | 'awaiting-payment'
  | 'awaiting-clinician'
  | 'awaiting-answer'
  | 'keepsake-given';

/** Something happened that may end the request; `days` says what of it is true, and since when. */
export type ClockEvent = {
  readonly kind: ClockEndKind | FalseEnd;
  readonly days: Readonly<Partial<Record<EndCondition, CalendarDate>>>;
  /** Things promised and not yet given: other deliveries, clips without a word about them. */
  readonly owed: number;
};

export type StopLack = EndCondition | 'nothing-left-owed' | 'not-an-end' | 'kept-open-by-the-facility';

export type ClockStop = { readonly why: readonly Why[] } & (
  | { readonly stops: true; readonly on: CalendarDate }
  | { readonly stops: false; readonly lacking: readonly StopLack[] }
);

/** Does this end the request? A notice stops the clock only if it is true, and only when nothing else is owed. */
export function clockStops(event: ClockEvent, pack: Pack): ClockStop {
  const end = pack.clockEnds.find((candidate) => candidate.end === event.kind && candidate.conf !== 'low');
  if (!end) return { stops: false, lacking: ['not-an-end'], why: pack.clockEnds.map((row) => ruleWhy(row, pack, [])) };
  const needs = needsOf(end, pack);
  const lacking: StopLack[] = needs.filter((need) => event.days[need] === undefined);
  if (event.owed > 0) lacking.push('nothing-left-owed');
  if (end.end === 'identity-not-shown' && pack.answers['OD-21'] === 'keep-open')
    lacking.push('kept-open-by-the-facility');
  const inputs = needs.map((need) => ({ name: need, value: event.days[need] ?? 'no' }));
  // A part that is given early ends nothing: the rest stays open (OD-17).
  const early = event.owed > 0 ? [openAnswer(pack, 'OD-17').why] : [];
  const why = [ruleWhy(end, pack, [...inputs, { name: 'owed', value: String(event.owed) }]), ...early];
  if (lacking.length > 0) return { stops: false, lacking, why };
  return { stops: true, on: latest(needs.map((need) => event.days[need] as CalendarDate)), why };
}

/** The clock of a request stops when each of its ends is one, on the last of their days; without any it runs. */
export function requestStops(events: readonly ClockEvent[], pack: Pack): ClockStop {
  const stops = events.map((event) => clockStops(event, pack));
  const why = stops.flatMap((stop) => stop.why);
  const lacking = [...new Set(stops.flatMap((stop) => (stop.stops ? [] : stop.lacking)))];
  if (lacking.length > 0) return { stops: false, lacking, why };
  const days = stops.flatMap((stop) => (stop.stops ? [stop.on] : []));
  if (days.length === 0) return { stops: false, lacking: ['nothing-left-owed'], why };
  return { stops: true, on: latest(days), why };
}

/** OD-8: a facility may wait for the carrier's word that the parcel arrived. */
function needsOf(end: ClockEnd, pack: Pack): readonly EndCondition[] {
  if (pack.answers['OD-8'] !== 'arrival-scan') return end.needs;
  return end.needs.map((need) => (need === 'carrier-scan' ? 'arrival-scan' : need));
}
