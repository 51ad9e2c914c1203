import type { AccessKind, AccessRow, ExtensionRule, Limit } from './access-row.ts';
import type { CalendarDate } from './calendar.ts';
import { noFeeRule } from './fee-row.ts';
import { type OpenAnswers, type OpenDecisionId, openQuestions } from './open-decision.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Practice, Retention, ServiceLimitName } from './pack-rows.ts';
import type { Confirmation, Pack } from './policy-pack.ts';

/** What a facility sets for itself on top of its pack. It may be stricter on itself, never laxer. */
export type FacilityOverlay = {
  /** Calendar days from receipt that the facility promises. */
  readonly responseDays?: Readonly<Partial<Record<AccessKind, number>>>;
  /** At most so many calendar days more by letter; 0: this facility never extends. */
  readonly extensionDays?: number;
  readonly warningPercents?: readonly number[];
  /** In the unit of the pack's own limit. */
  readonly serviceLimits?: Readonly<Partial<Record<ServiceLimitName, number>>>;
  readonly retentionYears?: Readonly<Partial<Record<Retention['covers'], number>>>;
  readonly answers?: Partial<OpenAnswers>;
  /** Ids of proposed rows that the facility keeps already. */
  readonly adoptedProposals?: readonly string[];
  readonly confirmations?: readonly Confirmation[];
  readonly practices?: readonly Practice[];
};

/** One value that would be laxer, with the rule that it breaks. */
export type BrokenRule = {
  readonly setting: string;
  readonly wanted: string;
  /** What would be lawful, in words; absent where nothing of the kind is. */
  readonly lawful?: string;
  readonly rule: string;
  readonly cite: string;
  readonly sentence?: string;
};

/** Every setting that an overlay can hold. Whatever else stands in one would be kept and do nothing: it is refused by name. */
const settings: Readonly<Record<keyof FacilityOverlay, true>> = {
  responseDays: true,
  extensionDays: true,
  warningPercents: true,
  serviceLimits: true,
  retentionYears: true,
  answers: true,
  adoptedProposals: true,
  confirmations: true,
  practices: true,
};
const kinds: readonly string[] = ['inspect', 'copy', 'report'] satisfies AccessKind[];
const covered: readonly string[] = [
  'images',
  'mammograms',
  'records',
  'access-file',
  'authorizations',
  'disclosures',
] satisfies Retention['covers'][];

export type OverlayRefusal = { readonly code: 'laxer-than-law'; readonly broken: readonly BrokenRule[] };

/** The pack as this facility keeps it, or every rule that its settings would break. `on`: the day from which they count. */
export function applyOverlay(pack: Pack, overlay: FacilityOverlay, on: CalendarDate): Outcome<Pack, OverlayRefusal> {
  const broken = validateOverlay(pack, overlay);
  if (broken.length > 0) return refuse({ code: 'laxer-than-law', broken });
  const { warningPercents: percents, serviceLimits = {}, adoptedProposals = [], confirmations = [] } = overlay;
  const { value: limits } = pack.serviceLimits;
  const names = Object.keys(limits) as ServiceLimitName[];
  const stricter = names.map((name) => [name, { ...limits[name], n: serviceLimits[name] ?? limits[name].n }]);
  const adopted = pack.proposals.filter((row) => adoptedProposals.includes(row.id));
  return ok({
    ...pack,
    answers: { ...pack.answers, ...overlay.answers },
    warnings: percents ? { ...pack.warnings, value: { ...pack.warnings.value, percents } } : pack.warnings,
    serviceLimits: { ...pack.serviceLimits, value: Object.fromEntries(stricter) },
    access: [...pack.access, ...adopted, ...promisedRows(pack, overlay, on)],
    retention: [...pack.retention, ...keptLonger(pack, overlay, on)],
    confirmations: [...pack.confirmations, ...confirmations],
  });
}

/** Every value of the overlay that is laxer than the pack; empty when it may be kept. */
export function validateOverlay(pack: Pack, overlay: FacilityOverlay): readonly BrokenRule[] {
  return [
    ...unknownSettings(overlay),
    ...brokenPeriods(pack, overlay),
    ...brokenExtension(pack, overlay),
    ...brokenWarnings(pack, overlay),
    ...brokenLimits(pack, overlay),
    ...brokenRetention(pack, overlay),
    ...brokenAnswers(pack, overlay),
    ...brokenPractices(pack, overlay),
    ...brokenReferences(pack, overlay),
  ];
}

function unknownSettings(overlay: FacilityOverlay): BrokenRule[] {
  const names = [
    ...Object.keys(overlay).filter((name) => !Object.hasOwn(settings, name)),
    ...Object.keys(overlay.responseDays ?? {}).flatMap((kind) =>
      kinds.includes(kind) ? [] : [`responseDays.${kind}`],
    ),
  ];
  return names.map(noSuch);
}

function noSuch(setting: string): BrokenRule {
  return { setting, wanted: setting, rule: setting, cite: 'no such setting' };
}

/** The fewest calendar days that a period can have: what a promise in calendar days is held against. */
function fewestDays({ n, unit }: Limit): number {
  if (unit === 'month') return n * 28;
  return unit === 'business-day' ? Math.floor(n / 5) * 7 + (n % 5) : n;
}

function brokenPeriods(pack: Pack, { responseDays = {} }: FacilityOverlay): BrokenRule[] {
  return (Object.entries(responseDays) as [AccessKind, number][]).flatMap(([kind, days]) =>
    periodsFor(pack, kind).flatMap(({ row, fewest }) => {
      const whole = Number.isInteger(days) && days >= 1;
      if (whole && days <= fewest) return [];
      const lawful = whole ? `at most ${fewest}` : 'whole days from 1';
      return [brokenBy(row, `responseDays.${kind}`, `${days}`, lawful)];
    }),
  );
}

function brokenExtension(pack: Pack, { extensionDays }: FacilityOverlay): BrokenRule[] {
  if (extensionDays === undefined) return [];
  const wanted = `${extensionDays}`;
  return periodsFor(pack, 'copy').flatMap(({ row, longest }) => {
    const fits = Number.isInteger(extensionDays) && extensionDays >= 0 && extensionDays <= longest;
    const cite = row.extension?.cite ?? row.cite;
    return fits ? [] : [{ ...brokenBy(row, 'extensionDays', wanted, `at most ${longest}`), cite }];
  });
}

/** A period that a facility's promise is held against, with its fewest days and the most that one letter can add. */
type Period = { readonly row: AccessRow; readonly limit: Limit; readonly fewest: number; readonly longest: number };

/** Rules of low confidence bind nobody, and those for some exams alone no promise for all. */
export function periodsFor(pack: Pack, kind: AccessKind): readonly Period[] {
  const rows = pack.access.filter(({ kind: of }) => of === kind || (kind === 'report' && of === 'copy'));
  return rows.flatMap((row) => {
    const { limit } = row;
    if (!limit || row.modalities || row.conf === 'low') return [];
    return [{ row, limit, fewest: fewestDays(limit), longest: longestExtension(row.extension, limit) }];
  });
}

function longestExtension(extension: ExtensionRule | null, limit: Limit): number {
  if (!extension) return 0;
  const whole = fewestDays(extension.limit);
  return extension.from === 'due' ? whole : whole - fewestDays(limit);
}

function brokenWarnings({ warnings }: Pack, { warningPercents }: FacilityOverlay): BrokenRule[] {
  if (!warningPercents) return [];
  const rising = warningPercents.every((percent, at) => percent > (warningPercents[at - 1] ?? 0));
  const whole = warningPercents.every((percent) => Number.isInteger(percent) && percent < 100);
  if (warningPercents.length > 0 && rising && whole) return [];
  return [brokenBy(warnings, 'warningPercents', warningPercents.join(', '), 'whole percents below 100, rising')];
}

function brokenLimits({ serviceLimits: own }: Pack, { serviceLimits = {} }: FacilityOverlay): BrokenRule[] {
  return (Object.entries(serviceLimits) as [ServiceLimitName, number][]).flatMap(([name, n]) => {
    if (!Object.hasOwn(own.value, name)) return [noSuch(`serviceLimits.${name}`)];
    const limit = own.value[name];
    const fits = Number.isInteger(n) && n >= 0 && n <= limit.n;
    return fits ? [] : [brokenBy(own, `serviceLimits.${name}`, `${n}`, `at most ${limit.n} ${limit.unit}`)];
  });
}

function brokenRetention(pack: Pack, { retentionYears = {} }: FacilityOverlay): BrokenRule[] {
  return (Object.entries(retentionYears) as [Retention['covers'], number][]).flatMap(([covers, years]) => {
    if (!covered.includes(covers)) return [noSuch(`retentionYears.${covers}`)];
    return pack.retention
      .filter((row) => row.covers === covers && row.conf !== 'low' && !(years >= row.years))
      .map((row) => brokenBy(row, `retentionYears.${covers}`, `${years}`, `at least ${row.years}`));
  });
}

function brokenAnswers(pack: Pack, { answers = {} }: FacilityOverlay): BrokenRule[] {
  const ids = Object.keys(answers) as OpenDecisionId[];
  return ids.flatMap((id) => {
    const wanted = String(answers[id]);
    if (!Object.hasOwn(pack.openDecisions, id)) return [brokenBy({ id, cite: 'no such open decision' }, id, wanted)];
    const decision = pack.openDecisions[id];
    const allowed = [decision.setting, ...decision.alternatives.map((alternative) => alternative.setting)] as string[];
    const rule = { id, cite: `${openQuestions[id].question} ${decision.reason}` };
    if (!allowed.includes(wanted)) return [brokenBy(rule, id, wanted, allowed.join(', '))];
    if (wanted !== 'fee-first') return [];
    // Where the law forbids to deny a copy for inability to pay, no copy may wait for money.
    const poor = pack.access.filter((row) => row.fee.freeWhen.some((free) => free.when === 'cannot-pay'));
    return poor.map((row) => brokenBy(row, id, wanted, decision.setting));
  });
}

/** The program runs by none of them: one that the pack bars is refused by its sentence, any other by its name. */
function brokenPractices(pack: Pack, { practices = [] }: FacilityOverlay): BrokenRule[] {
  return practices.map((practice) => {
    const row = pack.barredPractices.find((barred) => barred.practice === practice);
    if (row) return { ...brokenBy(row, 'practices', practice), sentence: row.sentence };
    return brokenBy({ id: practice, cite: 'no such practice can be switched on' }, 'practices', practice);
  });
}

/** A confirmation needs a name and a row that waits for one; a promise needs a proposal that is there. */
function brokenReferences(pack: Pack, { confirmations = [], adoptedProposals = [] }: FacilityOverlay): BrokenRule[] {
  const rows = [
    pack.access,
    pack.embargoes,
    pack.retention,
    pack.holdCodes,
    pack.agesOfConsent,
    pack.pauses,
    pack.clockEnds,
  ];
  const medium = new Set(
    rows
      .flat()
      .filter((row) => row.conf === 'medium')
      .map((row) => row.id),
  );
  const unfit = confirmations.filter(({ row, by }) => !medium.has(row) || by.trim() === '');
  const unknown = adoptedProposals.filter((id) => !pack.proposals.some((row) => row.id === id));
  return [
    ...unfit.map(({ row, by }) => ({
      setting: 'confirmations',
      wanted: `${row} by ${by}`,
      lawful: 'a row of medium confidence, by a named person',
      rule: row,
      cite: 'only rows of medium confidence wait for a confirmation',
    })),
    ...unknown.map((id) => ({ setting: 'adoptedProposals', wanted: id, rule: id, cite: 'no such proposal' })),
  ];
}

function brokenBy(
  row: { readonly id: string; readonly cite: string },
  setting: string,
  wanted: string,
  lawful?: string,
): BrokenRule {
  return { setting, wanted, ...(lawful !== undefined && { lawful }), rule: row.id, cite: row.cite };
}

/** The facility's promise as a row like any other: the earliest date governs, whoever set it. */
function promisedRows(pack: Pack, overlay: FacilityOverlay, on: CalendarDate): AccessRow[] {
  const { responseDays = {}, extensionDays } = overlay;
  const kinds = new Set([...Object.keys(responseDays), ...(extensionDays === undefined ? [] : ['copy', 'inspect'])]);
  return ([...kinds] as AccessKind[]).flatMap((kind) => {
    const period = periodsFor(pack, kind)[0];
    if (!period) return [];
    const model = period.row;
    const days = responseDays[kind];
    const limit: Limit = days === undefined ? period.limit : { n: days, unit: 'calendar-day' };
    const more = extensionDays ?? period.longest;
    const extension =
      more === 0 || !model.extension
        ? null
        : { ...model.extension, limit: { n: more, unit: 'calendar-day' as const }, from: 'due' as const };
    return [
      {
        ...model,
        id: `facility/${kind}`,
        jurisdiction: 'facility',
        kind,
        limit,
        startsOn: 'receipt' as const,
        extension,
        fee: noFeeRule,
        cite: 'promise of this facility, stricter than the law',
        conf: 'high' as const,
        verifiedOn: on,
        effectiveFrom: on,
      },
    ];
  });
}

function keptLonger(pack: Pack, { retentionYears = {} }: FacilityOverlay, on: CalendarDate): Retention[] {
  return (Object.entries(retentionYears) as [Retention['covers'], number][]).map(([covers, years]) => ({
    id: `facility-keep/${covers}`,
    jurisdiction: pack.jurisdiction,
    covers,
    years,
    cite: 'schedule of this facility',
    conf: 'high',
    effectiveFrom: on,
    appliedBy: 'keepUntil',
  }));
}
