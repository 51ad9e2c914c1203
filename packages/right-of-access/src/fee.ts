import { type Ceiling, lawfulCeilings, lower } from './fee-ceiling.ts';
import {
  type ChargedChoice,
  type ChoiceRefusal,
  choiceRefusal,
  type FeeChoice,
  type FeeFacts,
  type FeeRoute,
  factsRefusal,
  needsNoHands,
} from './fee-choice.ts';
import { type CostedLine, costLines, flatLine, groupOf, sumOf } from './fee-cost.ts';
import { freeByLaw, freeOffers } from './fee-free.ts';
import type { FeeLine } from './fee-line.ts';
import { type FeeReason, feeReason, methodReason, noHandsReason, routeReason } from './fee-reason.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import { type ScheduleRefusal, validateFeeSchedule } from './fee-schedule-check.ts';
import { thirdPartyCeilings, thirdPartyList } from './fee-third-party.ts';
import { openAnswer } from './open-answer.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { FeeMethod, Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

export type FeeQuote = {
  readonly totalCents: number;
  readonly method: FeeMethod | 'free';
  /** What is charged, line by line; what is free has no line. */
  readonly lines: readonly FeeLine[];
  readonly route: FeeRoute;
  /** True while the minutes are an estimate: the fee may still fall, and rises only with the person's agreement. */
  readonly approximate: boolean;
  /** What each allowed method would come to; the desk shows when another one is lower. */
  readonly compared: readonly { readonly method: FeeMethod; readonly totalCents: number }[];
  /** The rule behind a quote without lines, and behind the method. */
  readonly cite: string;
  /** How the fee came about, step by step. */
  readonly why: readonly FeeReason[];
  /** Rules that would make it free if the person brought what they ask for. */
  readonly offers: readonly FeeReason[];
  /** Ceilings of which the pack is not sure. They lower nothing until somebody asked counsel. */
  readonly toConfirm: readonly FeeReason[];
  /** An all-electronic copy over 15 dollars: not unlawful by itself, but a supervisor looks before it goes out. */
  readonly needsSupervisor: boolean;
};

export type FeeRefusal =
  | ScheduleRefusal
  | ChoiceRefusal
  | { readonly code: 'unusual-not-said-before'; readonly why: Why }
  | { readonly code: 'directive-is-electronic-only'; readonly why: Why };

/** House limit: an all-electronic copy that costs more smells of search time or retrieval. */
export const supervisorOverCents = 1500;

/**
 * What a request costs one payer: all its ways together. The free ones add nothing, and a flat fee is charged once for all
 * electronic copies of the request (HHS FAQ 2030). `fee = min(method, ceilings of the law, the facility's promise)`.
 */
export function quoteFees(
  choices: readonly FeeChoice[],
  schedule: FeeSchedule,
  pack: Pack,
  facts: FeeFacts = {},
): Outcome<FeeQuote, FeeRefusal> {
  const refusal = refusalOf(choices, schedule, pack, facts);
  if (refusal) return refuse(refusal);
  const byHand = choices.filter((choice): choice is ChargedChoice => !needsNoHands(choice));
  const route = facts.route ?? 'individual';
  if (byHand.length === 0) return ok(freeQuote(route, [noHandsReason(pack)]));
  if (isFreeRoute(route, pack)) return ok(freeQuote(route, [routeReason(route, pack)]));
  const freeReasons = new Map<string, FeeReason>();
  const paid = byHand.filter((choice) => {
    const reason = freeByLaw(groupOf(choice), facts, pack);
    if (reason) freeReasons.set(reason.rule, reason);
    return reason === undefined;
  });
  const free = [...(byHand.length < choices.length ? [noHandsReason(pack)] : []), ...freeReasons.values()];
  if (paid.length === 0) return ok(freeQuote(route, free));
  return ok(chargedQuote({ paid, schedule, pack, facts, route }, free));
}

function refusalOf(
  choices: readonly FeeChoice[],
  schedule: FeeSchedule,
  pack: Pack,
  facts: FeeFacts,
): FeeRefusal | undefined {
  const checked = validateFeeSchedule(schedule, pack);
  if (!checked.ok) return checked.refusal;
  const wrong =
    factsRefusal(facts) ??
    choices.map((choice) => choiceRefusal(choice, pack)).find((refusal) => refusal !== undefined);
  if (wrong) return wrong;
  const { id, cite } = pack.feeMethods;
  if (facts.unusual && !(facts.unusual.saidBefore && facts.unusual.reason.trim())) {
    return { code: 'unusual-not-said-before', why: because(id, cite, { reason: facts.unusual.reason }) };
  }
  const onPaper = choices.find((choice) => choice.kind === 'prints' || choice.kind === 'paper-pages');
  if (facts.route !== 'directive' || !onPaper) return undefined;
  const why = because(`${id}/directive`, pack.sources['third-party-fee'], { asked: onPaper.kind });
  return { code: 'directive-is-electronic-only', why };
}

type Paid = {
  readonly paid: readonly ChargedChoice[];
  readonly schedule: FeeSchedule;
  readonly pack: Pack;
  readonly facts: FeeFacts;
  readonly route: FeeRoute;
};

function chargedQuote(request: Paid, free: readonly FeeReason[]): FeeQuote {
  const { paid, schedule, pack, facts, route } = request;
  const lawful = lawfulCeilings(paid, schedule, facts, pack);
  const ceilings = [...lawful.inForce, ...thirdPartyCeilings(request), ...promised(schedule, pack)];
  const worked = usableMethods(request).map((method) => {
    const { lines, reasons } = lower(linesBy(method, request), ceilings, pack);
    return { method, totalCents: sumOf(lines), lines, reasons };
  });
  const { method, lines, reasons, totalCents } = chosen(worked, request);
  const named = nameOf(method, request);
  const fromFlat = schedule.method === 'flat' && route === 'individual' && !facts.unusual;
  const step = (kind: FeeReason['kind']) => feeReason(kind, pack.feeMethods, pack);
  const why = [
    ...free,
    ...(route === 'individual' ? [] : [routeReason(route, pack)]),
    ...(facts.unusual ? [feeReason('unusual', pack.feeMethods, pack, { reason: facts.unusual.reason })] : []),
    methodReason(named, pack),
    ...(fromFlat && method === 'actual' && paid.some(isElectronic) ? [step('lower-than-flat')] : []),
    ...(fromFlat && !paid.every(isElectronic) ? [step('no-flat-for-hard-copy')] : []),
    ...reasons,
  ];
  const approximate = isApproximate(method, paid);
  return {
    totalCents,
    method: named,
    lines: lines.map(({ group: _, ...line }) => line),
    route,
    approximate,
    compared: worked.map((each) => ({ method: each.method, totalCents: each.totalCents })),
    cite: pack.feeMethods.cite,
    why: approximate ? [...why, step('estimate')] : why,
    offers: freeOffers(facts, pack),
    toConfirm: lawful.toConfirm,
    needsSupervisor: paid.every(isElectronic) && totalCents > supervisorOverCents,
  };
}

/** The facility's own promise: nobody pays more than this for a request. */
function promised({ promiseCents }: FeeSchedule, pack: Pack): readonly Ceiling[] {
  if (promiseCents === undefined) return [];
  const head = { id: `${pack.feeMethods.id}/promise`, cite: 'promise of the facility', conf: 'high' as const };
  return [{ cents: promiseCents, covers: () => true, kind: 'promise', head }];
}

/** A flat fee is for electronic copies; where there is none among the choices it is no method at all. */
function usableMethods({ paid, pack }: Paid): readonly FeeMethod[] {
  return pack.feeMethods.value.filter((method) => method !== 'flat' || paid.some(isElectronic));
}

type Worked = { readonly method: FeeMethod; readonly totalCents: number };

function chosen<W extends Worked>(worked: readonly W[], request: Paid): W {
  const { schedule, facts, paid } = request;
  const by = (method: FeeMethod): W => worked.find((each) => each.method === method) ?? fault(method);
  if (facts.unusual || thirdPartyList(request)) return by('actual');
  if (schedule.method !== 'flat') return by(schedule.method);
  if (!paid.some(isElectronic)) return by('actual');
  const [flat, actual] = [by('flat'), by('actual')];
  return schedule.chargeTheLower !== false && actual.totalCents < flat.totalCents ? actual : flat;
}

/** Every pack allows the actual cost, and a schedule's own method was checked before. */
function fault(method: FeeMethod): never {
  throw new Error(`The pack does not allow the method ${method}`);
}

function linesBy(method: FeeMethod, { paid, schedule, facts, pack }: Paid): readonly CostedLine[] {
  const costed = method === 'flat' ? paid.filter((choice) => !isElectronic(choice)) : paid;
  const lines = costed.flatMap((choice) =>
    costLines(method === 'flat' ? 'actual' : method, choice, schedule, facts, pack),
  );
  return method === 'flat' ? [flatLine(schedule, pack), ...lines] : lines;
}

/** A flat fee beside prints at their cost is, as a whole, an actual cost. */
function nameOf(method: FeeMethod, { paid }: Paid): FeeMethod {
  return method === 'flat' && !paid.every(isElectronic) ? 'actual' : method;
}

function isApproximate(method: FeeMethod, paid: readonly ChargedChoice[]): boolean {
  if (method === 'average') return false;
  const costed = method === 'flat' ? paid.filter((choice) => !isElectronic(choice)) : paid;
  return costed.some((choice) => choice.kind !== 'summary' && choice.copyMinutes === undefined);
}

function isElectronic(choice: ChargedChoice): boolean {
  return groupOf(choice) === 'electronic';
}

/** Treatment is not charged for; a directive costs nothing where the pack says so (OD-24). */
function isFreeRoute(route: FeeRoute, pack: Pack): boolean {
  return route === 'other-provider' || (route === 'directive' && openAnswer(pack, 'OD-24').setting === 'always-free');
}

function freeQuote(route: FeeRoute, why: readonly FeeReason[]): FeeQuote {
  return {
    totalCents: 0,
    method: 'free',
    lines: [],
    route,
    approximate: false,
    compared: [],
    cite: why[0]?.cite ?? '',
    why,
    offers: [],
    toConfirm: [],
    needsSupervisor: false,
  };
}
