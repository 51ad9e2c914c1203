import type { CalendarDate } from './calendar.ts';
import { type Outcome, ok, refuse } from './outcome.ts';

/** One rule as data: code only applies it. A changed law is another row with a later `effectiveFrom`, not other code. */
export type Rule<T> = {
  readonly value: T;
  readonly cite: string;
  readonly effectiveFrom: CalendarDate;
  /** Last day on which the row applies. */
  readonly effectiveTo?: CalendarDate;
};

export type FeeMethod = 'flat' | 'actual' | 'average';

export type LetterCode =
  | 'L-ACK'
  | 'L-DONE'
  | 'L-NONE'
  | 'L-NOT'
  | 'L-EXT'
  | 'L-VER'
  | 'L-CLAR'
  | 'L-FEE'
  | 'L-DEN'
  | 'L-WITH';

/** A question that the law leaves open, and how this pack answers it until the facility's counsel says otherwise. */
export type OpenDecision = {
  readonly id: `OD-${number}`;
  readonly question: string;
  readonly answer: string;
  readonly reason: string;
};

/** What every jurisdiction's pack must say. */
export type PackRules = {
  /** Calendar days from receipt in which the facility must act. */
  readonly responseDays: number;
  /** How often, and by how many calendar days at most, the due date may be moved by letter. */
  readonly extension: { readonly times: 1; readonly days: number };
  /** Percents of the whole period at which somebody is warned, and the one from which a request counts as `soon`. */
  readonly warnings: { readonly percents: readonly number[]; readonly soonFrom: number };
  readonly feeMethods: readonly FeeMethod[];
  /** The most that the flat method may charge, all in: labour, supplies and postage. */
  readonly flatCapCents: number;
  /** What the facility does, in words, and may be paid for by the patient. Everything else may not. */
  readonly chargeable: readonly ('copying' | 'supplies' | 'postage')[];
  readonly lettersRequired: readonly LetterCode[];
};

/** The rows of one jurisdiction through time. */
export type PackHistory = {
  readonly jurisdiction: string;
  readonly title: string;
  readonly rules: { readonly [Name in keyof PackRules]: readonly Rule<PackRules[Name]>[] };
  readonly openDecisions: readonly OpenDecision[];
};

/** The rows of one jurisdiction in force on one day. */
export type Pack = { readonly jurisdiction: string; readonly title: string } & {
  readonly [Name in keyof PackRules]: Rule<PackRules[Name]>;
} & { readonly openDecisions: readonly OpenDecision[] };

export type PackRefusal =
  | { readonly code: 'unknown-jurisdiction'; readonly jurisdiction: string }
  | {
      readonly code: 'no-rule-in-force';
      readonly jurisdiction: string;
      readonly rule: keyof PackRules;
      readonly on: CalendarDate;
    };

const ruleNames: readonly (keyof PackRules)[] = [
  'responseDays',
  'extension',
  'warnings',
  'feeMethods',
  'flatCapCents',
  'chargeable',
  'lettersRequired',
];

/** The law that governs a request: the rows in force on the day it was received, whatever changed since. */
export function packInForce(
  packs: readonly PackHistory[],
  jurisdiction: string,
  receivedOn: CalendarDate,
): Outcome<Pack, PackRefusal> {
  const history = packs.find((pack) => pack.jurisdiction === jurisdiction);
  if (!history) return refuse({ code: 'unknown-jurisdiction', jurisdiction });
  const rows: Partial<Record<keyof PackRules, Rule<unknown>>> = {};
  for (const rule of ruleNames) {
    const row = rowInForce(history.rules[rule], receivedOn);
    if (!row) return refuse({ code: 'no-rule-in-force', jurisdiction, rule, on: receivedOn });
    rows[rule] = row;
  }
  const { title, openDecisions } = history;
  return ok({ jurisdiction, title, openDecisions, ...rows } as Pack);
}

/** The row that began last among those in force. */
function rowInForce(rows: readonly Rule<unknown>[], on: CalendarDate): Rule<unknown> | undefined {
  const inForce = rows.filter(
    (row) => row.effectiveFrom <= on && (row.effectiveTo === undefined || on <= row.effectiveTo),
  );
  return inForce.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}
