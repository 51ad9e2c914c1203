import {
  type AskedExam,
  calendarDate,
  examTimes,
  type LetterLanguage,
  type LetterSubject,
  type LetterWay,
  longDate,
  neutralSentenceOwed,
  sayIn,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type FacilityFacts, packFor } from '../facility/facility-facts.ts';
import { examWords } from '../releases/exam-words.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

export type SubjectRow = {
  reference: string;
  patient_family_name: string;
  patient_given_name: string;
  patient_birth_date: string;
  requester_name: string;
  /** None is known: null. Their own page does not open for them then. */
  requester_email: string | null;
  /** Where letters go by post. */
  requester_address?: string[] | null;
};

/** Who writes to whom about what: the same head for each letter of a request. */
export function letterSubject(
  app: App,
  facility: Pick<FacilityFacts, 'name' | 'contact' | 'today' | 'policy'>,
  request: SubjectRow,
  address: readonly string[] | null = request.requester_address ?? null,
): LetterSubject {
  const bornOn = calendarDate(request.patient_birth_date);
  const pack = packFor(facility, facility.today);
  const { officeName, phone, email, address: from, privacyOfficer } = facility.contact;
  return {
    facility: { name: facility.name, officeName, phone, email, address: from, privacyOfficer },
    reference: request.reference,
    sentOn: facility.today,
    addressee: { name: request.requester_name, ...(address ? { address } : {}) },
    patient: {
      name: `${request.patient_given_name} ${request.patient_family_name}`,
      bornOn,
    },
    youngAges: neutralSentenceOwed(bornOn, facility.today, pack),
    currency: pack.currency,
    complaintRoute: pack.complaintRoute.value,
    law: pack.sources,
    trackAddress: app.config.publicUrl,
    ...(request.requester_email === null ? { byPost: true as const } : {}),
  };
}

/** A way to receive the copy, as letters name it. */
export function letterWay(
  kind: DeliveryKind,
  { who, name, form }: { who: string; name?: string | undefined; form?: string | undefined },
): LetterWay {
  const to = who === 'third-party' && name ? { to: name } : {};
  if (kind === 'inspection') return { kind: 'inspect' };
  return kind === 'other-form' ? { kind, form: form ?? '', ...to } : { kind, ...to };
}

export type AskedExamRow = {
  exam_type: string;
  body_part: string | null;
  on_or_after: string | null;
  on_or_before: string | null;
  date_words: string | null;
  place: string | null;
  certain_images: string | null;
  with_report: boolean;
};

/** An exam in the words of the person who remembers it. */
export function askedExam(item: AskedExamRow, language: LetterLanguage): AskedExam {
  const label = examWords(item.exam_type, language);
  return {
    label: item.body_part ? `${label} (${item.body_part})` : label,
    when: whenInWords(item, language),
    withReport: item.with_report,
    ...(item.place ? { place: item.place } : {}),
    ...(item.certain_images ? { certainImages: item.certain_images } : {}),
  };
}

function whenInWords({ date_words, on_or_after, on_or_before }: AskedExamRow, language: LetterLanguage): string {
  const say = sayIn(examTimes, language);
  const day = (date: string) => longDate(calendarDate(date), language);
  if (date_words) return date_words;
  if (on_or_after && on_or_after === on_or_before) return say('on', { day: day(on_or_after) });
  if (on_or_after && on_or_before) return say('between', { first: day(on_or_after), last: day(on_or_before) });
  if (on_or_after) return say('from', { day: day(on_or_after) });
  return on_or_before ? say('until', { day: day(on_or_before) }) : say('any');
}
