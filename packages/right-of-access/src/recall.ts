import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import { citeOf, type LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** House limit: every link, code and download of a recalled release is dead by then. */
export const RECALL_SECONDS = 60;

export type RecallWish = {
  readonly what: 'wrong-patient' | 'wrong-recipient';
  readonly decidedBy: { readonly name: string; readonly role: 'staff' | 'privacy-officer' };
  readonly reason: string;
  readonly releasedOn: CalendarDate;
  /** Day on which anybody of the facility knew of it, or would have with reasonable care: 164.404(a)(2). */
  readonly discoveredOn: CalendarDate;
  /** The due date that the request had; it has it again. */
  readonly due: CalendarDate;
};

export type Recall = {
  readonly linksDeadWithinSeconds: number;
  readonly incidentOpenedOn: CalendarDate;
  /** Whose accounting names the release: 164.528. */
  readonly accountingOf: 'the person whose pictures they are';
  readonly reopensWithDue: CalendarDate;
  readonly letter: 'L-BRCH';
  readonly why: Why;
};

export function decideRecall(
  wish: RecallWish,
  sources: LawSources,
): Outcome<
  Recall,
  { readonly code: 'recall-lacks'; readonly lacks: readonly Lack<'a named privacy officer' | 'the reason'>[] }
> {
  const cite = citeOf(sources, 'breach', 'breach-told', 'accounting');
  const lacks: Lack<'a named privacy officer' | 'the reason'>[] = [];
  if (wish.decidedBy.role !== 'privacy-officer' || isBlank(wish.decidedBy.name)) {
    lacks.push({ name: 'a named privacy officer', cite: sources['privacy-officer'] });
  }
  if (isBlank(wish.reason)) lacks.push({ name: 'the reason', cite });
  if (lacks.length > 0) return refuse({ code: 'recall-lacks', lacks });
  const { what, releasedOn, discoveredOn, due } = wish;
  return ok({
    linksDeadWithinSeconds: RECALL_SECONDS,
    incidentOpenedOn: discoveredOn,
    accountingOf: 'the person whose pictures they are',
    reopensWithDue: due,
    letter: 'L-BRCH',
    why: because('law/recall', cite, { what, releasedOn, discoveredOn, due }),
  });
}
