import type { recordIntake } from '@echoback/server/contract';
import type { InputOf, OutputOf } from '../../client.ts';
import { calendarDateOf, type DateParts, noDate, partsOf } from '../../design-system/calendar-parts.ts';
import type { DeliveryKind, ExamType } from '../request-file.ts';

type Input = InputOf<typeof recordIntake>;
export type Entered = OutputOf<typeof recordIntake>['requests'];

export const channels = ['fax', 'mail', 'paper', 'walk-in', 'phone'] as const;
/** What can be given without more than the form asks; other ways are added in the request. */
export const ways = ['online', 'cd', 'dvd', 'usb', 'prints'] as const satisfies readonly DeliveryKind[];

export type TypedPatient = {
  key: number;
  givenName: string;
  familyName: string;
  birthDate: DateParts;
  mrn: string;
  examType: ExamType;
  dateWords: string;
};

export type TypedIntake = {
  channel: (typeof channels)[number];
  receivedOn: DateParts;
  earlierReason: string;
  department: string;
  scanId: string | undefined;
  signature: 'signed' | 'unsigned' | 'spoken';
  language: 'en' | 'es';
  requesterIs: 'self' | 'parent' | 'personal-representative';
  requesterName: string;
  email: string;
  phone: string;
  address: string;
  way: (typeof ways)[number];
  patients: TypedPatient[];
};

export function newPatient(key: number): TypedPatient {
  return { key, givenName: '', familyName: '', birthDate: noDate, mrn: '', examType: 'pregnancy', dateWords: '' };
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
    email: '',
    phone: '',
    address: '',
    way: 'online',
    patients: [newPatient(0)],
  };
}

/** The patient asks for themself unless the form says otherwise. */
function nameOfRequester(typed: TypedIntake): string {
  const [first] = typed.patients;
  return typed.requesterIs === 'self' && first
    ? `${first.givenName.trim()} ${first.familyName.trim()}`.trim()
    : typed.requesterName.trim();
}

/** What is sent, or undefined while a day or a name is missing. */
export function inputOf(typed: TypedIntake): Input | undefined {
  const receivedOn = calendarDateOf(typed.receivedOn);
  const name = nameOfRequester(typed);
  if (!receivedOn || !name) return undefined;
  const patients: Input['patients'] = [];
  for (const one of typed.patients) {
    const birthDate = calendarDateOf(one.birthDate);
    if (!birthDate || !one.givenName.trim() || !one.familyName.trim()) return undefined;
    const patient = {
      givenName: one.givenName,
      familyName: one.familyName,
      birthDate,
      ...(one.mrn.trim() ? { mrn: one.mrn } : {}),
    };
    patients.push({
      patient,
      examItems: [{ examType: one.examType, ...(one.dateWords.trim() ? { dateWords: one.dateWords } : {}) }],
    });
  }
  const address = typed.address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    channel: typed.channel,
    receivedOn,
    signature: typed.channel === 'phone' ? 'spoken' : typed.signature,
    language: typed.language,
    ...(typed.scanId ? { scanId: typed.scanId } : {}),
    ...(typed.earlierReason.trim() ? { earlierReason: typed.earlierReason } : {}),
    ...(typed.department.trim() ? { department: typed.department } : {}),
    requester: {
      is: typed.requesterIs,
      name,
      ...(typed.email.trim() ? { email: typed.email.trim() } : {}),
      ...(typed.phone.trim() ? { phone: typed.phone } : {}),
      ...(address.length > 0 ? { address } : {}),
    },
    patients,
    deliveries: [{ kind: typed.way, ...(typed.way !== 'online' && address.length > 0 ? { address } : {}) }],
  };
}
