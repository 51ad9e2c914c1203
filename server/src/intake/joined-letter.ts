import { calendarDate, dueDate, type Letter, letterContent, wayInWords } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject, letterWay } from '../letters/letter-subject.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { OtherRequest } from './other-requests.ts';

type Facts = { earlier: OtherRequest; later: OtherRequest; added: OtherRequest['deliveries'] };

/** L-DUP: to the person who asked again, with both references, the day that governs and what goes along. */
export async function draftJoinedLetter(
  app: App,
  facility: FacilityFacts,
  { earlier, later, added }: Facts,
): Promise<Letter> {
  const { receivedOn, pack, extension, facts } = (await readClocks(app.db, facility, [earlier]))(earlier);
  const clock = { ...clockFactsOf(receivedOn), ...facts };
  const { on: dueOn } = dueDate(calendarDate(receivedOn), extension, pack, clock);
  const letter = letterContent(
    'L-DUP',
    (language) => ({
      ...letterSubject(app, facility, later),
      earlier: { reference: earlier.reference, receivedOn: calendarDate(receivedOn), dueOn },
      joined: [later.reference],
      kept: added.map(({ kind, recipient }) => wayInWords(letterWay(kind, recipient), language)),
    }),
    later.language === 'es' ? 'es' : 'en',
    await readLanguageReviews(app.db, app),
  );
  if (!letter.ok) throw new Error(`The letter about the joined request can not be written: ${letter.refusal.code}`);
  return letter.value;
}
