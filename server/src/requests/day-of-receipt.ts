import { type CalendarDate, type RequestArrival, receiptDay } from '@echoback/right-of-access';
import { type FacilityFacts, packFor } from '../facility/facility-facts.ts';
import type { Channel } from '../store/intake-tables.ts';

const doors: Readonly<Record<Channel, RequestArrival['channel']>> = {
  portal: 'portal',
  paper: 'post',
  mail: 'post',
  fax: 'fax',
  'walk-in': 'walk-in',
  phone: 'phone',
};

type Arrival = { channel: Channel } & ({ at: Date } | { on: CalendarDate });

/** The day that starts the clock, and the settings that it rests on: OD-3, OD-4, and of what was spoken OD-11. */
export function dayOfReceipt(
  facility: Pick<FacilityFacts, 'policy' | 'timeZone' | 'today'>,
  arrivals: readonly Arrival[],
): { on: CalendarDate; rules: string[] } {
  const known = arrivals.map(({ channel, ...when }): RequestArrival => {
    const door = { holder: 'facility', channel: doors[channel] } as const;
    return 'on' in when ? { ...door, on: when.on } : { ...door, at: when.at.getTime() };
  });
  const receipt = receiptDay(known, facility.timeZone, packFor(facility, facility.today));
  if (!receipt.ok) throw new Error(`What the facility holds was not received: ${receipt.refusal.code}`);
  return { on: receipt.value.on, rules: receipt.value.why.map(({ rule }) => rule) };
}
