import {
  calendarDate,
  demoFeeSchedule,
  dueDate,
  type FeeChoice,
  type GivenExam,
  type Letter,
  type LetterFacts,
  letterContent,
  packInForce,
  quoteFees,
  usFederal,
  type WritableLetter,
} from '@echoback/right-of-access';

const receivedOn = calendarDate('2026-11-23');
const found = packInForce([usFederal], 'us-federal', receivedOn);
if (!found.ok) throw new Error(found.refusal.code);
const pack = found.value;

const subject = {
  facility: {
    name: 'Riverside Imaging',
    officeName: 'Health Information Management',
    phone: '555-010-0142',
    email: 'pictures@riverside.example',
    address: ['12 River Street', 'Springfield, NY 10000'],
    privacyOfficer: { title: 'Privacy Officer', phone: '555-010-0199' },
  },
  reference: 'EB 7Q4 M2K',
  sentOn: receivedOn,
  addressee: { name: 'Ana Rivera', address: ['8 Hill Road', 'Springfield, NY 10001'] },
  patient: { name: 'Ana Rivera', bornOn: calendarDate('1993-04-12') },
  trackAddress: 'https://pictures.riverside.example/track',
};

const exam = {
  label: 'Pregnancy scan',
  when: 'around October 2026',
  place: 'Riverside women’s clinic',
  withReport: true,
};
const counts = { stills: 42, clips: 9, reports: 1, other: 0 };
const given: GivenExam = {
  label: 'Pregnancy scan',
  performedOn: calendarDate('2026-10-28'),
  listed: counts,
  given: { ...counts, clips: 8 },
  report: 'given',
  missing: [{ kind: 'clip', seriesNumber: 2, instanceNumber: 7, why: 'gone-from-source' }],
};

export function testQuote(choices: readonly FeeChoice[]) {
  const quote = quoteFees(choices, demoFeeSchedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const facts: LetterFacts = {
  'L-ACK': {
    ...subject,
    receivedOn,
    due: dueDate(receivedOn, undefined, pack),
    exams: [exam],
    ways: [{ kind: 'online' }],
    fee: testQuote([{ kind: 'online' }]),
  },
  'L-DONE': { ...subject, exams: [given], ways: [{ kind: 'online' }, { kind: 'secure-link', to: 'Dr. Chen' }] },
  'L-NONE': {
    ...subject,
    exams: [exam],
    sources: ['Main picture archive', 'Obstetrics archive', 'Archive of the former clinic'],
    namesTried: ['Ana Rivera', 'Ana Lopez'],
    datesTried: 'September to November 2026',
  },
  'L-NOT': {
    ...subject,
    exams: [exam],
    keeper: { name: 'Northside Radiology', address: '4 North Road, Springfield', phone: '555-010-0177' },
  },
};

/** A real letter about made people, for tests that draw or keep one. */
export function testLetter<Code extends WritableLetter>(code: Code, change: Partial<LetterFacts[Code]> = {}): Letter {
  const letter = letterContent(code, { ...facts[code], ...change });
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value;
}
