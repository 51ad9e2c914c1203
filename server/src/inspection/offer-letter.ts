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
import { quoteDeliveries, quoteOf } from '../fees/quote-deliveries.ts';
import { shownFee } from '../fees/read-fee.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { askedExam, letterSubject, letterWay } from '../letters/letter-subject.ts';
import { readCopyDenied } from '../releases/copy-denied.ts';
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
  const denied = (await readCopyDenied(app.db, request.id)).size > 0;
  const ways = denied ? deliveries.filter(({ kind }) => kind === 'inspection') : deliveries;
  const look = quoteDeliveries([{ kind: 'inspection' }], exams.length, facility.feeSchedule, clock.pack);
  const facts = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    receivedOn: calendarDate(request.received_on),
    due: dueOf(clock),
    alsoDue: alsoDue(clock, deliveries, language),
    exams: exams.map((item) => askedExam(item, language)),
    ways: ways.map(({ kind, recipient }) => letterWay(kind, recipient)),
    fee: denied ? look : quoteOf(shownFee(fee).fee),
    visit: { ...onOffer('offered', offer, offer.times), copyDenied: denied },
  });
  const letter = letterContent('L-ACK', facts, request.language, await readLanguageReviews(app.db, app));
  return letter.ok ? letter : refuse({ code: 'letter-incomplete' });
}
