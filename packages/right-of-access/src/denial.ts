import type { CalendarDate } from './calendar.ts';
import { accessReturns, groundConditions, notGroundsUnder } from './denial-ground.ts';
import { isBlank, type Lack } from './lack.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { denialGround } from './pack-lookups.ts';
import type { DenialGround } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';

/** Somebody of the facility who decides. Staff without either role propose and decide nothing. */
export type Decider = {
  readonly name: string;
  readonly role: 'staff' | 'privacy-officer' | 'licensed-professional';
};

export type DenialWish = {
  /** A ground's code, or what somebody typed instead of one. */
  readonly ground: string;
  readonly decidedBy?: Decider;
  readonly decidedOn: CalendarDate;
  /** The basis in words that the person understands: 164.524(d)(2)(i). */
  readonly basis: string;
  /** What the ground's conditions rest on, by the condition's name. */
  readonly shown: Readonly<Record<string, string>>;
  readonly asker: 'individual' | 'personal-representative';
  readonly asks: 'copy' | 'inspect';
  /** Parts of what was asked for, in words: everything else is given, 164.524(d)(1). */
  readonly withheld: readonly string[];
  readonly given: readonly string[];
  /** To whom the person may complain here: 164.524(d)(2)(iii). */
  readonly complaints: { readonly titleOrName: string; readonly phone: string };
};

export type DenialLack =
  | 'a named privacy officer'
  | 'a named licensed professional'
  | 'the basis in plain words'
  | 'what is withheld'
  | 'name or title for complaints'
  | 'phone number for complaints'
  | `shown: ${string}`;

export type Denial = {
  readonly kind: 'in-whole' | 'in-part';
  readonly letter: 'L-DEN' | 'L-PART';
  readonly ground: DenialGround;
  readonly decidedBy: Decider;
  readonly decidedOn: CalendarDate;
  readonly withheld: readonly string[];
  readonly given: readonly string[];
  readonly accessReturns?: string;
  readonly why: Why;
};

export type DenialRefusal =
  /** Nothing outside of the list is a ground; the usual candidates are refused by their name. */
  | { readonly code: 'not-a-ground'; readonly reason: string; readonly instead: string; readonly cite: string }
  /** Has its own outcome and its own letter, and is no denial. */
  | { readonly code: 'another-outcome'; readonly reason: string; readonly letter: string; readonly cite: string }
  | { readonly code: 'denial-lacks'; readonly ground: string; readonly lacks: readonly Lack<DenialLack>[] };

/** May access be denied on this ground, by this hand? Everything that is lacking is named. 45 CFR 164.524(a)(2)–(3), (d). */
export function decideDenial(wish: DenialWish, pack: Pack): Outcome<Denial, DenialRefusal> {
  const ground = denialGround(pack, wish.ground);
  if (!ground) return refuse(notOnTheList(wish.ground, pack));
  const { decidedBy, decidedOn, withheld, given } = wish;
  const lacks = lacksOf(wish, ground, pack.sources);
  if (!decidedBy || lacks.length > 0) return refuse({ code: 'denial-lacks', ground: ground.code, lacks });
  const inPart = given.length > 0;
  const facts = { decidedBy: `${decidedBy.name}, ${decidedBy.role}`, decidedOn, ...wish.shown };
  const inputs = Object.entries(facts).map(([name, value]) => ({ name, value }));
  const returns = accessReturns[ground.code];
  return ok({
    kind: inPart ? 'in-part' : 'in-whole',
    letter: inPart ? 'L-PART' : 'L-DEN',
    ground,
    decidedBy,
    decidedOn,
    withheld,
    given,
    ...(returns && { accessReturns: returns }),
    why: ruleWhy(ground, pack, inputs),
  });
}

function lacksOf(wish: DenialWish, ground: DenialGround, sources: LawSources): Lack<DenialLack>[] {
  const lacks: Lack<DenialLack>[] = [];
  // The correctional, research and federal offices speak through the privacy officer.
  const role = ground.decidedBy === 'licensed-professional' ? 'licensed-professional' : 'privacy-officer';
  if (wish.decidedBy?.role !== role || isBlank(wish.decidedBy.name)) {
    const name = role === 'privacy-officer' ? 'a named privacy officer' : 'a named licensed professional';
    lacks.push({ name, cite: ground.cite });
  }
  for (const condition of groundConditions[ground.code] ?? []) {
    if (isBlank(wish.shown[condition])) lacks.push({ name: `shown: ${condition}`, cite: ground.cite });
  }
  if (ground.onlyForRepresentative && wish.asker !== 'personal-representative') {
    lacks.push({ name: 'shown: a personal representative asks', cite: ground.cite });
  }
  // Looking is still owed where only the copy would do harm.
  if (ground.reaches === 'copy' && wish.asks !== 'copy') {
    lacks.push({ name: 'shown: a copy is asked for', cite: ground.cite });
  }
  if (isBlank(wish.basis)) lacks.push({ name: 'the basis in plain words', cite: sources['denial-basis'] });
  if (wish.withheld.length === 0) lacks.push({ name: 'what is withheld', cite: sources['denial-part'] });
  if (isBlank(wish.complaints.titleOrName))
    lacks.push({ name: 'name or title for complaints', cite: sources['denial-complaints'] });
  if (isBlank(wish.complaints.phone))
    lacks.push({ name: 'phone number for complaints', cite: sources['denial-complaints'] });
  return lacks;
}

function notOnTheList(reason: string, pack: Pack): DenialRefusal {
  const known = notGroundsUnder(pack).find((one) => one.reason === reason);
  const cite = known?.cite ?? pack.sources['denial-grounds'];
  if (known?.letter !== undefined) return { code: 'another-outcome', reason, letter: known.letter, cite };
  return { code: 'not-a-ground', reason, instead: known?.instead ?? 'give the copy', cite };
}
