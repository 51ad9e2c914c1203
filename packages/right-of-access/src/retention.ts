import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import { openAnswer } from './open-answer.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Retention } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import { studyKeptUntil } from './study-retention.ts';
import { because, type Why } from './why.ts';
import { yearsAfter } from './years-after.ts';

export type Destruction = {
  readonly studyOn: CalendarDate;
  /** The archive was asked and does not have it. */
  readonly stillHeld: boolean;
  readonly destroyedOn?: CalendarDate;
  /** “7-year schedule”. */
  readonly schedule?: string;
  readonly certificate?: string;
  /** Parts that outlived the pictures and are given: the report. */
  readonly survives: readonly string[];
  readonly referringDoctor?: string;
  /** What was destroyed; pictures unless it is said. */
  readonly covers?: 'images' | 'mammograms';
  readonly bornOn?: CalendarDate;
  /** What was open about the study; nothing may be destroyed then. */
  readonly open?: readonly OpenMatter[];
};

export type DestructionRefusal =
  | { readonly code: 'still-held'; readonly why: Why; readonly cite: string }
  /** Gone before the schedule allowed it, or while somebody asked for it: no letter may call that the schedule. */
  | { readonly code: 'destroyed-too-early'; readonly keptUntil: CalendarDate; readonly why: readonly Why[] }
  | { readonly code: 'destroyed-while-asked'; readonly since: CalendarDate; readonly why: Why }
  | {
      readonly code: 'destruction-not-shown';
      readonly lacks: readonly Lack<'the day of destruction' | 'the schedule' | 'the certificate'>[];
    };

/**
 * Were the pictures destroyed under a schedule? It is no denial: L-NONE says when and why, what survives, and who else may
 * have them. A study past its date that is still in the archive is given: the right lasts while the record is kept (OD-18).
 */
export function decideDestroyed(
  facts: Destruction,
  pack: Pack,
): Outcome<
  {
    readonly letter: 'L-NONE';
    readonly isDenial: false;
    readonly destroyedOn: CalendarDate;
    readonly schedule: string;
    readonly give: readonly string[];
    readonly mayHold?: string;
    readonly why: Why;
  },
  DestructionRefusal
> {
  if (facts.stillHeld)
    return refuse({ code: 'still-held', why: owedAfterRetention(pack), cite: pack.sources.individual });
  const { destroyedOn, schedule, certificate, survives, referringDoctor } = facts;
  const cite = 'house rule: destruction is shown, not assumed';
  const lacks: Lack<'the day of destruction' | 'the schedule' | 'the certificate'>[] = [];
  if (!destroyedOn) lacks.push({ name: 'the day of destruction', cite });
  if (isBlank(schedule)) lacks.push({ name: 'the schedule', cite });
  if (isBlank(certificate)) lacks.push({ name: 'the certificate', cite });
  if (!destroyedOn || !schedule || lacks.length > 0) return refuse({ code: 'destruction-not-shown', lacks });
  const unlawful = unlawfulDestruction(facts, destroyedOn, pack);
  if (unlawful) return refuse(unlawful);
  const why = because('house/destroyed', pack.sources.individual, { destroyedOn, schedule, certificate });
  const mayHold = referringDoctor ? { mayHold: referringDoctor } : {};
  return ok({ letter: 'L-NONE', isDenial: false, destroyedOn, schedule, give: survives, ...mayHold, why });
}

function unlawfulDestruction(
  { studyOn, covers = 'images', bornOn, open = [] }: Destruction,
  destroyedOn: CalendarDate,
  pack: Pack,
): DestructionRefusal | undefined {
  const kept = studyKeptUntil(pack, { covers, madeOn: studyOn, ...(bornOn ? { bornOn } : {}) });
  if (kept && destroyedOn < kept.until) {
    return { code: 'destroyed-too-early', keptUntil: kept.until, why: kept.why };
  }
  const { frozen, since, why } = deletionFrozen(destroyedOn, open);
  return frozen && since ? { code: 'destroyed-while-asked', since, why } : undefined;
}

/** A study past its retention date is owed for as long as it is kept, OD-18: this is why. */
export function owedAfterRetention(pack: Pack): Why {
  return openAnswer(pack, 'OD-18').why;
}

/** What is open about a study, with the day on which it began. */
export type OpenMatter = { readonly kind: 'request' | 'review' | 'accounting'; readonly openSince: CalendarDate };

/** An open request, review or accounting freezes the deletion of its studies until it ends. */
export function deletionFrozen(
  scheduledOn: CalendarDate,
  matters: readonly OpenMatter[],
): { readonly frozen: boolean; readonly since?: CalendarDate; readonly why: Why } {
  const starts = matters.map(({ openSince }) => openSince).sort();
  const since = starts[0];
  const inputs = { scheduledOn, open: matters.map(({ kind }) => kind).join(', '), since };
  const why = because('house/deletion-frozen', 'house rule: nothing is destroyed while it is asked for', inputs);
  return since === undefined || since > scheduledOn ? { frozen: false, why } : { frozen: true, since, why };
}

/**
 * First day on which a thing of the file may go: the longest term of the pack that covers it, counted from its last act or
 * effect. 45 CFR 164.530(j)(2).
 */
export function keepUntil(
  pack: Pack,
  covers: Retention['covers'],
  lastEffectOn: CalendarDate,
): { readonly on: CalendarDate; readonly why: Why } | undefined {
  const row = pack.retention
    .filter((one) => one.covers === covers && one.conf !== 'low')
    .sort((a, b) => b.years - a.years)[0];
  if (!row) return undefined;
  const on = yearsAfter(lastEffectOn, row.years);
  const inputs = { covers, lastEffectOn, years: row.years, on };
  return {
    on,
    why: ruleWhy(
      row,
      pack,
      Object.entries(inputs).map(([name, value]) => ({ name, value: String(value) })),
    ),
  };
}
