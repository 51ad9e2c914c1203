import {
  calendarDate,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { dueOf } from '../authority/lack-letter.ts';
import type { FeeCase } from '../fees/fee-case.ts';
import { quoteOf } from '../fees/quote-deliveries.ts';
import { shownFee } from '../fees/read-fee.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { askedExam, letterSubject, letterWay } from '../letters/letter-subject.ts';
import type { InspectionTime } from '../store/inspection-tables.ts';
import { onOffer } from './letter-visit.ts';
import { alsoDue } from './owed-access.ts';

export type Offer = { place: string; askFor: string; times: InspectionTime[] };

/** The times go out with everything that the acknowledgement tells, so that whoever comes has one letter to look at. */
export async function offerLetter(
  app: App,
  { request, facility, clock, fee, deliveries }: FeeCase,
  offer: Offer,
): Promise<Outcome<Letter, { code: 'letter-incomplete' }>> {
  const exams = await app.db
    .selectFrom('exam_item')
    .selectAll()
    .where('access_request_id', '=', request.id)
    .where('found_for', 'is', null)
    .orderBy('ordinal')
    .execute();
  const facts = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    receivedOn: calendarDate(request.received_on),
    due: dueOf(clock),
    alsoDue: alsoDue(clock, deliveries, language),
    exams: exams.map((item) => askedExam(item, language)),
    ways: deliveries.map(({ kind, recipient }) => letterWay(kind, recipient)),
    fee: quoteOf(shownFee(fee).fee),
    visit: onOffer('offered', offer, offer.times),
  });
  const letter = letterContent('L-ACK', facts, request.language, await readLanguageReviews(app.db, app));
  return letter.ok ? letter : refuse({ code: 'letter-incomplete' });
}
