import type { AccessRow } from './access-row.ts';
import type { FeeFacts } from './fee-choice.ts';
import type { CostGroup } from './fee-cost.ts';
import { type FeeReason, feeReason } from './fee-reason.ts';
import type { FreeWhen } from './fee-row.ts';
import { feeRows, weaker } from './fee-rows.ts';
import type { Pack } from './policy-pack.ts';

/** The first rule of the pack that makes this part of the request free, or nothing. Rules of low confidence make nothing free. */
export function freeByLaw(group: CostGroup, facts: FeeFacts, pack: Pack): FeeReason | undefined {
  return freeRules(facts, pack)
    .filter(({ rule, row }) => rule.conf !== 'low' && isFree(rule, row.id, group, facts))
    .map(({ rule, row }) =>
      feeReason(`free-${rule.when}`, { ...row, cite: rule.cite ?? row.cite, conf: rule.conf }, pack),
    )[0];
}

/** Rules that would make the copy free if the person brought what they ask for; said with the quote. */
export function freeOffers(facts: FeeFacts, pack: Pack): readonly FeeReason[] {
  if (!isOwn(facts)) return [];
  return freeRules(facts, pack)
    .filter(({ rule, row }) => rule.conf !== 'low' && couldBeFree(rule, row.id, facts))
    .map(({ rule, row }) =>
      feeReason(`free-${rule.when}`, { ...row, cite: rule.cite ?? row.cite, conf: rule.conf }, pack),
    );
}

function freeRules(facts: FeeFacts, pack: Pack): readonly { readonly rule: FreeWhen; readonly row: AccessRow }[] {
  return feeRows(facts, pack).flatMap((row) =>
    row.fee.freeWhen.map((rule) => ({ row, rule: { ...rule, conf: weaker(row.conf, rule.conf) } })),
  );
}

function isFree(rule: FreeWhen, rowId: string, group: CostGroup, facts: FeeFacts): boolean {
  if (rule.when === 'electronic-copy') return group === 'electronic';
  if (!isOwn(facts) || group === 'summary' || isUsed(rule, rowId, facts)) return false;
  switch (rule.when) {
    case 'first-copy':
      return (facts.copiesBefore ?? 0) === 0;
    case 'benefit-claim':
      return facts.benefitClaim === 'proof-shown' || (facts.benefitClaim === 'said' && !rule.proof);
    case 'cannot-pay':
      return facts.cannotPay === true;
    default:
      return false;
  }
}

function couldBeFree(rule: FreeWhen, rowId: string, facts: FeeFacts): boolean {
  if (isUsed(rule, rowId, facts)) return false;
  return rule.when === 'benefit-claim'
    ? facts.benefitClaim !== 'proof-shown'
    : rule.when === 'cannot-pay' && !facts.cannotPay;
}

function isUsed(rule: FreeWhen, rowId: string, facts: FeeFacts): boolean {
  return rule.once && (facts.freeRulesUsed ?? []).includes(rowId);
}

function isOwn(facts: FeeFacts): boolean {
  return (facts.route ?? 'individual') === 'individual';
}
