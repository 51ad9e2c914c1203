import { addBusinessDays, type CalendarDate, type Holidays } from './calendar.ts';
import type { DenialGround } from './denial-ground.ts';
import { type HoldCode, type HoldDemand, neverHolds } from './hold-code.ts';
import { isBlank, type Lack } from './lack.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

export type HoldWish = {
  /** A lawful code, or what somebody typed instead. */
  readonly code: string;
  readonly askedFor: 'individual' | 'personal-representative' | 'third-party';
  readonly holds: readonly ('images' | 'report')[];
  readonly receivedOn: CalendarDate;
  readonly setOn: CalendarDate;
  readonly professional?: { readonly name: string; readonly licensed: boolean };
  readonly ground?: string;
  readonly precondition?: string;
  readonly policy?: string;
  readonly reason?: string;
  readonly toldInWritingOn?: CalendarDate;
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly mannerOffered?: string;
  readonly statute?: string;
};

export type HoldRefusal = { readonly cite: string } & (
  | { readonly code: 'never-a-hold'; readonly sentence: string }
  | { readonly code: 'unknown-code'; readonly lawful: readonly string[] }
  | { readonly code: 'not-against-the-individual' }
  | { readonly code: 'hold-lacks'; readonly lacks: readonly Lack<HoldDemand>[] }
);

export type Hold = {
  readonly code: string;
  /** A hold stands beside the clock: the due date stays where it is. */
  readonly movesDueDate: false;
  readonly until?: CalendarDate;
  readonly why: Why;
};

/** May this be held back for now? Only with a lawful code and all that it demands. A refused wish is audited too. */
export function decideHold(
  wish: HoldWish,
  codes: readonly HoldCode[],
  grounds: readonly DenialGround[],
  holidays: Holidays,
): Outcome<Hold, HoldRefusal> {
  const never = Object.hasOwn(neverHolds, wish.code) ? neverHolds[wish.code] : undefined;
  if (never) return refuse({ code: 'never-a-hold', ...never });
  const found = codes.find(({ code }) => code === wish.code);
  if (!found) {
    const lawful = codes.map(({ code }) => code);
    return refuse({ code: 'unknown-code', lawful, cite: '45 CFR part 171, subparts B and C' });
  }
  const { cite } = found;
  if (found.notAgainstIndividual && wish.askedFor === 'individual') {
    return refuse({ code: 'not-against-the-individual', cite });
  }
  const unmet = found.demands.filter((demand) => !meets[demand](wish, grounds, holidays));
  if (unmet.length > 0) return refuse({ code: 'hold-lacks', lacks: unmet.map((name) => ({ name, cite })), cite });
  const inputs = { code: wish.code, setOn: wish.setOn, by: wish.professional?.name, policy: wish.policy };
  const why = because(`us-federal/hold/${wish.code}`, wish.statute ?? cite, { ...inputs, until: wish.until });
  return ok({ code: wish.code, movesDueDate: false, ...(wish.until && { until: wish.until }), why });
}

type Meets = (wish: HoldWish, grounds: readonly DenialGround[], holidays: Holidays) => boolean;

/** 45 CFR 171.204(b): within ten business days of the receipt of the request. */
const INFEASIBLE_BUSINESS_DAYS = 10;

const meets: Readonly<Record<HoldDemand, Meets>> = {
  'a named professional': ({ professional }) => professional?.licensed === true && !isBlank(professional.name),
  'a reviewable ground of denial': ({ ground }, grounds) =>
    grounds.some(({ code, reviewable }) => code === ground && reviewable),
  'the precondition of law, or an unreviewable ground': ({ ground, precondition }, grounds) =>
    !isBlank(precondition) || grounds.some(({ code, reviewable }) => code === ground && !reviewable),
  'the written policy': ({ policy }) => !isBlank(policy),
  'the reason in this case': ({ reason }) => !isBlank(reason),
  'the reason in writing within 10 business days of the request': (wish, _, holidays) =>
    !isBlank(wish.reason) &&
    wish.toldInWritingOn !== undefined &&
    wish.toldInWritingOn <= addBusinessDays(wish.receivedOn, INFEASIBLE_BUSINESS_DAYS, holidays),
  'when it begins': ({ from }) => from !== undefined,
  'when it ends': ({ from, setOn, until }) => until !== undefined && until >= (from ?? setOn),
  'the manner offered instead': ({ mannerOffered }) => !isBlank(mannerOffered),
  'the statute': ({ statute }) => !isBlank(statute),
  'the report alone': ({ holds }) => holds.length === 1 && holds[0] === 'report',
};
