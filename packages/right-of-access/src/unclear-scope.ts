import { openAnswer } from './open-answer.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

export type UnclearScope = {
  readonly give:
    | 'entire studies in the range'
    | 'the same, within the authority and the test of each exam'
    | 'what the signed writing names';
  /** For a third party whose writing names nothing: nothing is sent on, and the patient gets the copy. */
  readonly toRecipient: 'give' | 'ask first';
  readonly letter: 'L-CLAR';
  readonly why: Why;
};

/** A question about the scope stayed without an answer: what is given, OD-22. No deadline moves. */
export function decideUnclearScope(
  goesTo: 'patient' | 'representative' | 'third-party',
  writingNamesExams: boolean,
  pack: Pack,
): UnclearScope {
  const { why } = openAnswer(pack, 'OD-22');
  if (goesTo === 'patient') return { give: 'entire studies in the range', toRecipient: 'give', letter: 'L-CLAR', why };
  if (goesTo === 'representative') {
    const give = 'the same, within the authority and the test of each exam';
    return { give, toRecipient: 'give', letter: 'L-CLAR', why };
  }
  const toRecipient = writingNamesExams ? 'give' : 'ask first';
  return { give: 'what the signed writing names', toRecipient, letter: 'L-CLAR', why };
}
