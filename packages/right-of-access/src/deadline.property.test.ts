import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import {
  addBusinessDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  type Holidays,
  startOfLocalDay,
} from './calendar.ts';
import { clockStatus, dueDate } from './clock.ts';
import { decideExtension } from './extension.ts';
import { policyPacks } from './packs/all-packs.ts';
import { type Pack, packInForce } from './policy-pack.ts';

/** Every property over 10,000 cases, against the platform's own proleptic UTC calendar walked a day at a time. */
const runs = { numRuns: 10_000 };
vi.setConfig({ testTimeout: 30_000 });
const dayMs = 86_400_000;

const federal = pack('us-federal');
const european = pack('eu-gdpr');

function pack(choice: string): Pack {
  const found = packInForce(policyPacks, choice, calendarDate('2027-01-04'));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

/** `expect` in ten thousand cases costs more than what it checks. */
function same(got: unknown, wanted: unknown): void {
  if (got !== wanted) throw new Error(`got ${String(got)}, wanted ${String(wanted)}`);
}

const iso = (utcMs: number) => new Date(utcMs).toISOString().slice(0, 10) as CalendarDate;
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const first = utc('1990-01-01');
const anyDay = fc
  .integer({ min: 0, max: Math.round((utc('2100-12-31') - first) / dayMs) })
  .map((n) => iso(first + n * dayMs));

/** Walks day by day. */
function walk(from: CalendarDate, days: number): CalendarDate {
  let at = utc(from);
  for (let step = 0; step < days; step += 1) at += dayMs;
  return iso(at);
}

const noHolidays = { holidays: { 'eu-member-state': new Set<CalendarDate>() } };

describe('a federal due date, from any day of 1990 to 2100', () => {
  it('is the thirtieth day of a walk, and a letter never reaches past the sixtieth', () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const due = dueDate(received, undefined, federal);
        same(due.on, walk(received, 30));
        same(due.clocks[0]?.maxExtended, walk(received, 60));
      }),
      runs,
    );
  });

  it('may be moved on exactly the days 0 to 30, to exactly the days 31 to 60', () => {
    const days = fc.integer({ min: 0, max: 70 });
    fc.assert(
      fc.property(anyDay, days, days, (received, askedAfter, promisedAfter) => {
        const wish = {
          promisedOn: walk(received, promisedAfter),
          reason: 'The films come on Monday.',
          cause: 'other',
        } as const;
        const decision = decideExtension(received, undefined, wish, walk(received, askedAfter), federal);
        same(decision.ok, askedAfter <= 30 && promisedAfter > 30 && promisedAfter <= 60);
        if (decision.ok) {
          same(dueDate(received, decision.value, federal).on, wish.promisedOn);
          const again = decideExtension(received, decision.value, wish, walk(received, askedAfter), federal);
          same(again.ok ? 'ok' : again.refusal.code, 'already-extended');
        }
      }),
      runs,
    );
  });

  it('is late from the day after, whatever waits there were', () => {
    const cause = fc.constantFrom('identity', 'clarification', 'fee', 'format', 'vendor', 'signature');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 50 }), cause, (received, passed, what) => {
        const waits = [
          { cause: what, from: received, until: walk(received, 20), askedPromptly: true, veryLargeRecord: true },
        ] as const;
        const status = clockStatus(received, undefined, walk(received, passed), federal, { waits });
        same(status.level === 'late', passed > 30);
        same(status.daysLeft, 30 - passed);
      }),
      runs,
    );
  });
});

describe('a local day, in any time zone and at any instant', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const zone = fc.constantFrom(...zones);
  const instant = fc.integer({ min: first, max: utc('2100-12-31') });
  const formats = new Map<string, Intl.DateTimeFormat>();

  /** Independent of the code: the Swedish locale writes ISO dates by itself. */
  function swedish(timeZone: string, at: number): string {
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
    formats.set(timeZone, format);
    return format.format(at);
  }

  it('is the day that the platform writes there', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        same(calendarDateIn(timeZone, at), swedish(timeZone, at));
      }),
      runs,
    );
  });

  it('begins at an instant before which it was another day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/New_York', 'Pacific/Apia', 'America/Sao_Paulo', 'Europe/Berlin'),
        anyDay,
        (timeZone, date) => {
          const begins = startOfLocalDay(timeZone, date);
          // Samoa had no December 30, 2011: the first instant after it is the next day's.
          same(swedish(timeZone, begins) >= date, true);
          same(swedish(timeZone, begins - 1) < date, true);
        },
      ),
      runs,
    );
  });
});

describe('business days with random holidays', () => {
  const holidays = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 25 });

  it('end where a walk that skips weekends and holidays ends', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 25 }), holidays, (received, count, off) => {
        const closed: Holidays = new Set(off.map((days) => walk(received, days)));
        let at = utc(received);
        for (let left = count; left > 0; ) {
          at += dayMs;
          const weekday = new Date(at).getUTCDay();
          if (weekday !== 0 && weekday !== 6 && !closed.has(iso(at))) left -= 1;
        }
        same(addBusinessDays(received, count, closed), iso(at));
      }),
      runs,
    );
  });
});

describe('months', () => {
  /** Steps through the calendar until the month has changed often enough, then to the wanted day or the month's last. */
  function monthsOn(from: CalendarDate, months: number): CalendarDate {
    let at = utc(from);
    for (let changed = 0; changed < months; ) {
      const before = new Date(at).getUTCMonth();
      at += dayMs;
      if (new Date(at).getUTCMonth() !== before) changed += 1;
    }
    const month = new Date(at).getUTCMonth();
    const wanted = new Date(utc(from)).getUTCDate();
    while (new Date(at).getUTCDate() !== wanted && new Date(at + dayMs).getUTCMonth() === month) at += dayMs;
    return iso(at);
  }

  it('end on the same day, or on the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 3 }), (from, months) => {
        same(addMonths(from, months), monthsOn(from, months));
      }),
      runs,
    );
  });

  it('make a European due date that is never a weekend, and no more than two days past the month', () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const { on } = dueDate(received, undefined, european, noHolidays);
        const month = monthsOn(received, 1);
        const moved = (utc(on) - utc(month)) / dayMs;
        same([0, 6].includes(new Date(utc(on)).getUTCDay()), false);
        same(moved >= 0 && moved <= 2, true);
      }),
      runs,
    );
  });
});
