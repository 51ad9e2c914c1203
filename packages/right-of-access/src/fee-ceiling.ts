import { type ChargedChoice, copiesOf, type FeeFacts } from './fee-choice.ts';
import { type CostedLine, costLines, groupOf, sheetsOf, sumOf } from './fee-cost.ts';
import { type FeeReason, feeReason } from './fee-reason.ts';
import type { FeeCap } from './fee-row.ts';
import { feeRows, weaker } from './fee-rows.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import type { Pack } from './policy-pack.ts';
import type { Confidence } from './why.ts';

/** The most that a set of lines may come to together, and why. */
export type Ceiling = {
  readonly cents: number;
  readonly covers: (line: CostedLine) => boolean;
  readonly kind: 'ceiling' | 'promise' | 'third-party';
  readonly head: { readonly id: string; readonly cite: string; readonly conf: Confidence };
};

/** Every ceiling of the pack on these choices. Those of low confidence lower nothing and are named apart. */
export function lawfulCeilings(
  choices: readonly ChargedChoice[],
  schedule: FeeSchedule,
  facts: FeeFacts,
  pack: Pack,
): { readonly inForce: readonly Ceiling[]; readonly toConfirm: readonly FeeReason[] } {
  const actual = choices.flatMap((choice) => costLines('actual', choice, schedule, facts, pack));
  const all = feeRows(facts, pack).flatMap((row) =>
    row.fee.caps.map((cap): Ceiling => {
      const covers = scopeOf(cap, facts);
      const cents = ceilingCents(cap, choices, actual.filter(covers));
      return { cents, covers, kind: 'ceiling', head: { ...row, conf: weaker(row.conf, cap.conf) } };
    }),
  );
  const concerned = all.filter((ceiling) => actual.some(ceiling.covers));
  return {
    inForce: concerned.filter(({ head }) => head.conf !== 'low'),
    toConfirm: concerned.filter(({ head }) => head.conf === 'low').map((ceiling) => reasonOf(ceiling, pack)),
  };
}

/**
 * The lines with each ceiling kept: `fee = min(method, ceilings, promise)`. What is over comes off labour first, then supplies,
 * then postage, so that no line is below nothing and none above its cost.
 */
export function lower(
  lines: readonly CostedLine[],
  ceilings: readonly Ceiling[],
  pack: Pack,
): { readonly lines: readonly CostedLine[]; readonly reasons: readonly FeeReason[] } {
  let lowered = lines;
  const reasons: FeeReason[] = [];
  for (const ceiling of [...ceilings].sort((a, b) => a.cents - b.cents)) {
    const over = sumOf(lowered.filter(ceiling.covers)) - ceiling.cents;
    if (over <= 0) continue;
    lowered = takeOff(lowered, over, ceiling);
    reasons.push(reasonOf(ceiling, pack));
  }
  return { lines: lowered, reasons };
}

function reasonOf({ kind, head, cents }: Ceiling, pack: Pack): FeeReason {
  return feeReason(kind, head, pack, { 'at-most-cents': cents });
}

function takeOff(lines: readonly CostedLine[], over: number, ceiling: Ceiling): readonly CostedLine[] {
  let left = over;
  return lines.map((line) => {
    if (!ceiling.covers(line)) return line;
    const off = Math.min(left, line.cents);
    left -= off;
    const rule = ceiling.kind === 'promise' ? 'promise' : 'ceiling';
    return off === 0 ? line : { ...line, cents: line.cents - off, rule, cite: ceiling.head.cite };
  });
}

/** Page ceilings are for copying: mailing is charged beside them. Ceilings on a whole copy are all in. */
function scopeOf({ on }: FeeCap, facts: FeeFacts): (line: CostedLine) => boolean {
  switch (on) {
    case 'paper-page':
      return (line) => line.group === 'paper' && line.label !== 'postage';
    case 'non-paper-page':
      return (line) => line.group === 'electronic' && line.label !== 'postage';
    case 'electronic-copy':
      return (line) => line.group === 'electronic';
    case 'film-copy':
      return (line) => line.group === 'film' || facts.modality === 'mammography';
    case 'whole-copy':
      return () => true;
  }
}

function ceilingCents(
  { on, cents, basis }: FeeCap,
  choices: readonly ChargedChoice[],
  actualLines: readonly CostedLine[],
): number {
  if (cents !== null) return cents * unitsOf(on, choices);
  switch (basis) {
    case 'documented-cost':
      // No papers about what a copy cost are kept here, and nothing is charged without them.
      return 0;
    case 'cost-of-materials':
      return sumOf(actualLines.filter((line) => line.label !== 'labour'));
    default:
      return sumOf(actualLines);
  }
}

function unitsOf(on: FeeCap['on'], choices: readonly ChargedChoice[]): number {
  const of = (group: CostedLine['group']) => choices.filter((choice) => groupOf(choice) === group);
  switch (on) {
    case 'paper-page':
      return of('paper').reduce((sum, choice) => sum + sheetsOf(choice), 0);
    case 'non-paper-page':
      return of('electronic').reduce((sum, choice) => sum + copiesOf(choice), 0);
    case 'film-copy':
      return of('film').reduce((sum, choice) => sum + sheetsOf(choice), 0);
    default:
      return 1;
  }
}
