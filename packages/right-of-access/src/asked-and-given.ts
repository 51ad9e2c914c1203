import type { Counts } from './counts.ts';
import type { ExamPart } from './exam-part.ts';
import { isBlank } from './lack.ts';
import { citeOf, type LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

export type AskedAndGiven = {
  readonly asked: { readonly images: boolean; readonly report: boolean };
  /** What the source listed before anything was fetched. */
  readonly listed: Counts;
  /** Of it, what is in a release that reached the person. */
  readonly given: Counts;
  readonly report: 'given' | 'not-given' | 'not-held';
  /** What will not come now: named, with a reason, and only after the source was asked again. */
  readonly named: readonly { readonly object: string; readonly reason: string; readonly sourceAskedAgain: boolean }[];
  readonly undelivered: readonly string[];
  /** What of it was left for later, when the rest was given by itself. */
  readonly toCome: readonly ExamPart[];
};

export type CompletionRefusal = {
  readonly code: 'not-complete';
  /** Asked for and in no release. */
  readonly stillsOwed: number;
  readonly clipsOwed: number;
  readonly othersOwed: number;
  readonly reportOwed: boolean;
  readonly namedWithoutGround: readonly string[];
  readonly undelivered: readonly string[];
  readonly toCome: readonly ExamPart[];
  readonly cite: string;
};

/** May the request be called complete? Part of the record is not the record: 45 CFR 164.524(c)(1). */
export function decideCompletion(
  facts: AskedAndGiven,
  sources: LawSources,
): Outcome<{ readonly outcome: 'given' | 'given-in-part'; readonly why: Why }, CompletionRefusal> {
  const { asked, listed, given, named, undelivered, toCome } = facts;
  const cite = citeOf(sources, 'whole-record', 'told-and-given');
  const owed = (kind: keyof Counts) => (asked.images ? Math.max(0, listed[kind] - given[kind]) : 0);
  const grounded = named.filter((one) => one.sourceAskedAgain && !isBlank(one.reason) && !isBlank(one.object));
  const namedWithoutGround = named.filter((one) => !grounded.includes(one)).map(({ object }) => object);
  const reportOwed = asked.report && facts.report === 'not-given';
  const missing = owed('stills') + owed('clips') + owed('other') + owed('reports');
  const nothingOwed = !reportOwed && undelivered.length === 0 && toCome.length === 0;
  if (missing > grounded.length || namedWithoutGround.length > 0 || !nothingOwed) {
    return refuse({
      code: 'not-complete',
      stillsOwed: owed('stills'),
      clipsOwed: owed('clips'),
      othersOwed: owed('other') + owed('reports'),
      reportOwed,
      namedWithoutGround,
      undelivered,
      toCome,
      cite,
    });
  }
  const why = because('law/complete', cite, { missing, named: grounded.length, report: facts.report });
  return ok({ outcome: missing > 0 ? 'given-in-part' : 'given', why });
}
