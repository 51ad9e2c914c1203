import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** A paper or an entry in the record that somebody with a name looked at. */
export type JudgedEvidence = {
  /** What was seen: “birth certificate”, “parent link in the registration”. */
  readonly what: string;
  readonly judgedBy: string;
  readonly judgedOn: CalendarDate;
  readonly validUntil?: CalendarDate;
};

/** While the patient lives: who decides about their health care. 45 CFR 164.502(g)(2). */
export const livingInstruments = ['health-care-power-of-attorney', 'guardianship', 'conservatorship', 'other'] as const;
/** After death: who acts for the dead person or the estate. 45 CFR 164.502(g)(4). */
export const estateInstruments = [
  'letters-testamentary',
  'letters-of-administration',
  'small-estate-affidavit',
  'other-estate-authority',
] as const;

export type InstrumentKind = (typeof livingInstruments)[number] | (typeof estateInstruments)[number];

export type Instrument = {
  readonly kind: InstrumentKind;
  /** What the paper lets its holder decide. Of the estate's papers nobody asks it. */
  readonly scope: readonly ('health-care' | 'finances')[];
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly revokedOn?: CalendarDate;
  readonly evidence?: JudgedEvidence;
};

export type AuthorityLack =
  | 'the instrument'
  | 'somebody who judged it'
  | 'authority for health-care decisions'
  | 'authority for the estate'
  | 'authority that has begun'
  | 'authority that has not ended'
  | 'authority that was not revoked';

export type RepresentativeRefusal = {
  readonly code: 'authority-lacking';
  readonly lacks: readonly Lack<AuthorityLack>[];
  /** Papers that would do: the letter names them. */
  readonly wouldDo: readonly InstrumentKind[];
  readonly letter: 'L-VER';
};

export type RepresentativeStanding = { readonly instrument: Instrument; readonly why: Why };

/**
 * Does this paper let its holder stand in the patient's shoes today? Asked again at the moment of release. Doubt alone
 * (“issued in another state”) is no lack: what is lacking is named, with the papers that would do.
 */
export function representativeStanding(
  instrument: Instrument | undefined,
  patient: Mortal,
  today: CalendarDate,
  sources: LawSources,
): Outcome<RepresentativeStanding, RepresentativeRefusal> {
  const dead = isDeadOn(patient, today);
  const cite = sources[dead ? 'estate' : 'living-representative'];
  const names = instrument ? lacksOf(instrument, dead, today) : (['the instrument'] as const);
  if (!instrument || names.length > 0) {
    const wouldDo = papersThatWouldDo(patient, today);
    const lacks = names.map((name) => ({ name, cite: isAboutThePaper(name) ? sources.identity : cite }));
    return refuse({ code: 'authority-lacking', lacks, wouldDo, letter: 'L-VER' });
  }
  const { kind, scope, until = 'no end', evidence } = instrument;
  const inputs = { instrument: kind, scope: scope.join(', '), until, seenBy: evidence?.judgedBy, today };
  return ok({ instrument, why: because('law/personal-representative', cite, inputs) });
}

type Mortal = { readonly diedOn?: CalendarDate };

/** The papers that make somebody a representative today: an agent's or guardian's in life, the estate's after it. */
export function papersThatWouldDo(patient: Mortal, today: CalendarDate): readonly InstrumentKind[] {
  return isDeadOn(patient, today) ? estateInstruments : livingInstruments;
}

function isDeadOn({ diedOn }: Mortal, today: CalendarDate): boolean {
  return diedOn !== undefined && diedOn <= today;
}

function lacksOf(instrument: Instrument, dead: boolean, today: CalendarDate): AuthorityLack[] {
  const { kind, scope, from, until, revokedOn, evidence } = instrument;
  const forEstate = estateInstruments.some((one) => one === kind);
  const lacks: AuthorityLack[] = [];
  if (isBlank(evidence?.what)) lacks.push('the instrument');
  if (isBlank(evidence?.judgedBy)) lacks.push('somebody who judged it');
  // An agent's or guardian's authority ends with the patient's life, whatever the paper decides about.
  if (dead && !forEstate) lacks.push('authority for the estate');
  if (!dead && (forEstate || !scope.includes('health-care'))) lacks.push('authority for health-care decisions');
  if (from !== undefined && from > today) lacks.push('authority that has begun');
  if (hasPassed(until, today) || hasPassed(evidence?.validUntil, today)) lacks.push('authority that has not ended');
  if (revokedOn !== undefined && revokedOn <= today) lacks.push('authority that was not revoked');
  return lacks;
}

function hasPassed(lastDay: CalendarDate | undefined, today: CalendarDate): boolean {
  return lastDay !== undefined && lastDay < today;
}

function isAboutThePaper(lack: AuthorityLack): boolean {
  return lack === 'the instrument' || lack === 'somebody who judged it';
}
