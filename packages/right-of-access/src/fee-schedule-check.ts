import { type WholeNumbersRefusal, wholeNumbers } from './fee-choice.ts';
import { isForbiddenLine, neverChargedCite } from './fee-citations.ts';
import type { FeeSchedule, TypedPrice } from './fee-schedule.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { FeeMethod, Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

export type ScheduleRefusal =
  | { readonly code: 'flat-over-cap'; readonly flatCents: number; readonly capCents: number; readonly why: Why }
  | { readonly code: 'method-not-in-force'; readonly method: FeeMethod; readonly why: Why }
  | { readonly code: 'average-without-basis'; readonly why: Why }
  | WholeNumbersRefusal;

export type PriceRefusal =
  | { readonly code: 'price-per-image'; readonly why: Why }
  | { readonly code: 'price-per-page-not-on-paper'; readonly why: Why }
  | { readonly code: 'never-charged'; readonly label: string; readonly why: Why }
  | WholeNumbersRefusal;

/** Labour above this is a slip of the keyboard, not a wage: 1,000 dollars an hour. */
const mostCents = 100_000;

/** May a facility charge by this schedule? Refused with the rule that it breaks; nothing is corrected in silence. */
export function validateFeeSchedule(schedule: FeeSchedule, pack: Pack): Outcome<FeeSchedule, ScheduleRefusal> {
  const refusal = numberRefusal(schedule) ?? methodRefusal(schedule, pack);
  return refusal ? refuse(refusal) : ok(schedule);
}

/**
 * May a price stand on the list? By the page only for records on paper, by the image never for pictures held electronically,
 * and nothing for work that is never charged.
 */
export function decideTypedPrice(price: TypedPrice, pack: Pack): Outcome<TypedPrice, PriceRefusal> {
  const { label, per, heldAs, cents } = price;
  const { id, cite, conf } = pack.chargeable;
  const why = (clause: string) => because(`${id}/price`, clause, { label, per, heldAs }, conf);
  if (!isPrice(cents)) return refuse(wholeNumbers);
  if (per === 'image' && heldAs === 'electronic') {
    return refuse({ code: 'price-per-image', why: why(neverChargedCite('per-image', pack)) });
  }
  if (per === 'page' && heldAs !== 'paper') {
    return refuse({ code: 'price-per-page-not-on-paper', why: why(`${cite}: by the page only for records on paper`) });
  }
  return isForbiddenLine(label)
    ? refuse({ code: 'never-charged', label, why: why(neverChargedCite(label, pack)) })
    : ok(price);
}

function numberRefusal(schedule: FeeSchedule): ScheduleRefusal | undefined {
  const numbers = [
    schedule.flatCents,
    schedule.labourCentsPerHour,
    schedule.averageMinutes,
    schedule.cdCents,
    schedule.dvdCents,
    schedule.usbCents,
    schedule.printSheetCents,
    schedule.postageCents,
    schedule.paperSheetCents ?? 0,
    schedule.paperPageCents ?? 0,
    schedule.promiseCents ?? 0,
    schedule.thirdParty?.electronicCopyCents ?? 0,
    schedule.thirdParty?.hardCopySheetCents ?? 0,
  ];
  return numbers.every(isPrice) ? undefined : wholeNumbers;
}

function isPrice(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= mostCents;
}

function methodRefusal({ method, flatCents, averageBasis }: FeeSchedule, pack: Pack): ScheduleRefusal | undefined {
  const { value: methods, id, cite, conf } = pack.feeMethods;
  const why = because(id, cite, { method }, conf);
  if (!methods.includes(method)) return { code: 'method-not-in-force', method, why };
  if (method === 'average' && (averageBasis === undefined || averageBasis.derivation.trim() === '')) {
    return { code: 'average-without-basis', why };
  }
  const cap = pack.flatCapCents;
  if (!methods.includes('flat') || flatCents <= cap.value) return undefined;
  const inputs = { 'flat-cents': flatCents, 'cap-cents': cap.value };
  return { code: 'flat-over-cap', flatCents, capCents: cap.value, why: because(cap.id, cap.cite, inputs, cap.conf) };
}
