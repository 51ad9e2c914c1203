import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type FeeQuote, quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import type { FeeCap } from './fee-row.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import { decideFeeLine } from './fee-typed-line.ts';
import type { ForbiddenLine } from './forbidden-line.ts';
import { countLabour, type LabourEntry } from './labour-log.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

// Ten thousand cases take a second; a busy machine may take longer.
vi.setConfig({ testTimeout: 60_000 });
const cases = { numRuns: 10_000 };
const pack = federalPack();

const cents = fc.integer({ min: 0, max: 5000 });
const schedule: fc.Arbitrary<FeeSchedule> = fc.record({
  method: fc.constantFrom('flat', 'actual', 'average'),
  flatCents: fc.integer({ min: 0, max: 650 }),
  labourCentsPerHour: fc.integer({ min: 0, max: 10_000 }),
  averageMinutes: fc.integer({ min: 0, max: 60 }),
  averageBasis: fc.constant({ derivation: 'timed', on: calendarDate('2027-01-04') }),
  cdCents: cents,
  dvdCents: cents,
  usbCents: cents,
  printSheetCents: cents,
  postageCents: cents,
  chargeTheLower: fc.boolean(),
});
const by = fc.constantFrom('post' as const, 'pick-up' as const);
const copyMinutes = fc.integer({ min: 0, max: 120 });
const copies = fc.integer({ min: 1, max: 5 });
const medium = fc.record({
  kind: fc.constantFrom('cd' as const, 'dvd' as const, 'usb' as const),
  by,
  copyMinutes,
  copies,
});
const on = fc.constantFrom('paper' as const, 'film' as const);
const sheets = fc.integer({ min: 1, max: 40 });
const prints = fc.record({ kind: fc.constant('prints' as const), by, sheets, on, copyMinutes, copies });
const remote = fc.record({
  kind: fc.constantFrom('email' as const, 'push' as const, 'secure-link' as const),
  copyMinutes,
});
const free = fc.constantFrom<FeeChoice>({ kind: 'online' }, { kind: 'download' }, { kind: 'inspection' });
const choice: fc.Arbitrary<FeeChoice> = fc.oneof(free, remote, medium, prints);

function quoted(ways: readonly FeeChoice[], prices: FeeSchedule, law = pack, facts: FeeFacts = {}): FeeQuote {
  const quote = quoteFees(ways, prices, law, facts);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

/** The actual cost once more, by hand and in other numbers: 60ths of a cent, never the engine's own arithmetic. */
function costByHand(way: FeeChoice, prices: FeeSchedule): bigint {
  if (!('copyMinutes' in way) || way.copyMinutes === undefined) return 0n;
  if (!('by' in way)) return way.copyMinutes === 0 ? 0n : labourByHand(way.copyMinutes, prices);
  const unit = {
    cd: prices.cdCents,
    dvd: prices.dvdCents,
    usb: prices.usbCents,
    prints: prices.printSheetCents,
    'paper-pages': 0,
  };
  let each = 0n;
  for (let sheet = 0; sheet < (way.kind === 'prints' ? way.sheets : 1); sheet += 1) each += BigInt(unit[way.kind]);
  if (way.by === 'post') each += BigInt(prices.postageCents);
  return labourByHand(way.copyMinutes, prices) + each * BigInt(way.copies ?? 1);
}

function labourByHand(minutes: number, prices: FeeSchedule): bigint {
  return (BigInt(minutes) * BigInt(prices.labourCentsPerHour)) / 60n;
}

describe('every lawful schedule', () => {
  it('gives whole cents, none below zero, that are the sum of cited lines', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 4 }), schedule, (ways, prices) => {
        const { totalCents, lines, why } = quoted(ways, prices);
        let sum = 0n;
        for (const line of lines) {
          if (!Number.isInteger(line.cents) || line.cents < 0 || line.cite === '') return false;
          sum += BigInt(line.cents);
        }
        return BigInt(totalCents) === sum && why.length > 0;
      }),
      cases,
    );
  });

  it('charges the actual cost to the cent, as counted by hand', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 4 }), schedule, (ways, prices) => {
        const byHand = ways.reduce((sum, way) => sum + costByHand(way, prices), 0n);
        return BigInt(quoted(ways, { ...prices, method: 'actual' }).totalCents) === byHand;
      }),
      cases,
    );
  });

  it('rounds labour down: never more than the minutes cost, and less than a cent below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), schedule, (minutes, prices) => {
        const quote = quoted([{ kind: 'email', copyMinutes: minutes }], { ...prices, method: 'actual' });
        const exact = minutes * prices.labourCentsPerHour;
        return quote.totalCents * 60 <= exact && exact < (quote.totalCents + 1) * 60;
      }),
      cases,
    );
  });

  it('never charges above 6.50 under the flat method, nor above the cost while the lower is charged', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(medium, remote), { minLength: 1, maxLength: 3 }), schedule, (ways, prices) => {
        const { totalCents } = quoted(ways, { ...prices, method: 'flat' });
        const cost = ways.reduce((sum, way) => sum + costByHand(way, prices), 0n);
        return totalCents <= 650 && (!prices.chargeTheLower || BigInt(totalCents) <= cost);
      }),
      cases,
    );
  });

  it('charges several ways at most as much as each of them', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 4 }), schedule, (ways, prices) => {
        const apart = ways.reduce((sum, way) => sum + quoted([way], prices).totalCents, 0);
        return quoted(ways, prices).totalCents <= apart;
      }),
      cases,
    );
  });
});

const cap: fc.Arbitrary<FeeCap> = fc.record({
  on: fc.constantFrom('paper-page', 'non-paper-page', 'electronic-copy', 'film-copy', 'whole-copy'),
  cents: fc.integer({ min: 0, max: 3000 }),
  conf: fc.constantFrom('high', 'medium', 'low'),
});

/** What of a bill a ceiling looks at, and how many times it counts, read from the request and not from the engine. */
function atMost({ on: scope, cents: each }: FeeCap, way: FeeChoice, prices: FeeSchedule): number | undefined {
  const number = 'copies' in way ? (way.copies ?? 1) : 1;
  const post = 'by' in way && way.by === 'post' ? prices.postageCents * number : 0;
  const paper = way.kind === 'prints' && way.on !== 'film';
  const film = way.kind === 'prints' && way.on === 'film';
  const ceiling = each ?? 0;
  switch (scope) {
    case 'paper-page':
      return paper ? ceiling * way.sheets * number + post : undefined;
    case 'non-paper-page':
      return paper || film ? undefined : ceiling * number + post;
    case 'electronic-copy':
      return paper || film ? undefined : ceiling;
    case 'film-copy':
      return film ? ceiling * way.sheets * number : undefined;
    case 'whole-copy':
      return ceiling;
  }
}

describe('every ceiling of a state', () => {
  it('holds under every method, or is named and lowers nothing where its confidence is low', () => {
    fc.assert(
      fc.property(fc.oneof(medium, prints, remote), schedule, fc.array(cap, { maxLength: 4 }), (way, prices, caps) => {
        const plain = quoted([way], prices);
        const quote = quoted([way], prices, withFeeRow(pack, { caps }));
        const bounds = caps
          .filter((each) => each.conf !== 'low')
          .flatMap((each) => atMost(each, way, prices) ?? [])
          .filter(() => plain.method !== 'free');
        const onlyLow = caps.every((each) => each.conf === 'low');
        const held = bounds.every((bound) => quote.totalCents <= bound) && quote.totalCents <= plain.totalCents;
        const sum = quote.lines.reduce((total, line) => total + line.cents, 0);
        return held && sum === quote.totalCents && (!onlyLow || quote.totalCents === plain.totalCents);
      }),
      cases,
    );
  });

  it('or none: one copy more is never cheaper', () => {
    fc.assert(
      fc.property(fc.oneof(medium, prints), schedule, fc.array(cap, { maxLength: 3 }), (way, prices, caps) => {
        const law = withFeeRow(pack, { caps });
        const more = { ...way, copies: way.copies + 1 };
        return quoted([way], prices, law).totalCents <= quoted([more], prices, law).totalCents;
      }),
      cases,
    );
  });
});

describe('a third party', () => {
  it('never pays more than the copy costs, nor more than the facility’s list', () => {
    const list = fc.record({ electronicCopyCents: cents, hardCopySheetCents: cents });
    const route = fc.constantFrom('directive' as const, 'authorization' as const);
    fc.assert(
      fc.property(medium, schedule, list, route, (way, prices, thirdParty, by) => {
        const { totalCents } = quoted([way], { ...prices, thirdParty }, pack, { route: by });
        return (
          BigInt(totalCents) <= costByHand(way, prices) && totalCents <= thirdParty.electronicCopyCents * way.copies
        );
      }),
      cases,
    );
  });
});

describe('what is never charged', () => {
  const copying = fc.constantFrom<LabourEntry['task']>('exporting', 'burning', 'printing', 'uploading', 'posting');
  const other = fc.constantFrom<LabourEntry['task']>('finding', 'fetching', 'verifying', 'checking', 'documenting');
  const entry = (task: fc.Arbitrary<LabourEntry['task']>) =>
    fc.record({ task, minutes: fc.integer({ min: 0, max: 60 }) });

  it('changes no fee, however many minutes of it are logged', () => {
    fc.assert(
      fc.property(
        fc.array(entry(copying), { maxLength: 5 }),
        fc.array(entry(other), { maxLength: 5 }),
        schedule,
        (work, search, prices) => {
          const alone = countLabour(work, pack);
          const both = countLabour([...search, ...work], pack);
          if (!alone.ok || !both.ok) return false;
          const fee = (minutes: number) =>
            quoted([{ kind: 'usb', by: 'post', copyMinutes: minutes }], prices).totalCents;
          const byHand = work.reduce((sum, each) => sum + each.minutes, 0);
          return both.value.copyMinutes === byHand && fee(alone.value.copyMinutes) === fee(both.value.copyMinutes);
        },
      ),
      cases,
    );
  });

  it('is added to no bill', () => {
    const label = fc.constantFrom<ForbiddenLine>(
      'search',
      'retrieval',
      'per-image',
      'viewer',
      'bill-for-care',
      'other',
    );
    fc.assert(
      fc.property(choice, schedule, label, (way, prices, line) => {
        const quote = quoteFees([way], prices, pack);
        return quote.ok && !decideFeeLine(quote.value, line, pack).ok;
      }),
      cases,
    );
  });
});
