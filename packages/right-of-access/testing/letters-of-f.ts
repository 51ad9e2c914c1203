import { type CalendarDate, calendarDate } from '../src/calendar.ts';
import type { Extension } from '../src/clock.ts';
import { dueDate } from '../src/clock.ts';
import { letterContent } from '../src/letter.ts';
import { blockText } from '../src/letter-block.ts';
import type { LetterFacts, WritableLetter } from '../src/letter-facts.ts';
import type { LetterDue, LetterSubject } from '../src/letter-subject.ts';
import { neutralSentenceOwed } from '../src/neutral-sentence.ts';
import { allowed, packOn } from './facility-f.ts';

const facility = {
  name: 'Facility F',
  officeName: 'Health Information Management',
  phone: '555-555-0110',
  email: 'records@f.example',
  address: ['1 Court Street', 'Springfield, NY 10000'],
  privacyOfficer: { title: 'Privacy Officer', phone: '555-555-0100' },
};

/** What every letter of facility F is about, with the patient of the scenario. */
export function aboutIt(sentOn: string, change: Partial<LetterSubject> = {}): LetterSubject {
  const pack = packOn(sentOn);
  const patient = change.patient ?? { name: 'Ana Rivera', bornOn: calendarDate('1993-04-12') };
  return {
    facility,
    reference: 'EB 7Q4 M2K',
    sentOn: calendarDate(sentOn),
    addressee: { name: 'Ana Rivera' },
    patient,
    youngAges: neutralSentenceOwed(patient.bornOn, calendarDate(sentOn), pack),
    currency: pack.currency,
    complaintRoute: pack.complaintRoute.value,
    law: pack.sources,
    trackAddress: 'https://f.example/track',
    ...change,
  };
}

/** The due date as a letter shows it, with its working. */
export function dueShown(receivedOn: string, extension?: Extension): LetterDue {
  return dueDate(calendarDate(receivedOn), extension, packOn(receivedOn));
}

/** The letter as it would be sent: its title and all its words in reading order. */
export function letterWords<Code extends WritableLetter>(code: Code, facts: LetterFacts[Code]): string {
  const { title, blocks } = allowed(letterContent(code, facts));
  return [title, ...blocks.map(blockText)].join('\n');
}

/** The contents that a letter lacks, by name, when it is refused. */
export function letterLacks<Code extends WritableLetter>(code: Code, facts: LetterFacts[Code]): readonly string[] {
  const letter = letterContent(code, facts);
  return !letter.ok && letter.refusal.code === 'duties-missing' ? letter.refusal.missing.map(({ id }) => id) : [];
}

/** The study of the scenarios: abdomen, 42 stills, 9 clips, final report. */
export const u1 = {
  asked: { label: 'Abdomen ultrasound', when: 'on October 1, 2026', withReport: true },
  listed: { stills: 42, clips: 9, reports: 1, other: 0 },
  given: (change: Partial<LetterFacts['L-DONE']['exams'][number]> = {}): LetterFacts['L-DONE']['exams'][number] => ({
    label: 'Abdomen ultrasound',
    performedOn: performedOn(),
    listed: u1.listed,
    given: u1.listed,
    report: 'given',
    missing: [],
    ...change,
  }),
};

function performedOn(): CalendarDate {
  return calendarDate('2026-10-01');
}
