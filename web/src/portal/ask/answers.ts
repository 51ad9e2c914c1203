import {
  type deliveryKinds,
  type examTypes,
  isPosted,
  type requestAnswers,
  type submitRequest,
} from '@echoback/server/contract';
import type { z } from 'zod';
import type { InputOf } from '../../client.ts';
import { calendarDateOf, noDate, spanOf } from '../../design-system/calendar-parts.ts';
import type { Language } from '../../locales/text.ts';

export type ExamType = (typeof examTypes)[number];
export type DeliveryKind = (typeof deliveryKinds)[number];
type Request = InputOf<typeof submitRequest>;
type Delivery = Request['deliveries'][number];

/** Everything that is kept on the server, sealed, while somebody is still writing. */
type SavedAnswers = z.output<typeof requestAnswers>;
/** One exam as the person remembers it. */
export type ExamAnswer = SavedAnswers['exams'][number];

export type When = NonNullable<ExamAnswer['when']>;

/** Everything typed so far. In the browser it lives in memory only: nothing about a person is left there. */
export type Answers = SavedAnswers & {
  codeId: string | undefined;
  /** The address that a code proved; another one typed later needs its own code. */
  confirmedEmail: string | undefined;
  code: string;
  signedName: string;
};

export const noExam: ExamAnswer = {
  bodyPart: '',
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
  familyName: '',
  givenName: '',
  formerNames: '',
  birth: noDate,
  mrn: '',
  requesterName: '',
  basis: '',
  papersSeen: false,
  exams: [noExam],
  toWhom: ['me'],
  deliveries: ['online'],
  otherForm: '',
  inspectionTimes: '',
  mailWarningRead: false,
  street: '',
  apartment: '',
  town: '',
  otherKinds: ['secure-link'],
  otherName: '',
  otherEmail: '',
  otherStreet: '',
  otherApartment: '',
  otherTown: '',
  authorizes: '',
  purpose: 'my-request',
  purposeWords: '',
  ends: 'request',
  endsOn: noDate,
  statementsRead: false,
  email: '',
  phone: '',
  codeId: undefined,
  confirmedEmail: undefined,
  code: '',
  signedName: '',
};

/** What is kept of it: neither the code nor the signature, which are given anew. */
export function savedOf({ codeId: _, confirmedEmail: __, code: ___, signedName: ____, ...saved }: Answers) {
  return saved satisfies SavedAnswers;
}

/** Is it confirmed that whoever writes this reads that mailbox? From then on the answers are kept. */
export function isConfirmed({ email, confirmedEmail, codeId }: Answers): boolean {
  return codeId !== undefined && confirmedEmail !== undefined && confirmedEmail === email.trim();
}

/** The ways to the person themself, and those to somebody else: only for whom it was asked. */
export function waysOf({ toWhom, deliveries, otherKinds }: Answers) {
  const kinds = deliveries.filter((kind) => kind !== 'secure-link');
  return {
    mine: toWhom.includes('me') ? kinds : [],
    toOther: toWhom.includes('other') ? [...otherKinds] : [],
  };
}

export function needsAddress(deliveries: readonly DeliveryKind[]): boolean {
  return deliveries.some(isPosted);
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

/** What the request says in the person's language where they chose instead of writing. */
export type ChosenWords = { allExams: string; myRequest: string };

/** The request in the contract's shape. */
export function requestOf(answers: Answers, language: Language, words: ChosenWords): Request {
  const given = (text: string) => text.trim() || undefined;
  const isSelf = answers.whose === 'self';
  return {
    language,
    patient: {
      familyName: answers.familyName,
      givenName: answers.givenName,
      formerNames: given(answers.formerNames),
      birthDate: calendarDateOf(answers.birth) ?? '',
      mrn: given(answers.mrn),
    },
    requester: {
      is: answers.whose ?? 'self',
      name: requesterNameOf(answers),
      phone: given(answers.phone),
      basis: isSelf ? undefined : given(answers.basis),
    },
    examItems: answers.exams.map((exam) => ({
      examType: exam.examType ?? 'not-sure',
      bodyPart: given(exam.bodyPart),
      ...daysOf(exam),
      dateWords: exam.when === 'all' ? words.allExams : exam.when === 'words' ? given(exam.dateWords) : undefined,
      place: given(exam.place),
      scope: exam.scope,
      certainImages: exam.scope === 'certain-images' ? given(exam.certainImages) : undefined,
      withReport: exam.withReport,
    })),
    deliveries: deliveriesOf(answers, words),
    contactCodeId: answers.codeId ?? '',
    signedName: answers.signedName,
  };
}

function deliveriesOf(answers: Answers, words: ChosenWords): Delivery[] {
  const { mine, toOther } = waysOf(answers);
  const name = answers.otherName.trim();
  return [
    ...mine.map((kind): Delivery => {
      if (kind === 'online') return { kind, who: 'self' };
      if (kind === 'email-unencrypted') return { kind, who: 'self', warningAccepted: answers.mailWarningRead };
      if (kind === 'inspection') {
        const times = answers.inspectionTimes.trim();
        return { kind, who: 'self', ...(times ? { times } : {}) };
      }
      if (kind === 'other-form')
        return { kind, who: 'self', form: answers.otherForm.trim(), address: mailingAddress(answers) };
      return { kind, who: 'self', address: mailingAddress(answers) };
    }),
    ...toOther.map((kind): Delivery => {
      if (kind === 'secure-link') return { kind, who: 'third-party', name, email: answers.otherEmail.trim() };
      const parcel: Delivery = { kind, who: 'third-party', name, address: addressOfOther(answers) };
      return kind === 'prints' ? { ...parcel, authorization: authorizationOf(answers, words) } : parcel;
    }),
  ];
}

function authorizationOf(answers: Answers, { myRequest }: ChosenWords): Delivery['authorization'] {
  const expiresOn = answers.ends === 'day' ? calendarDateOf(answers.endsOn) : undefined;
  return {
    describesInformation: answers.authorizes.trim(),
    purpose: answers.purpose === 'my-request' ? myRequest : answers.purposeWords.trim(),
    ...(expiresOn ? { expiresOn } : { endsWithRequest: answers.ends === 'request' }),
    // The page does not go on before they were read; the server refuses anything else.
    statementsAccepted: answers.statementsRead as true,
  };
}

/** The lines on the envelope. */
export function mailingAddress(answers: Answers): string[] {
  return linesOf(requesterNameOf(answers), answers.street, answers.apartment, answers.town);
}

export function addressOfOther(answers: Answers): string[] {
  return linesOf(answers.otherName, answers.otherStreet, answers.otherApartment, answers.otherTown);
}

function linesOf(...lines: string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean);
}
