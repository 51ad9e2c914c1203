import {
  decideUnclearScope,
  type Letter,
  type LetterLanguage,
  type LetterPause,
  letterContent,
  type Outcome,
  ok,
  refuse,
  unansweredGiven,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { dueOf } from '../authority/lack-letter.ts';
import type { readLackFile } from '../authority/read-lack-file.ts';
import { askedExam, letterSubject } from '../letters/letter-subject.ts';
import type { IfNoAnswer } from '../store/clock-tables.ts';

type File = NonNullable<Awaited<ReturnType<typeof readLackFile>>>;

/** L-CLAR as it would go out today, and what it says is given when nobody answers. */
export function clarificationLetter(
  app: App,
  file: File,
  question: string,
  /** Where the wait for the answer moves the last day. */
  pause: LetterPause | undefined,
): Outcome<{ letter: Letter; ifNoAnswer: IfNoAnswer }, { code: 'letter-incomplete' }> {
  const give = ifNoAnswerOf(file);
  const facts = (spoken: LetterLanguage) => ({
    ...letterSubject(app, file.facility, file.request),
    due: dueOf(file.clock),
    ...(pause && { pause }),
    question,
    exams: file.exams.map((exam) => askedExam(exam, spoken)),
    ifNoAnswer: { give, what: unansweredGiven[spoken].all },
  });
  const letter = letterContent('L-CLAR', facts, file.request.language, file.reviews);
  return letter.ok ? ok({ letter: letter.value, ifNoAnswer: give }) : refuse({ code: 'letter-incomplete' });
}

/** What is not clear is not in any writing either: somebody else gets nothing of it unasked (OD-22). */
function ifNoAnswerOf({ clock, instruments, request }: File): IfNoAnswer {
  const toOthers = instruments.some(({ state }) => state !== 'not-needed');
  const own = request.requester_is === 'self' ? 'patient' : 'representative';
  const { toRecipient } = decideUnclearScope(toOthers ? 'third-party' : own, false, clock.pack);
  return toRecipient === 'give' ? 'widest-match' : 'copy-to-patient-only';
}
