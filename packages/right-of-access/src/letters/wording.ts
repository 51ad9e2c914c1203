import { type CalendarDate, weekday } from '../calendar.ts';
import type { Counts } from '../counts.ts';
import type { ChargeableLine } from '../fee-line.ts';
import type { LetterWay } from '../letter-facts.ts';
import type { ObjectKind } from '../object-kind.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** “Wednesday, December 23, 2026”. */
export function longDate(date: CalendarDate): string {
  return `${weekday(date)}, ${plainDate(date)}`;
}

/** “December 23, 2026”. */
export function plainDate(date: CalendarDate): string {
  return `${months[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`;
}

/** “$12.40”, and “No charge” for nothing. */
export function money(cents: number): string {
  return cents === 0 ? 'No charge' : `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** “42 pictures, 9 clips and 1 report”; what there is none of is left out. */
export function countsInWords(counts: Counts): string {
  const parts = [
    plural(counts.stills, 'picture', 'pictures'),
    plural(counts.clips, 'clip', 'clips'),
    plural(counts.reports, 'report', 'reports'),
    plural(counts.other, 'other item', 'other items'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? 'nothing' : joinAnd(parts);
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function joinAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export const kindNames: Readonly<Record<ObjectKind, string>> = {
  still: 'Picture',
  clip: 'Clip',
  report: 'Report',
  other: 'Other item',
};

export const feeLineNames: Readonly<Record<ChargeableLine, string>> = {
  labour: 'Work of copying',
  cd: 'CD',
  dvd: 'DVD',
  usb: 'USB stick',
  'print-sheets': 'Print sheets',
  'paper-pages': 'Paper pages',
  summary: 'The summary that you agreed to',
  postage: 'Mailer and postage',
  flat: 'One flat fee for copying, disc or stick, and postage',
};

const wayNames: Readonly<Record<LetterWay['kind'], string>> = {
  online: 'See and save them online',
  'secure-link': 'A secure link',
  cd: 'A CD',
  dvd: 'A DVD',
  usb: 'A USB stick',
  prints: 'Prints on paper',
};

export function wayInWords(way: LetterWay): string {
  return way.to === undefined ? wayNames[way.kind] : `${wayNames[way.kind]} for ${way.to}`;
}
