import type { AccessRow, Limit, ProviderKind, RowHead } from './access-row.ts';
import { type CalendarDate, latest } from './calendar.ts';
import type { LawSources } from './law-sources.ts';
import type { LetterCode } from './letter-code.ts';
import type { OpenAnswers, OpenDecisionId, OpenDecisions } from './open-decision.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type {
  AgeOfConsent,
  BarredPractice,
  BreachNotice,
  ClockEnd,
  DenialGround,
  Embargo,
  ForbiddenContent,
  HoldCode,
  Pause,
  Retention,
  ServiceLimitName,
  UnlawfulHold,
} from './pack-rows.ts';

/** One rule as data: code only applies it. A changed law is another row with a later `effectiveFrom`, not other code. */
export type Rule<T> = RowHead & { readonly value: T };

/** ISO 4217. Amounts are whole cents of it. */
export type Currency = 'USD' | 'EUR';

/** Who hears complaints about the facility, outside of it. */
export type ComplaintRoute = 'hhs-ocr' | 'supervisory-authority';

export type FeeMethod = 'flat' | 'actual' | 'average';

/** What a base pack must say; of each rule the row that began last is in force. */
export type PackRules = {
  /** Percents of the whole period at which somebody is warned, and the one from which a request counts as `soon`. */
  readonly warnings: { readonly percents: readonly number[]; readonly soonFrom: number };
  readonly feeMethods: readonly FeeMethod[];
  /** The most that the flat method may charge, all in: labour, supplies and postage. 0 where there is no flat fee. */
  readonly flatCapCents: number;
  /** What the facility does, in words, and may be paid for by the patient. Everything else may not. */
  readonly chargeable: readonly ('copying' | 'supplies' | 'postage')[];
  readonly lettersRequired: readonly LetterCode[];
  readonly complaintRoute: ComplaintRoute;
  readonly serviceLimits: Readonly<Record<ServiceLimitName, Limit>>;
};

/** Rows of which all that are in force count. */
export type PackRows = {
  readonly access: readonly AccessRow[];
  readonly denialGrounds: readonly DenialGround[];
  readonly holdCodes: readonly HoldCode[];
  readonly unlawfulHolds: readonly UnlawfulHold[];
  readonly embargoes: readonly Embargo[];
  readonly retention: readonly Retention[];
  readonly pauses: readonly Pause[];
  readonly agesOfConsent: readonly AgeOfConsent[];
  readonly breachNotices: readonly BreachNotice[];
  readonly forbiddenContent: readonly ForbiddenContent[];
  readonly barredPractices: readonly BarredPractice[];
  readonly clockEnds: readonly ClockEnd[];
};

/** The rows of one jurisdiction through time. A base stands alone; another kind of pack adds rows on top of one. */
export type PackHistory = {
  readonly jurisdiction: string;
  readonly title: string;
  /** The name of the holiday calendar that its business days are counted with. */
  readonly calendar: string;
  readonly rows: Partial<PackRows>;
  /** Law that is proposed and not in force: it governs nothing until a facility promises to keep it already. */
  readonly proposals?: readonly AccessRow[];
} & (
  | {
      readonly base: true;
      /** In which every fee of this law is counted and shown. */
      readonly currency: Currency;
      readonly rules: { readonly [Name in keyof PackRules]: readonly Rule<PackRules[Name]>[] };
      readonly openDecisions: OpenDecisions;
      /** Where this law says what the engine cites beside the rows. */
      readonly sources: LawSources;
    }
  | { readonly base: false; readonly onTopOf: string }
);

export type Confirmation = { readonly row: string; readonly by: string; readonly on: CalendarDate };

/** The rows in force on one day, as one value without functions: it can be kept with the request as JSON. */
export type Pack = {
  /** As chosen: `us-federal`, `us-federal+CA`. */
  readonly jurisdiction: string;
  readonly title: string;
  readonly inForceOn: CalendarDate;
  readonly calendar: string;
  readonly currency: Currency;
  /** Rows of medium confidence that a named person at the facility has confirmed. */
  readonly confirmations: readonly Confirmation[];
  readonly openDecisions: OpenDecisions;
  readonly sources: LawSources;
  readonly answers: OpenAnswers;
  readonly proposals: readonly AccessRow[];
} & { readonly [Name in keyof PackRules]: Rule<PackRules[Name]> } & PackRows;

export type PackRefusal =
  | { readonly code: 'unknown-jurisdiction'; readonly jurisdiction: string }
  | { readonly code: 'not-on-this-base'; readonly jurisdiction: string; readonly base: string }
  | {
      readonly code: 'no-rule-in-force';
      readonly jurisdiction: string;
      readonly rule: keyof PackRules;
      readonly on: CalendarDate;
    };

const ruleNames: readonly (keyof PackRules)[] = [
  'warnings',
  'feeMethods',
  'flatCapCents',
  'chargeable',
  'lettersRequired',
  'complaintRoute',
  'serviceLimits',
];

const rowNames: readonly (keyof PackRows)[] = [
  'access',
  'denialGrounds',
  'holdCodes',
  'unlawfulHolds',
  'embargoes',
  'retention',
  'pauses',
  'agesOfConsent',
  'breachNotices',
  'forbiddenContent',
  'barredPractices',
  'clockEnds',
];

/**
 * The law that governs a request: the rows in force on the day it was received, whatever changed since. `choice` is a base
 * and what stands on top of it, joined by `+`: `us-federal+CA`. Rows for other kinds of provider are left out; a facility
 * that does not say what it is keeps them all.
 */
export function packInForce(
  packs: readonly PackHistory[],
  choice: string,
  receivedOn: CalendarDate,
  provider: readonly ProviderKind[] = [],
): Outcome<Pack, PackRefusal> {
  const [baseName = '', ...additions] = choice.split('+');
  const base = packs.find((pack) => pack.jurisdiction === baseName);
  if (!base?.base) return refuse({ code: 'unknown-jurisdiction', jurisdiction: baseName });
  const parts: PackHistory[] = [base];
  for (const jurisdiction of additions) {
    const part = packs.find((pack) => pack.jurisdiction === jurisdiction);
    if (!part) return refuse({ code: 'unknown-jurisdiction', jurisdiction });
    if (part.base || part.onTopOf !== baseName)
      return refuse({ code: 'not-on-this-base', jurisdiction, base: baseName });
    parts.push(part);
  }
  const rules: Partial<Record<keyof PackRules, Rule<unknown>>> = {};
  for (const rule of ruleNames) {
    const row = latestInForce<Rule<unknown>>(base.rules[rule], receivedOn);
    if (!row) return refuse({ code: 'no-rule-in-force', jurisdiction: baseName, rule, on: receivedOn });
    rules[rule] = row;
  }
  const { openDecisions, sources } = base;
  return ok({
    jurisdiction: choice,
    title: parts.map((part) => part.title).join(' + '),
    inForceOn: receivedOn,
    calendar: parts.at(-1)?.calendar ?? base.calendar,
    currency: base.currency,
    confirmations: [],
    openDecisions,
    sources,
    answers: answersOf(openDecisions),
    proposals: parts.flatMap((part) => part.proposals ?? []),
    ...(rules as { [Name in keyof PackRules]: Rule<PackRules[Name]> }),
    ...rowsInForce(parts, receivedOn, provider),
  });
}

/** Which edition of the rules this is: the day on which the youngest of its rows took effect. */
export function youngestRow(pack: Pack): CalendarDate {
  const rules: readonly RowHead[] = ruleNames.map((name) => pack[name]);
  const rows: readonly RowHead[] = rowNames.flatMap((name): readonly RowHead[] => pack[name]);
  return latest([...rules, ...rows].map((row) => row.effectiveFrom));
}

function rowsInForce(parts: readonly PackHistory[], on: CalendarDate, provider: readonly ProviderKind[]): PackRows {
  const rows: Partial<Record<keyof PackRows, readonly RowHead[]>> = {};
  for (const name of rowNames) {
    const all = parts.flatMap((part): readonly RowHead[] => part.rows[name] ?? []);
    rows[name] = all.filter((row) => inForce(row, on));
  }
  const whole = rows as unknown as PackRows;
  return { ...whole, access: whole.access.filter((row) => appliesTo(row, provider)) };
}

function appliesTo(row: AccessRow, provider: readonly ProviderKind[]): boolean {
  if (row.appliesTo === 'all' || provider.length === 0) return true;
  return row.appliesTo.some((kind) => provider.includes(kind));
}

function inForce(row: RowHead, on: CalendarDate): boolean {
  return row.effectiveFrom <= on && (row.effectiveTo === undefined || on <= row.effectiveTo);
}

/** The row that began last among those in force. */
function latestInForce<R extends RowHead>(rows: readonly R[], on: CalendarDate): R | undefined {
  return rows.filter((row) => inForce(row, on)).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}

function answersOf(decisions: OpenDecisions): OpenAnswers {
  const ids = Object.keys(decisions) as OpenDecisionId[];
  return Object.fromEntries(ids.map((id) => [id, decisions[id].setting])) as unknown as OpenAnswers;
}
