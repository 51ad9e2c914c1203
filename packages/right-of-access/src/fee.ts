import { type ChargeableLine, type FeeLine, type ForbiddenLine, forbiddenLineCites, lineCite } from './fee-line.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { FeeMethod, Pack } from './policy-pack.ts';

export type Medium = 'cd' | 'dvd' | 'usb';
export type Handover = 'post' | 'pick-up';

/** One way to receive the copy. `copyMinutes` are minutes of copying alone; searching and checking are never in them. */
export type FeeChoice =
  | { readonly kind: 'online' }
  | { readonly kind: 'secure-link' }
  | { readonly kind: Medium; readonly by: Handover; readonly copyMinutes?: number }
  | { readonly kind: 'prints'; readonly by: Handover; readonly sheets: number; readonly copyMinutes?: number };

export type FeeQuote = {
  readonly totalCents: number;
  readonly method: FeeMethod | 'free';
  readonly lines: readonly FeeLine[];
  /** True while the minutes are an estimate: the fee may still fall, and rises only with the person's agreement. */
  readonly approximate: boolean;
  /** What each allowed method would come to; the desk shows when another one is lower. */
  readonly compared: readonly { readonly method: FeeMethod; readonly totalCents: number }[];
  /** The rule behind a quote without lines, and behind the method. */
  readonly cite: string;
};

export type FeeRefusal =
  | { readonly code: 'flat-over-cap'; readonly flatCents: number; readonly capCents: number; readonly cite: string }
  | { readonly code: 'method-not-in-force'; readonly method: FeeMethod; readonly cite: string }
  | { readonly code: 'not-whole-cents-or-minutes' }
  | { readonly code: 'sheets-missing' };

const freeAccess = '45 CFR 171.302(b); HHS guidance: looking and downloading are free';

/** What one way of receiving the copy costs the patient: integer cents, rounded down, each line with its rule. */
export function quoteFee(choice: FeeChoice, schedule: FeeSchedule, pack: Pack): Outcome<FeeQuote, FeeRefusal> {
  const wrong = scheduleRefusal(schedule, pack) ?? choiceRefusal(choice);
  if (wrong) return refuse(wrong);
  if (choice.kind === 'online' || choice.kind === 'secure-link') return ok(freeQuote());
  const candidates = allowedMethods(choice, pack).map((method) => ({
    method,
    lines: linesFor(method, choice, schedule, pack),
  }));
  const compared = candidates.map(({ method, lines }) => ({ method, totalCents: sum(lines) }));
  const method = chooseMethod(choice, schedule, compared);
  const lines = candidates.find((candidate) => candidate.method === method)?.lines ?? [];
  const approximate = method === 'actual' && choice.copyMinutes === undefined;
  return ok({ totalCents: sum(lines), method, lines, approximate, compared, cite: pack.feeMethods.cite });
}

/** Several ways in one request: each is charged for what it adds, the free ones for nothing. */
export function quoteFees(
  choices: readonly FeeChoice[],
  schedule: FeeSchedule,
  pack: Pack,
): Outcome<FeeQuote, FeeRefusal> {
  let whole = freeQuote();
  for (const choice of choices) {
    const quote = quoteFee(choice, schedule, pack);
    if (!quote.ok) return quote;
    whole = quote.value.method === 'free' ? whole : whole.method === 'free' ? quote.value : joined(whole, quote.value);
  }
  return ok(whole);
}

export type FeeLineRefusal =
  | { readonly code: 'line-never-charged'; readonly label: string; readonly cite: string }
  | { readonly code: 'flat-is-all-in'; readonly label: string; readonly cite: string };

/** May this line be added to a quote by hand? Only what the rule lists, and nothing on top of a flat fee. */
export function decideFeeLine(
  quote: FeeQuote,
  label: ChargeableLine | ForbiddenLine,
  pack: Pack,
): Outcome<ChargeableLine, FeeLineRefusal> {
  if (isForbidden(label)) return refuse({ code: 'line-never-charged', label, cite: forbiddenLineCites[label] });
  if (quote.method === 'free') return refuse({ code: 'line-never-charged', label, cite: quote.cite });
  if (quote.method === 'flat') return refuse({ code: 'flat-is-all-in', label, cite: pack.flatCapCents.cite });
  return ok(label);
}

/** Prints are not an electronic copy, so the flat fee is not for them. */
function allowedMethods(choice: FeeChoice, pack: Pack): readonly FeeMethod[] {
  return pack.feeMethods.value.filter((method) => method !== 'flat' || choice.kind !== 'prints');
}

function chooseMethod(choice: FeeChoice, schedule: FeeSchedule, compared: FeeQuote['compared']): FeeMethod {
  const method = schedule.method === 'flat' && choice.kind === 'prints' ? 'actual' : schedule.method;
  if (method !== 'flat' || schedule.chargeTheLower === false) return method;
  const flat = compared.find((candidate) => candidate.method === 'flat');
  const actual = compared.find((candidate) => candidate.method === 'actual');
  return flat && actual && actual.totalCents < flat.totalCents ? 'actual' : 'flat';
}

type ChargedChoice = Exclude<FeeChoice, { readonly kind: 'online' } | { readonly kind: 'secure-link' }>;

function linesFor(method: FeeMethod, choice: ChargedChoice, schedule: FeeSchedule, pack: Pack): readonly FeeLine[] {
  const line = (label: ChargeableLine, cents: number): FeeLine => ({
    label,
    cents,
    rule: method,
    cite: lineCite(label, pack),
  });
  if (method === 'flat') return [line('flat', schedule.flatCents)];
  const minutes = method === 'average' ? schedule.averageMinutes : (choice.copyMinutes ?? schedule.averageMinutes);
  const labour = line('labour', Math.floor((minutes * schedule.labourCentsPerHour) / 60));
  const supplies =
    choice.kind === 'prints'
      ? line('print-sheets', choice.sheets * schedule.printSheetCents)
      : line(choice.kind, { cd: schedule.cdCents, dvd: schedule.dvdCents, usb: schedule.usbCents }[choice.kind]);
  return choice.by === 'post' ? [labour, supplies, line('postage', schedule.postageCents)] : [labour, supplies];
}

function scheduleRefusal(schedule: FeeSchedule, pack: Pack): FeeRefusal | undefined {
  const { method, chargeTheLower: _, ...numbers } = schedule;
  if (Object.values(numbers).some((number) => !Number.isInteger(number) || number < 0))
    return { code: 'not-whole-cents-or-minutes' };
  if (!pack.feeMethods.value.includes(method))
    return { code: 'method-not-in-force', method, cite: pack.feeMethods.cite };
  const { value: capCents, cite } = pack.flatCapCents;
  return schedule.flatCents > capCents
    ? { code: 'flat-over-cap', flatCents: schedule.flatCents, capCents, cite }
    : undefined;
}

function choiceRefusal(choice: FeeChoice): FeeRefusal | undefined {
  if (choice.kind === 'online' || choice.kind === 'secure-link') return undefined;
  const minutes = choice.copyMinutes ?? 0;
  if (!Number.isInteger(minutes) || minutes < 0) return { code: 'not-whole-cents-or-minutes' };
  if (choice.kind === 'prints' && !(Number.isInteger(choice.sheets) && choice.sheets > 0))
    return { code: 'sheets-missing' };
  return undefined;
}

function freeQuote(): FeeQuote {
  return { totalCents: 0, method: 'free', lines: [], approximate: false, compared: [], cite: freeAccess };
}

function joined(a: FeeQuote, b: FeeQuote): FeeQuote {
  const approximate = a.approximate || b.approximate;
  const method = a.method === b.method ? a.method : 'actual';
  return {
    ...b,
    totalCents: a.totalCents + b.totalCents,
    method,
    lines: [...a.lines, ...b.lines],
    approximate,
    compared: [],
  };
}

function isForbidden(label: ChargeableLine | ForbiddenLine): label is ForbiddenLine {
  return Object.hasOwn(forbiddenLineCites, label);
}

function sum(lines: readonly FeeLine[]): number {
  return lines.reduce((total, line) => total + line.cents, 0);
}
