import type { FeeFacts } from './fee-choice.ts';
import type { FreeWhen } from './fee-row.ts';
import { openAnswer } from './open-answer.ts';
import type { Currency, FeeMethod, Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import type { Confidence, Why } from './why.ts';

/** Which sentence explains the step; `fee-words.ts` has them in each language. */
export type FeeReasonKind =
  | 'no-hands'
  | 'treatment'
  | `free-${FreeWhen['when']}`
  | 'waived'
  | FeeMethod
  | 'lower-than-flat'
  | 'unusual'
  | 'no-flat-for-hard-copy'
  | 'third-party'
  | 'ceiling'
  | 'promise'
  | 'estimate';

/** One step of how a fee came about: the rule, where it is written, what went in. */
export type FeeReason = Why & {
  readonly kind: FeeReasonKind;
  /** Of the amounts among the inputs; US dollars where absent. */
  readonly currency?: Currency;
};

type Head = { readonly id: string; readonly cite: string; readonly conf: Confidence };

export function feeReason(
  kind: FeeReasonKind,
  head: Head,
  pack: Pack,
  inputs: Readonly<Record<string, string | number>> = {},
): FeeReason {
  const { currency } = pack;
  return { kind, ...(currency !== 'USD' && { currency }), ...feeWhy(head, pack, inputs) };
}

/** Why money came out as it did; a row that the facility confirmed counts as sure. */
export function feeWhy(head: Head, pack: Pack, inputs: Readonly<Record<string, string | number>>): Why {
  const named = Object.entries(inputs).map(([name, value]) => ({ name, value: String(value) }));
  return ruleWhy(head, pack, named);
}

/** The rule by which looking and electronic access without hands cost nobody anything. */
export function noHandsReason(pack: Pack): FeeReason {
  return feeReason('no-hands', { ...pack.chargeable, id: `${pack.chargeable.id}/free`, cite: pack.sources.free }, pack);
}

export function methodReason(method: FeeMethod, pack: Pack): FeeReason {
  if (method === 'flat') return feeReason('flat', pack.flatCapCents, pack, { 'cap-cents': pack.flatCapCents.value });
  return feeReason(method, pack.feeMethods, pack);
}

export function routeReason(route: NonNullable<FeeFacts['route']>, pack: Pack): FeeReason {
  const inputs = route === 'directive' ? { route, 'OD-24': openAnswer(pack, 'OD-24').setting } : { route };
  const kind = route === 'other-provider' ? 'treatment' : 'third-party';
  const cite = pack.sources[route === 'other-provider' ? 'other-provider' : 'third-party-fee'];
  return feeReason(kind, { ...pack.feeMethods, id: `${pack.feeMethods.id}/${route}`, cite }, pack, inputs);
}
