import { isParcel, type Stage } from '@echoback/right-of-access';

type StepName =
  | 'choose-patient'
  | 'prove-identity'
  | 'await-identity-code'
  | 'search'
  | 'decide-denial'
  | 'decide-review'
  | 'hold'
  | 'retrieve-again'
  | 'retrieving'
  | 'check-pictures'
  | 'preparing'
  | 'post-media'
  | 'await-arrival'
  | 'offer-visit'
  | 'await-visit'
  | 'record-visit'
  | 'nothing';

export type NextStep = {
  step: StepName;
  with: 'you' | 'patient' | 'itself' | 'nobody';
  facts: Record<string, string | number>;
};

/** Times are to be offered, the person is to choose or to come, or the day is here and the visit is to be written down. */
type VisitStep = 'offer' | 'await' | 'record';

export type StepFacts = {
  items: readonly { stage: Stage }[];
  patientChosen: boolean;
  identityProved: boolean;
  /** Proved who they are, but by what right they ask is still to be judged. */
  authorityShown: boolean;
  /** Found for whoever acts for a minor, and not theirs until somebody judged who consented. */
  toJudge: number;
  codeOpen: boolean;
  failedRetrievals: number;
  listed: number;
  held: number;
  deliveries: readonly { kind: string; state: string; awaitsArrival?: boolean; closedReports?: number }[];
  /** Looking in person: what is to be done about the appointment. */
  visit?: VisitStep | null;
  /** A proposed denial, by whose hand it is decided. */
  pendingDenial: string | null;
  reviewOpen: boolean;
  picturesHeld: boolean;
};

/**
 * The one thing that must happen next, and whose turn it is. First what staff can do now, then what we wait for from the
 * person, then what the program is doing by itself.
 */
export function nextStep(facts: StepFacts): NextStep {
  // A review is open after the exam was closed by its denial: 45 CFR 164.524(d)(4).
  if (facts.reviewOpen) return step('decide-review', 'you');
  const open = facts.items.filter((item) => item.stage !== 'closed');
  if (open.length === 0) return step('nothing', 'nobody');
  if (facts.pendingDenial) return step('decide-denial', 'you', { hand: facts.pendingDenial });
  if (!facts.patientChosen) return step('choose-patient', 'you');
  const byStaff = staffStep(facts, open);
  if (byStaff) return byStaff;
  if (!facts.identityProved) return step('await-identity-code', 'patient');
  if (some(open, 'granted', 'retrieving')) {
    return step('retrieving', 'itself', { listed: facts.listed, held: facts.held });
  }
  if (!some(open, 'released')) return step('nothing', 'nobody');
  const onTheRoad = facts.deliveries.filter(({ awaitsArrival }) => awaitsArrival).length;
  if (onTheRoad > 0) return step('await-arrival', 'nobody', { count: onTheRoad });
  if (facts.deliveries.some(waitsForVisit)) return step('await-visit', 'patient');
  // Every copy left, and a report that a statute keeps closed follows by itself.
  return facts.deliveries.some(({ closedReports }) => closedReports)
    ? step('hold', 'nobody')
    : step('preparing', 'itself');
}

function staffStep(facts: StepFacts, open: StepFacts['items']): NextStep | undefined {
  if (!facts.identityProved && !facts.codeOpen) return step('prove-identity', 'you');
  if (facts.identityProved && !facts.authorityShown) return step('prove-identity', 'you', { lack: 'authority' });
  const toSearch = { exams: count(open, 'received', 'searching') };
  if (some(open, 'received')) return step('search', 'you', toSearch);
  if (facts.toJudge > 0) return step('prove-identity', 'you', { lack: 'consent', exams: facts.toJudge });
  const media = facts.deliveries.filter(({ kind, state }) => isParcel(kind) && state === 'ready').length;
  const ready = some(open, 'checking');
  const onTheRoad = facts.deliveries.some((one) => one.awaitsArrival || waitsForVisit(one));
  if (ready && some(open, 'released') && (media > 0 || !onTheRoad)) {
    // An earlier part is on its way out: the next one follows it.
    return media > 0 ? step('post-media', 'you', { count: media }) : step('preparing', 'itself');
  }
  // OD-17: what is ready is given at once, unless the rest comes by itself within minutes.
  const comesByItself = some(open, 'granted', 'retrieving') && facts.failedRetrievals === 0;
  if (ready && !comesByItself && !facts.picturesHeld) {
    return step('check-pictures', 'you', { listed: facts.listed, held: facts.held });
  }
  if (some(open, 'searching')) return step('search', 'you', toSearch);
  if (facts.failedRetrievals > 0) return step('retrieve-again', 'you', { failed: facts.failedRetrievals });
  const barred = some(open, 'matched') && facts.identityProved && facts.picturesHeld;
  if (media > 0) return step('post-media', 'you', { count: media });
  if (facts.visit === 'record') return step('record-visit', 'you');
  if (facts.visit === 'offer') return step('offer-visit', 'you');
  return (ready && !comesByItself) || barred ? step('hold', 'nobody') : undefined;
}

/** Everything is ready to be shown; it holds no next part back. */
function waitsForVisit({ kind, state }: { kind: string; state: string }): boolean {
  return kind === 'inspection' && state === 'ready';
}

function some(items: StepFacts['items'], ...wanted: Stage[]): boolean {
  return count(items, ...wanted) > 0;
}

function count(items: StepFacts['items'], ...wanted: Stage[]): number {
  return items.filter((item) => wanted.includes(item.stage)).length;
}

function step(name: StepName, who: NextStep['with'], facts: NextStep['facts'] = {}): NextStep {
  return { step: name, with: who, facts };
}
