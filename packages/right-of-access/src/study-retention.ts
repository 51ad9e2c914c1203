import { type CalendarDate, latest } from './calendar.ts';
import type { Retention } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';
import { yearsAfter } from './years-after.ts';

export type StudyTerm = {
  readonly covers: Retention['covers'];
  readonly madeOn: CalendarDate;
  readonly bornOn?: CalendarDate;
  readonly circumstances?: readonly ('no-further-mammogram' | 'litigation')[];
};

export type KeptUntil = {
  readonly until: CalendarDate;
  /** Of the longest term: the name of the schedule. */
  readonly years: number;
  readonly why: readonly Why[];
};

/** First day on which the schedule allows destruction: the longest of all terms that apply. None where the pack has no term. */
export function studyKeptUntil(pack: Pack, facts: StudyTerm): KeptUntil | undefined {
  const rows = pack.retention.filter((row) => covers(row, facts.covers) && row.conf !== 'low');
  const terms = rows.map((row) => ({ row, until: termOf(row, facts) }));
  if (terms.length === 0) return undefined;
  const until = latest(terms.map((term) => term.until));
  const why = terms.map((term) => {
    const inputs = [
      { name: 'madeOn', value: facts.madeOn },
      { name: 'keptUntil', value: term.until },
    ];
    return ruleWhy(term.row, pack, inputs);
  });
  return { until, years: Math.max(...rows.map((row) => yearsOf(row, facts))), why };
}

/** Pictures are records too: a term for records holds them as long as its own. */
function covers(row: Retention, wanted: Retention['covers']): boolean {
  return row.covers === wanted || (row.covers === 'records' && (wanted === 'images' || wanted === 'mammograms'));
}

function yearsOf(row: Retention, { circumstances = [] }: StudyTerm): number {
  return row.longer && circumstances.includes(row.longer.when) ? row.longer.years : row.years;
}

function termOf(row: Retention, facts: StudyTerm): CalendarDate {
  const { madeOn, bornOn } = facts;
  const term = yearsAfter(madeOn, yearsOf(row, facts));
  return row.minors && bornOn ? latest([term, yearsAfter(bornOn, row.minors.untilAge)]) : term;
}
