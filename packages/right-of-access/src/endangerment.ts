import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** A professional of the facility, as the file names them. */
export type Professional = { readonly name: string; readonly licensed: boolean };

/**
 * The choice not to treat somebody as a personal representative, 45 CFR 164.502(g)(5). It is about the person who asks and
 * not about a record: the denial for likely harm is another thing.
 */
export type RefusalToTreat = {
  readonly decidedBy: Professional;
  readonly decidedOn?: CalendarDate;
  readonly belief?: 'violence-abuse-or-neglect' | 'endangerment';
  readonly notInBestInterest: boolean;
  readonly reason: string;
};

export type RefusalToTreatLack =
  | 'a named licensed professional'
  | 'the date'
  | 'the belief: violence, abuse, neglect or endangerment'
  | 'the judgement that it is not in the individual’s best interest'
  | 'the reason';

export function decideRefusalToTreat(
  wish: RefusalToTreat,
  { endangerment: cite }: LawSources,
): Outcome<
  { readonly why: Why },
  { readonly code: 'refusal-to-treat-lacks'; readonly lacks: readonly Lack<RefusalToTreatLack>[] }
> {
  const { decidedBy, decidedOn, belief, notInBestInterest, reason } = wish;
  const lacks: RefusalToTreatLack[] = [];
  if (!decidedBy.licensed || isBlank(decidedBy.name)) lacks.push('a named licensed professional');
  if (!decidedOn) lacks.push('the date');
  if (!belief) lacks.push('the belief: violence, abuse, neglect or endangerment');
  if (!notInBestInterest) lacks.push('the judgement that it is not in the individual’s best interest');
  if (isBlank(reason)) lacks.push('the reason');
  if (lacks.length > 0) {
    return refuse({ code: 'refusal-to-treat-lacks', lacks: lacks.map((name) => ({ name, cite })) });
  }
  const inputs = { decidedBy: decidedBy.name, decidedOn, belief };
  return ok({ why: because('law/not-treated-as-representative', cite, inputs) });
}
