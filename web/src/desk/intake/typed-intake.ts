import { isPosted, type recordIntake } from '@echoback/server/contract';
import type { InputOf, OutputOf } from '../../client.ts';
import { calendarDateOf, type DateParts, noDate, partsOf } from '../../design-system/calendar-parts.ts';
import type { DeliveryKind, ExamType } from '../request-file.ts';

type Input = InputOf<typeof recordIntake>;
type Exams = Input['patients'][number]['examItems'];
export type Entered = OutputOf<typeof recordIntake>['requests'];

export const channels = ['fax', 'mail', 'paper', 'walk-in', 'phone'] as const;

export type TypedExam = {
  key: number;
  examType: ExamType;
  bodyPart: string;
  firstDay: DateParts;
  lastDay: DateParts;
  dateWords: string;
  place: string;
  certainImages: string;
  withReport: boolean;
};

export type TypedPatient = {
  key: number;
  givenName: string;
  familyName: string;
  formerNames: string;
  birthDate: DateParts;
  mrn: string;
  exams: TypedExam[];
};

/** One way to one recipient, and the authorization that came with it where prints go to somebody else. */
export type TypedWay = {
  key: number;
  kind: DeliveryKind;
  who: 'self' | 'third-party';
  name: string;
  email: string;
  address: string;
  /** Of another form, in the words of the writing. */
  form: string;
  /** Of looking in person: when it would suit. */
  times: string;
  hasAuthorization: boolean;
  describes: string;
  purpose: string;
  expiresOn: DateParts;
  endsWithRequest: boolean;
  statements: boolean;
};

export type TypedIntake = {
  channel: (typeof channels)[number];
  receivedOn: DateParts;
  earlierReason: string;
  department: string;
  scanId: string | undefined;
  signature: 'signed' | 'unsigned' | 'spoken';
  language: 'en' | 'es';
  requesterIs: Input['requester']['is'];
  requesterName: string;
  basis: string;
  email: string;
  phone: string;
  address: string;
  ways: TypedWay[];
  patients: TypedPatient[];
};

export function newExam(key: number): TypedExam {
  const words = { bodyPart: '', dateWords: '', place: '', certainImages: '' };
  return { key, examType: 'pregnancy', ...words, firstDay: noDate, lastDay: noDate, withReport: true };
}

export function newPatient(key: number): TypedPatient {
  const names = { givenName: '', familyName: '', formerNames: '', mrn: '' };
  return { key, ...names, birthDate: noDate, exams: [newExam(key)] };
}

export function newWay(key: number, who: TypedWay['who'] = 'self'): TypedWay {
  const authorization = { hasAuthorization: false, describes: '', purpose: '', expiresOn: noDate };
  return {
    ...{
      key,
      who,
      kind: who === 'self' ? 'online' : 'secure-link',
      name: '',
      email: '',
      address: '',
      form: '',
      times: '',
    },
    ...{ ...authorization, endsWithRequest: false, statements: false },
  };
}

export function emptyIntake(today: string): TypedIntake {
  return {
    channel: 'fax',
    receivedOn: partsOf(today),
    earlierReason: '',
    department: '',
    scanId: undefined,
    signature: 'signed',
    language: 'en',
    requesterIs: 'self',
    requesterName: '',
    basis: '',
    email: '',
    phone: '',
    address: '',
    ways: [newWay(0)],
    patients: [newPatient(0)],
  };
}

/** The patient asks for themself unless the form says otherwise. */
export function nameOfRequester(typed: TypedIntake): string {
  const [first] = typed.patients;
  return typed.requesterIs === 'self' && first
    ? `${first.givenName.trim()} ${first.familyName.trim()}`.trim()
    : typed.requesterName.trim();
}

/** What is sent, or undefined while a day or a name is missing. */
export function inputOf(typed: TypedIntake): Input | undefined {
  const receivedOn = calendarDateOf(typed.receivedOn);
  const name = nameOfRequester(typed);
  const patients = typed.patients.flatMap((one) => patientOf(one) ?? []);
  if (!receivedOn || !name || patients.length < typed.patients.length) return undefined;
  const address = linesOf(typed.address);
  return {
    channel: typed.channel,
    receivedOn,
    signature: typed.channel === 'phone' ? 'spoken' : typed.signature,
    language: typed.language,
    ...(typed.scanId ? { scanId: typed.scanId } : {}),
    ...given('earlierReason', typed.earlierReason),
    ...given('department', typed.department),
    requester: {
      is: typed.requesterIs,
      name,
      ...(typed.requesterIs === 'self' ? {} : given('basis', typed.basis)),
      ...given('email', typed.email),
      ...given('phone', typed.phone),
      ...(address.length > 0 ? { address } : {}),
    },
    patients,
    deliveries: typed.ways.map((way) => deliveryOf(way, address)),
  };
}

export function patientOf(one: TypedPatient): Input['patients'][number] | undefined {
  const birthDate = calendarDateOf(one.birthDate);
  if (!birthDate || !one.givenName.trim() || !one.familyName.trim()) return undefined;
  const { givenName, familyName } = one;
  return {
    patient: { givenName, familyName, birthDate, ...given('formerNames', one.formerNames), ...given('mrn', one.mrn) },
    examItems: one.exams.map(examOf),
  };
}

function examOf(exam: TypedExam): Exams[number] {
  const first = calendarDateOf(exam.firstDay);
  // One day alone is that day.
  const last = calendarDateOf(exam.lastDay) ?? first;
  const certainImages = exam.certainImages.trim();
  return {
    examType: exam.examType,
    withReport: exam.withReport,
    ...given('bodyPart', exam.bodyPart),
    ...given('dateWords', exam.dateWords),
    ...given('place', exam.place),
    ...(first ? { onOrAfter: first } : {}),
    ...(last ? { onOrBefore: last } : {}),
    ...(certainImages ? { scope: 'certain-images', certainImages } : {}),
  };
}

/** A parcel to the person goes where their letters go unless the writing says otherwise. */
function deliveryOf(way: TypedWay, ownAddress: string[]): Input['deliveries'][number] {
  const { kind, who } = way;
  const isMailed = isPosted(kind);
  const address = linesOf(way.address);
  const to = address.length > 0 ? address : who === 'self' ? ownAddress : [];
  const parcel = isMailed && to.length > 0 ? { address: to } : {};
  const form = kind === 'other-form' ? given('form', way.form) : {};
  const times = kind === 'inspection' ? given('times', way.times) : {};
  if (who === 'self') return { kind, who, ...parcel, ...form, ...times };
  return {
    kind,
    who,
    ...given('name', way.name),
    ...(kind === 'secure-link' ? given('email', way.email) : parcel),
    ...(kind === 'prints' && way.hasAuthorization ? { authorization: authorizationOf(way) } : {}),
  };
}

function authorizationOf(way: TypedWay) {
  const expiresOn = calendarDateOf(way.expiresOn);
  return {
    ...given('describesInformation', way.describes),
    ...given('purpose', way.purpose),
    ...(expiresOn && !way.endsWithRequest ? { expiresOn } : {}),
    endsWithRequest: way.endsWithRequest,
    statementsAccepted: way.statements,
  };
}

function given<K extends string>(key: K, typed: string): { [key in K]?: string } {
  const text = typed.trim();
  return text ? ({ [key]: text } as { [key in K]?: string }) : {};
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
