import { calendarDate, decideNotMaintained, type Keeper, type Outcome, ok, refuse } from '@echoback/right-of-access';
import { type ClockInput, dueWorking, type FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { JudgedCandidate } from '../store/records.ts';
import type { SearchedEverywhere } from './searched-everywhere.ts';

type Wish = { outcome: 'none-found' | 'not-maintained'; keeper?: Keeper | undefined; destroyed?: object | undefined };

/** How an exam stands to whoever acts for a living minor; 45 CFR 164.502(g)(3). */
export type MinorsExam = 'theirs' | 'not-theirs' | 'not-judged';
/** What the trail keeps of the decision: its rule, and the last day for a letter that sends somebody elsewhere. */
type Ground = { rule: string; sendBy?: string };

/** May an exam end without its pictures? Looked for everywhere and nothing found; or kept elsewhere, and looked for here. */
export function decideClosing(
  { outcome, keeper, destroyed }: Wish,
  { noneFound, importedCopiesChecked }: SearchedEverywhere,
  beside: readonly JudgedCandidate[],
  {
    clock,
    facility,
    goesOn,
    minors,
  }: {
    clock: ClockInput;
    facility: Pick<FacilityFacts, 'today'>;
    /** What was found outlived the pictures, and is given: the exam does not end. */
    goesOn: boolean;
    /** Absent where nobody acts for a minor. */
    minors?: MinorsExam | undefined;
  },
): Outcome<Ground, { code: 'sources-not-searched' | 'something-found' | 'consent-not-judged' }> {
  // That it was kept, or is kept elsewhere, is told of an exam that is theirs.
  const tells = outcome === 'not-maintained' || destroyed !== undefined;
  if (minors === 'not-theirs' && tells) return refuse({ code: 'something-found' });
  if (minors === 'not-judged' && destroyed) return refuse({ code: 'consent-not-judged' });
  if (outcome === 'none-found') {
    if (noneFound.ok) return ok({ rule: noneFound.value.why.rule });
    const { code } = noneFound.refusal;
    // Looked for everywhere; that it is not theirs to have is what the same letter keeps to itself.
    if (code === 'something-found' && minors === 'not-theirs') return ok({ rule: 'law/parent-of-minor' });
    if (code === 'something-found' && goesOn) return ok({ rule: 'house/none-found' });
    return refuse({ code: code === 'something-found' ? code : 'sources-not-searched' });
  }
  const copies = beside.map((study) => ({ exam: study.description ?? study.studyInstanceUid, askedFor: true }));
  const decision = decideNotMaintained(
    {
      receivedOn: calendarDate(clock.receivedOn),
      due: calendarDate(dueWorking(facility.today, clock).on),
      importedCopies: importedCopiesChecked ? copies : 'not-looked-for',
      ...(keeper && { keeper }),
    },
    clock.pack,
    clockFactsOf(clock.receivedOn),
  );
  if (!decision.ok) return refuse({ code: 'sources-not-searched' });
  return ok({ rule: decision.value.why.rule, sendBy: decision.value.sendBy });
}
