import {
  calendarDate,
  type LanguageReview,
  type Letter,
  type LetterLanguage,
  letterContent,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { dueOf } from '../authority/lack-letter.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { offerBy } from '../inspection/letter-visit.ts';
import { alsoDue } from '../inspection/owed-access.ts';
import { askedExam, letterSubject, letterWay } from '../letters/letter-subject.ts';
import type { RequestToWrite } from './write-request.ts';

/** L-ACK for a request that is about to be received. A letter that lacks a mandatory content is a fault of ours. */
export function draftAcknowledgement(
  app: App,
  facility: FacilityFacts,
  request: RequestToWrite,
  reviews: readonly LanguageReview[],
): Letter {
  const { patient, requester, examItems, deliveries } = request.submission;
  const subject = letterSubject(app, facility, {
    reference: request.reference,
    patient_family_name: patient.familyName,
    patient_given_name: patient.givenName,
    patient_birth_date: patient.birthDate,
    requester_name: requester.name,
    requester_email: request.requesterEmail,
    requester_address: request.intake?.address ?? null,
  });
  const facts = (language: LetterLanguage) => ({
    ...subject,
    receivedOn: calendarDate(request.receivedOn),
    due: dueOf(request),
    alsoDue: alsoDue(request, deliveries, language),
    exams: examItems.map((item) =>
      askedExam(
        {
          exam_type: item.examType,
          body_part: item.bodyPart || null,
          on_or_after: item.onOrAfter ?? null,
          on_or_before: item.onOrBefore ?? null,
          date_words: item.dateWords || null,
          place: item.place || null,
          certain_images: item.scope === 'certain-images' ? (item.certainImages ?? null) : null,
          with_report: item.withReport,
        },
        language,
      ),
    ),
    ways: deliveries.map((way) => letterWay(way.kind, way)),
    fee: request.quote,
    ...(deliveries.some(({ kind }) => kind === 'inspection')
      ? { visit: { is: 'to-offer', by: offerBy(request) } as const }
      : {}),
  });
  const letter = letterContent('L-ACK', facts, request.submission.language, reviews);
  if (!letter.ok) throw new Error(`The acknowledgement can not be written: ${letter.refusal.code}`);
  return letter.value;
}
