import { calendarDate, decideNotMaintained, type Keeper, type Outcome, ok, refuse } from '@echoback/right-of-access';
import { type ClockInput, dueWorking, type FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { JudgedCandidate } from '../store/records.ts';
import type { SearchedEverywhere } from './searched-everywhere.ts';

type Wish = { outcome: 'none-found' | 'not-maintained'; keeper?: Keeper | undefined };
/** What the trail keeps of the decision: its rule, and the last day for a letter that sends somebody elsewhere. */
type Ground = { rule: string; sendBy?: string };

/** May an exam end without its pictures? Looked for everywhere and nothing found; or kept elsewhere, and looked for here. */
export function decideClosing(
  { outcome, keeper }: Wish,
  { noneFound, importedCopiesChecked }: SearchedEverywhere,
  beside: readonly JudgedCandidate[],
  {
    clock,
    facility,
    goesOn,
  }: {
    clock: ClockInput;
    facility: Pick<FacilityFacts, 'today'>;
    /** What was found outlived the pictures, and is given: the exam does not end. */
    goesOn: boolean;
  },
): Outcome<Ground, { code: 'sources-not-searched' | 'something-found' }> {
  if (outcome === 'none-found') {
    if (noneFound.ok) return ok({ rule: noneFound.value.why.rule });
    const { code } = noneFound.refusal;
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
