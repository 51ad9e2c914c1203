import { isParcel, type Stage, stages } from '@echoback/right-of-access';

type TrackedDelivery = { kind: string; state: 'asked' | 'preparing' | 'ready' | 'delivered' | 'failed' };

export type TrackingFacts = {
  /** `partGiven`: its report went before its pictures, or the other way round. */
  items: readonly { stage: Stage; outcome: string | null; partGiven?: boolean }[];
  identityProved: boolean;
  codeSent: boolean;
  deliveries: readonly TrackedDelivery[];
};

type TrackingStage = 'asked' | 'it-is-you' | 'found' | 'checked' | 'yours';
type Headline =
  | 'received'
  | 'prove-identity'
  | 'searching'
  | 'found'
  | 'getting'
  | 'checking'
  | 'preparing'
  | 'ready'
  | 'part-ready'
  | 'mailing'
  | 'none-found'
  | 'none-to-give'
  | 'not-maintained'
  | 'denied'
  | 'withdrawn'
  | 'not-theirs';

export type Tracking = { stage: TrackingStage; closed: boolean; headline: Headline };

/** What the person reads first: the one thing to know or to do, from the least advanced exam that is still open. */
export function trackingOf(facts: TrackingFacts): Tracking {
  const closed = facts.items.every((item) => item.stage === 'closed');
  const ready = facts.deliveries.some((delivery) => delivery.state === 'ready' || delivery.state === 'delivered');
  if (ready && isPart(facts)) {
    // OD-17: what is given is there to be opened, and the stages tell of the rest.
    const waiting = facts.codeSent && !facts.identityProved;
    return { stage: stageOf(facts, false), closed, headline: waiting ? 'prove-identity' : 'part-ready' };
  }
  return { stage: stageOf(facts, ready), closed, headline: headlineOf(facts, closed, ready) };
}

/** One exam, or a part of one, was given and another has not gone out yet. */
function isPart({ items }: TrackingFacts): boolean {
  const given = items.some(
    ({ stage, outcome, partGiven }) => partGiven || stage === 'delivered' || outcome?.startsWith('given'),
  );
  return given && items.some(({ stage }) => stages.indexOf(stage) < stages.indexOf('released'));
}

function headlineOf(facts: TrackingFacts, closed: boolean, ready: boolean): Headline {
  const outcomes = facts.items.map((item) => item.outcome);
  if (closed) {
    if (outcomes.some((outcome) => outcome === 'given' || outcome === 'given-in-part')) return 'ready';
    if (outcomes.includes('denied')) return 'denied';
    if (outcomes.includes('withdrawn')) return 'withdrawn';
    if (outcomes.includes('not-theirs')) return 'not-theirs';
    if (outcomes.includes('none-to-give')) return 'none-to-give';
    return outcomes.includes('not-maintained') ? 'not-maintained' : 'none-found';
  }
  if (facts.codeSent && !facts.identityProved) return 'prove-identity';
  const least = leastOpen(facts);
  switch (least) {
    case 'draft':
    case 'received':
      return 'received';
    case 'searching':
      return 'searching';
    case 'matched':
      return 'found';
    case 'granted':
    case 'retrieving':
      return 'getting';
    case 'checking':
      return 'checking';
    default:
      return givenHeadline(facts, ready);
  }
}

/** Approved: on its way to the places where it was asked for. */
function givenHeadline({ deliveries }: TrackingFacts, ready: boolean): Headline {
  const online = deliveries.filter((delivery) => !isParcel(delivery.kind));
  if (online.some((delivery) => delivery.state === 'ready' || delivery.state === 'delivered')) return 'ready';
  if (deliveries.length > online.length && ready) return 'mailing';
  return 'preparing';
}

function stageOf(facts: TrackingFacts, ready: boolean): TrackingStage {
  const given = facts.items.filter((item) => item.outcome === null || item.outcome.startsWith('given'));
  const least = given.length === 0 ? 'closed' : leastOf(given.map((item) => item.stage));
  const at = stages.indexOf(least);
  if (ready || given.length === 0) return 'yours';
  if (at >= stages.indexOf('released')) return 'checked';
  if (at >= stages.indexOf('matched') && facts.identityProved) return 'found';
  return facts.identityProved ? 'it-is-you' : 'asked';
}

function leastOpen({ items }: TrackingFacts): Stage {
  return leastOf(items.filter((item) => item.stage !== 'closed').map((item) => item.stage));
}

function leastOf(reached: readonly Stage[]): Stage {
  return stages[Math.min(...reached.map((stage) => stages.indexOf(stage)))] ?? 'received';
}
