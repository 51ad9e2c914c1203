import { addDays, type CalendarDate, calendarDateIn, startOfLocalDay } from './calendar.ts';
import { openAnswer } from './open-answer.ts';
import type { Embargo } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';

/** What a report that state law may hold back looks like. Instants are milliseconds since 1970. */
export type EmbargoFacts = {
  readonly finalisedAt: number;
  /** Last day on which the request is in time: no hold outlasts it. */
  readonly due: CalendarDate;
  /** A clinician talked the result over with the patient, or lifted the hold. */
  readonly clinicianAt?: number;
};

/** Does a hold on results reach this? Only a report that would open electronically: OD-16. */
export function embargoReaches(
  pack: Pack,
  item: { readonly what: 'pictures' | 'report'; readonly manner: 'electronic' | 'paper' },
): { readonly reaches: boolean; readonly why: Why } {
  const { setting, why } = openAnswer(pack, 'OD-16');
  const reaches = setting === 'electronic-report-only' && item.what === 'report' && item.manner === 'electronic';
  return { reaches, why };
}

/** Does this statute let a clinician open the report sooner? */
export function clinicianMayOpen({ ends }: Embargo): boolean {
  return ends.kind === 'clinician-discussed' || (ends.kind === 'hours-after-final' && ends.clinicianMayLift);
}

/** The instant at which the electronic report opens by itself, and its local day: “your report will open on Thu 6 May”. */
export function embargoEnd(
  embargo: Embargo,
  facts: EmbargoFacts,
  timeZone: string,
  pack: Pack,
): { readonly opensAt: number; readonly opensOn: CalendarDate; readonly why: readonly Why[] } {
  const final = calendarDateIn(timeZone, facts.finalisedAt);
  const outer = startOfLocalDay(timeZone, facts.due);
  const opensAt = Math.max(facts.finalisedAt, Math.min(endOf(embargo, facts, final, timeZone), outer));
  const opensOn = calendarDateIn(timeZone, opensAt);
  const inputs = [
    { name: 'finalised', value: final },
    { name: 'opensOn', value: opensOn },
  ];
  return { opensAt, opensOn, why: [ruleWhy(embargo, pack, inputs), openAnswer(pack, 'OD-16').why] };
}

function endOf({ ends }: Embargo, facts: EmbargoFacts, final: CalendarDate, timeZone: string): number {
  switch (ends.kind) {
    case 'day-after-final':
      return startOfLocalDay(timeZone, addDays(final, ends.days));
    case 'hours-after-final':
      return Math.min(facts.finalisedAt + ends.hours * 3_600_000, facts.clinicianAt ?? Number.POSITIVE_INFINITY);
    case 'clinician-discussed':
      return facts.clinicianAt ?? Number.POSITIVE_INFINITY;
  }
}
