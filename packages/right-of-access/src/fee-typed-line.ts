import { type FeeQuote, supervisorOverCents } from './fee.ts';
import { type WholeNumbersRefusal, wholeNumbers } from './fee-choice.ts';
import { isForbiddenLine, lineCite, neverChargedCite } from './fee-citations.ts';
import type { ChargeableLine } from './fee-line.ts';
import type { NeverCharged } from './fee-row.ts';
import type { ForbiddenLine } from './forbidden-line.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

export type FeeLineRefusal =
  | { readonly code: 'line-never-charged'; readonly label: string; readonly why: Why }
  | { readonly code: 'flat-is-all-in'; readonly label: string; readonly why: Why };

/** May this line be added to a quote by hand? Only what the rule lists, and nothing on top of a flat fee. */
export function decideFeeLine(
  quote: FeeQuote,
  label: ChargeableLine | ForbiddenLine,
  pack: Pack,
): Outcome<ChargeableLine, FeeLineRefusal> {
  const { id, conf } = pack.chargeable;
  if (isForbiddenLine(label)) {
    const cite = [neverChargedCite(label, pack), ...stateCites(label, pack)].join('; ');
    return refuse({ code: 'line-never-charged', label, why: because(`${id}/never`, cite, { line: label }, conf) });
  }
  if (quote.method === 'free') {
    return refuse({ code: 'line-never-charged', label, why: because(`${id}/free`, quote.cite, { line: label }, conf) });
  }
  if (quote.lines.some((line) => line.label === 'flat')) {
    const cap = pack.flatCapCents;
    return refuse({ code: 'flat-is-all-in', label, why: because(cap.id, cap.cite, { line: label }, cap.conf) });
  }
  return ok(label);
}

const hardCopyLines: readonly ChargeableLine[] = ['print-sheets', 'paper-pages', 'summary'];

/** The quote with one more line, where the line may stand. The person agrees to it as to any fee that rises. */
export function withFeeLine(
  quote: FeeQuote,
  line: { readonly label: ChargeableLine | ForbiddenLine; readonly cents: number },
  pack: Pack,
): Outcome<FeeQuote, FeeLineRefusal | WholeNumbersRefusal> {
  const allowed = decideFeeLine(quote, line.label, pack);
  if (!allowed.ok) return allowed;
  if (!Number.isInteger(line.cents) || line.cents < 1) return refuse(wholeNumbers);
  const { value: label } = allowed;
  const lines = [...quote.lines, { label, cents: line.cents, rule: 'actual' as const, cite: lineCite(label, pack) }];
  const totalCents = quote.totalCents + line.cents;
  const electronic = lines.every((each) => !hardCopyLines.includes(each.label));
  return ok({ ...quote, lines, totalCents, needsSupervisor: electronic && totalCents > supervisorOverCents });
}

/** Rows on top of the base that name this line too. A row of low confidence adds nothing to say. */
function stateCites(label: ForbiddenLine, pack: Pack): readonly string[] {
  const base = pack.jurisdiction.split('+')[0];
  const named = pack.access.filter(
    (row) =>
      row.jurisdiction !== base &&
      row.conf !== 'low' &&
      row.fee.neverCharge.some((each) => linesNamed[each].includes(label)),
  );
  return [...new Set(named.map((row) => row.cite))];
}

const linesNamed: Readonly<Record<NeverCharged, readonly ForbiddenLine[]>> = {
  search: ['search'],
  retrieval: ['retrieval'],
  administration: ['administration', 'record-keeping'],
  verification: ['verification'],
  request: ['review', 'administration'],
  'bill-for-care': ['bill-for-care'],
};
