import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { denialGround } from './pack-lookups.ts';
import type { HoldCode, HoldDemand } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { type ClockFacts, holidaysFor, plusLimit } from './rule-clock.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';

/** What somebody wants to hold back, and what they bring with it. */
export type HoldWish = {
  /** A lawful code, or what somebody chose instead. */
  readonly code: string;
  readonly askedBy: 'individual' | 'personal-representative' | 'third-party';
  readonly holds: readonly ('images' | 'report')[];
  readonly receivedOn: CalendarDate;
  readonly setOn: CalendarDate;
  readonly professional?: { readonly name: string; readonly licensed: boolean };
  readonly ground?: string;
  readonly precondition?: string;
  readonly policy?: string;
  readonly caseDecision?: string;
  readonly reasonSentInWritingOn?: CalendarDate;
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly electronicAccess?: boolean;
  readonly statute?: string;
};

export type HoldRefusal = { readonly cite: string } & (
  | { readonly code: 'never-a-hold'; readonly sentence: string }
  | { readonly code: 'unknown-code'; readonly lawful: readonly string[] }
  | { readonly code: 'hold-lacks'; readonly lacks: readonly Lack<HoldDemand>[] }
);

export type Hold = {
  readonly code: string;
  /** A hold stands beside the clock: the due date stays where it is. */
  readonly movesDueDate: false;
  readonly until?: CalendarDate;
  readonly why: Why;
};

type Holidays = Pick<ClockFacts, 'holidays'>;

/** May this wait for now? Only under a lawful code and with all that it demands. A refused wish is accounted for too. */
export function decideHold(wish: HoldWish, pack: Pack, facts: Holidays = {}): Outcome<Hold, HoldRefusal> {
  const never = pack.unlawfulHolds.find(({ code }) => code === wish.code);
  if (never) return refuse({ code: 'never-a-hold', sentence: never.sentence, cite: never.cite });
  const found = pack.holdCodes.find(({ code }) => code === wish.code);
  if (!found) {
    const lawful = pack.holdCodes.map(({ code }) => code);
    return refuse({ code: 'unknown-code', lawful, cite: pack.sources.hold });
  }
  const unmet = found.demands.filter((demand) => !meets[demand](wish, pack, found, facts));
  const { cite } = found;
  if (unmet.length > 0) return refuse({ code: 'hold-lacks', lacks: unmet.map((name) => ({ name, cite })), cite });
  const brought = { by: wish.professional?.name, policy: wish.policy, statute: wish.statute, until: wish.until };
  const inputs = Object.entries({ setOn: wish.setOn, ...brought })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value: String(value) }));
  return ok({
    code: wish.code,
    movesDueDate: false,
    ...(wish.until && { until: wish.until }),
    why: ruleWhy(found, pack, inputs),
  });
}

/**
 * The codes under which anything of this request could wait, whatever else somebody brings. The rest would be chosen and
 * always refused: a fee never holds electronic access (45 CFR 171.302(b)), and no statute holds a report where none is in force.
 */
export function holdCodesFor(
  pack: Pack,
  { askedBy, electronicAccess }: Pick<HoldWish, 'askedBy' | 'electronicAccess'>,
): readonly HoldCode[] {
  const can = (demand: HoldDemand) => {
    if (demand === 'not-own-request') return askedBy !== 'individual';
    if (demand === 'not-electronic-access') return electronicAccess === false;
    return demand !== 'statute' || pack.embargoes.some(({ conf }) => conf !== 'low');
  };
  return pack.holdCodes.filter(({ demands }) => demands.every(can));
}

/** Does a hold under this code let nobody grant a copy? Over the pictures: a report that waits bars nothing. */
export function holdBarsGrant(pack: Pack, hold: Pick<HoldWish, 'code' | 'holds'>): boolean {
  const row = pack.holdCodes.find(({ code }) => code === hold.code);
  return row?.barsGrant === true && hold.holds.includes('images');
}

type Meets = (wish: HoldWish, pack: Pack, code: HoldCode, facts: Holidays) => boolean;

const meets: Readonly<Record<HoldDemand, Meets>> = {
  'licensed-professional': ({ professional }) => professional?.licensed === true && !isBlank(professional.name),
  'case-decision': ({ caseDecision }) => !isBlank(caseDecision),
  'endangers-life-or-physical-safety': endangers,
  'unmet-precondition-or-unreviewable-ground': ({ ground, precondition }, pack) =>
    !isBlank(precondition) || denialGround(pack, ground)?.reviewable === false,
  'written-policy': ({ policy }) => !isBlank(policy),
  'policy-or-case-decision': ({ policy, caseDecision }) => !isBlank(policy) || !isBlank(caseDecision),
  'written-reason-in-time': wroteInTime,
  'start-and-end': ({ from, until }) => from !== undefined && until !== undefined && from <= until,
  'finished-report': ({ from, until }) => from !== undefined && until !== undefined,
  'not-electronic-access': ({ electronicAccess }) => electronicAccess === false,
  'not-own-request': ({ askedBy }) => askedBy !== 'individual',
  statute: ({ statute }) => !isBlank(statute),
  'report-only': ({ holds }) => holds.length === 1 && holds[0] === 'report',
};

/** The harm of a reviewable denial: R1 alone when the individual asks, R3 only against a representative. 45 CFR 171.201(d). */
function endangers({ ground, askedBy }: HoldWish, pack: Pack): boolean {
  const found = denialGround(pack, ground);
  if (!found?.reviewable || (found.onlyForRepresentative && askedBy !== 'personal-representative')) return false;
  return askedBy !== 'individual' || found.code === 'R1';
}

function wroteInTime(wish: HoldWish, pack: Pack, { noticeLimit }: HoldCode, facts: Holidays): boolean {
  if (!noticeLimit || wish.reasonSentInWritingOn === undefined || isBlank(wish.caseDecision)) return false;
  const lastDay = plusLimit(wish.receivedOn, noticeLimit, holidaysFor(noticeLimit, pack, facts));
  return wish.reasonSentInWritingOn <= lastDay;
}
