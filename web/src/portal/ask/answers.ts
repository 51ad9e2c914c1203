import type { deliveryKinds, examTypes, submitRequest } from '@echoback/server/contract';
import type { InputOf } from '../../client.ts';
import { calendarDateOf, type DateParts, noDate, spanOf } from '../../design-system/calendar-parts.ts';
import type { Language } from '../../locales/text.ts';

export type ExamType = (typeof examTypes)[number];
export type DeliveryKind = (typeof deliveryKinds)[number];
type Whose = InputOf<typeof submitRequest>['requester']['is'];
export type When = 'day' | 'month' | 'range' | 'words' | 'all';

/** One exam as the person remembers it. */
export type ExamAnswer = {
  examType: ExamType | undefined;
  bodyPart: string;
  when: When | undefined;
  day: DateParts;
  from: DateParts;
  to: DateParts;
  dateWords: string;
  place: string;
  scope: 'entire-study' | 'certain-images';
  certainImages: string;
  withReport: boolean;
};

/** Everything typed so far. It lives in memory only: nothing about a person is left in the browser. */
export type Answers = {
  whose: Whose | undefined;
  familyName: string;
  givenName: string;
  formerNames: string;
  birth: DateParts;
  mrn: string;
  requesterName: string;
  exams: ExamAnswer[];
  deliveries: DeliveryKind[];
  linkName: string;
  linkEmail: string;
  street: string;
  apartment: string;
  town: string;
  email: string;
  phone: string;
  codeId: string | undefined;
  /** The address that a code proved; another one typed later needs its own code. */
  confirmedEmail: string | undefined;
  code: string;
  signedName: string;
};

export const noExam: ExamAnswer = {
  examType: undefined,
  bodyPart: '',
  when: undefined,
  day: noDate,
  from: noDate,
  to: noDate,
  dateWords: '',
  place: '',
  scope: 'entire-study',
  certainImages: '',
  withReport: true,
};

export const noAnswers: Answers = {
  whose: undefined,
  familyName: '',
  givenName: '',
  formerNames: '',
  birth: noDate,
  mrn: '',
  requesterName: '',
  exams: [noExam],
  deliveries: ['online'],
  linkName: '',
  linkEmail: '',
  street: '',
  apartment: '',
  town: '',
  email: '',
  phone: '',
  codeId: undefined,
  confirmedEmail: undefined,
  code: '',
  signedName: '',
};

export function needsAddress(deliveries: readonly DeliveryKind[]): boolean {
  return deliveries.some((kind) => kind !== 'online' && kind !== 'secure-link');
}

/** Who signs: the patient, unless somebody acts for them. */
export function requesterNameOf(answers: Answers): string {
  return answers.whose === 'self' ? `${answers.givenName.trim()} ${answers.familyName.trim()}` : answers.requesterName;
}

/** First and last day that the exam may have been on; open where the person does not know. */
export function daysOf(exam: ExamAnswer): { onOrAfter?: string; onOrBefore?: string } {
  const day = exam.when === 'day' ? calendarDateOf(exam.day) : undefined;
  if (day) return { onOrAfter: day, onOrBefore: day };
  const from = exam.when === 'month' || exam.when === 'range' ? spanOf(exam.from) : undefined;
  const to = exam.when === 'range' ? spanOf(exam.to) : from;
  return from && to ? { onOrAfter: from.first, onOrBefore: to.last } : {};
}

/** The request in the contract's shape. `allWords` says "all of them" in the person's language. */
export function requestOf(answers: Answers, language: Language, allWords: string): InputOf<typeof submitRequest> {
  const given = (text: string) => text.trim() || undefined;
  return {
    language,
    patient: {
      familyName: answers.familyName,
      givenName: answers.givenName,
      formerNames: given(answers.formerNames),
      birthDate: calendarDateOf(answers.birth) ?? '',
      mrn: given(answers.mrn),
    },
    requester: { is: answers.whose ?? 'self', name: requesterNameOf(answers), phone: given(answers.phone) },
    examItems: answers.exams.map((exam) => ({
      examType: exam.examType ?? 'not-sure',
      bodyPart: given(exam.bodyPart),
      ...daysOf(exam),
      dateWords: exam.when === 'all' ? allWords : exam.when === 'words' ? given(exam.dateWords) : undefined,
      place: given(exam.place),
      scope: exam.scope,
      certainImages: exam.scope === 'certain-images' ? given(exam.certainImages) : undefined,
      withReport: exam.withReport,
    })),
    deliveries: answers.deliveries.map((kind) => deliveryOf(kind, answers)),
    contactCodeId: answers.codeId ?? '',
    signedName: answers.signedName,
  };
}

function deliveryOf(kind: DeliveryKind, answers: Answers): InputOf<typeof submitRequest>['deliveries'][number] {
  if (kind === 'online') return { kind, who: 'self' };
  if (kind === 'secure-link') return { kind, who: 'third-party', name: answers.linkName, email: answers.linkEmail };
  return { kind, who: 'self', address: mailingAddress(answers) };
}

/** The lines on the envelope. */
export function mailingAddress(answers: Answers): string[] {
  return [requesterNameOf(answers), answers.street, answers.apartment, answers.town]
    .map((line) => line.trim())
    .filter(Boolean);
}
