import type { Ceiling } from './fee-ceiling.ts';
import { type ChargedChoice, copiesOf, type FeeFacts, type FeeRoute } from './fee-choice.ts';
import { costLines, groupOf, sheetsOf, sumOf } from './fee-cost.ts';
import { routeReason } from './fee-reason.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import { openAnswer } from './open-answer.ts';
import type { Pack } from './policy-pack.ts';

/**
 * What keeps a third party's fee down (OD-24): never above what the copy costs, and never above the facility's own list for
 * third parties where it has one. Ceilings of the state come beside these. A facility without such a list, or a pack that
 * answers OD-24 with the patient rate, charges by the patient's method.
 */
export function thirdPartyCeilings(request: {
  readonly paid: readonly ChargedChoice[];
  readonly schedule: FeeSchedule;
  readonly facts: FeeFacts;
  readonly pack: Pack;
  readonly route: FeeRoute;
}): readonly Ceiling[] {
  const { paid, schedule, facts, pack, route } = request;
  if (route === 'individual') return [];
  const { rule: id, cite, confidence: conf } = routeReason(route, pack);
  const ceiling = (cents: number): Ceiling => ({
    cents,
    covers: () => true,
    kind: 'third-party',
    head: { id, cite, conf },
  });
  const cost = sumOf(paid.flatMap((choice) => costLines('actual', choice, schedule, facts, pack)));
  const list = thirdPartyList(request);
  return list ? [ceiling(cost), ceiling(listPrice(paid, list))] : [ceiling(cost)];
}

/** The list that prices this request, if the facility has one and the pack lets it stand. */
export function thirdPartyList(request: {
  readonly schedule: FeeSchedule;
  readonly pack: Pack;
  readonly route: FeeRoute;
}): FeeSchedule['thirdParty'] {
  const { schedule, pack, route } = request;
  if (route === 'individual') return undefined;
  const patientRate = route === 'directive' && openAnswer(pack, 'OD-24').setting === 'patient-rate';
  return patientRate ? undefined : schedule.thirdParty;
}

/** The price on the facility's list for third parties; an agreed summary stays at its agreed price. */
function listPrice(paid: readonly ChargedChoice[], list: NonNullable<FeeSchedule['thirdParty']>): number {
  return paid.reduce((sum, choice) => {
    if (choice.kind === 'summary') return sum + (choice.agreedCents ?? 0);
    if (groupOf(choice) === 'electronic') return sum + copiesOf(choice) * list.electronicCopyCents;
    return sum + sheetsOf(choice) * list.hardCopySheetCents;
  }, 0);
}
