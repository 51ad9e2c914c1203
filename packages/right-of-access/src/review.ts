import type { CalendarDate } from './calendar.ts';
import type { Denial } from './denial.ts';
import type { Professional } from './endangerment.ts';
import { isBlank, type Lack } from './lack.ts';
import { citeOf } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import type { ClockFacts } from './rule-clock.ts';
import { serviceDue } from './service-limit.ts';
import { because, type Why } from './why.ts';

type Calendars = Pick<ClockFacts, 'holidays'>;

export type ReviewWish = {
  readonly denial: Denial;
  /** Everybody who took part in the denial, whoever proposed it too. */
  readonly tookPart: readonly string[];
  readonly askedOn: CalendarDate;
  readonly reviewer: Professional;
};

export type ReviewRefusal =
  | { readonly code: 'not-reviewable'; readonly ground: string; readonly cite: string }
  | {
      readonly code: 'reviewer-unfit';
      readonly lacks: readonly Lack<'a named licensed professional' | 'a reviewer who took no part in the denial'>[];
    };

export type Review = {
  readonly reviewer: Professional;
  readonly askedOn: CalendarDate;
  readonly decideBy: CalendarDate;
  readonly why: Why;
};

/** Opens a review. There is no last day to ask for one: it may be asked for as long as the record is kept. */
export function decideReview(wish: ReviewWish, pack: Pack, calendars: Calendars = {}): Outcome<Review, ReviewRefusal> {
  const { denial, reviewer, askedOn } = wish;
  const cite = citeOf(pack.sources, 'review', 'review-outcome');
  if (!denial.ground.reviewable) {
    return refuse({ code: 'not-reviewable', ground: denial.ground.code, cite: denial.ground.cite });
  }
  const lacks: Lack<'a named licensed professional' | 'a reviewer who took no part in the denial'>[] = [];
  if (!reviewer.licensed || isBlank(reviewer.name)) lacks.push({ name: 'a named licensed professional', cite });
  if ([denial.decidedBy.name, ...wish.tookPart].some((name) => samePerson(name, reviewer.name))) {
    lacks.push({ name: 'a reviewer who took no part in the denial', cite });
  }
  if (lacks.length > 0) return refuse({ code: 'reviewer-unfit', lacks });
  const { on: decideBy } = serviceDue('review-denial', askedOn, pack, calendars);
  const inputs = { askedOn, decideBy, denier: denial.decidedBy.name, reviewer: reviewer.name };
  return ok({ reviewer, askedOn, decideBy, why: because('law/OD-23', `OD-23; ${cite}`, inputs) });
}

export type ReviewOutcome = {
  readonly letter: 'L-REV';
  readonly result: 'upheld' | 'overturned';
  /** Binding on the facility: what was withheld is given by then. */
  readonly giveBy?: CalendarDate;
  readonly why: Why;
};

export function reviewOutcome(
  review: Review,
  result: ReviewOutcome['result'],
  decidedOn: CalendarDate,
  pack: Pack,
  calendars: Calendars,
): ReviewOutcome {
  const inputs = { result, decidedOn, reviewer: review.reviewer.name };
  const why = because('law/review', citeOf(pack.sources, 'review', 'review-outcome'), inputs);
  if (result === 'upheld') return { letter: 'L-REV', result, why };
  const giveBy = serviceDue('give-after-overturned-denial', decidedOn, pack, calendars).on;
  return { letter: 'L-REV', result, giveBy, why };
}

function samePerson(a: string, b: string): boolean {
  const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return folded(a) === folded(b);
}
