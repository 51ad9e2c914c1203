import { ageInYears } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { AskedExam, LetterFacility, LetterSubject } from '../letter-facts.ts';

/** Passages that several letters share, word for word. */

export function askedExams(exams: readonly AskedExam[]): LetterBlock {
  return { kind: 'list', duties: ['what-was-asked'], items: exams.map(examInWords) };
}

function examInWords(exam: AskedExam): string {
  const place = exam.place ? `, ${exam.place}` : '';
  const scope = exam.certainImages ? `Only these pictures: ${exam.certainImages}` : 'Everything from that exam';
  return `${exam.label}, ${exam.when}${place}. ${scope}, ${exam.withReport ? 'with the report' : 'without the report'}.`;
}

/** Both routes, and that nobody pays for using them: 45 CFR 164.524(d)(2)(iii), 164.530(g). */
export function complaints(facility: LetterFacility): readonly LetterBlock[] {
  const { title, phone } = facility.privacyOfficer;
  return [
    { kind: 'heading', text: 'If you are not happy with this' },
    {
      kind: 'paragraph',
      duties: ['complain-to-facility'],
      text: `You can complain to us. Call the ${title} of ${facility.name} at ${phone}, or write to the address at the top.`,
    },
    {
      kind: 'paragraph',
      duties: ['complain-to-hhs'],
      text: 'You can also complain to the U.S. Department of Health and Human Services, Office for Civil Rights: www.hhs.gov/ocr/complaints, phone 1-800-368-1019. We may not treat you any worse because you complain.',
    },
  ];
}

export function help(facility: LetterFacility): readonly LetterBlock[] {
  return [
    { kind: 'heading', text: 'If this letter is hard to read' },
    {
      kind: 'paragraph',
      duties: ['language-and-disability-help'],
      text: `Call ${facility.phone}. We can explain it in your language, read it to you, or send it in large print or Braille. This is free.`,
    },
  ];
}

/**
 * Stands in every letter about a patient aged 12 to 17, whether or not anything is held back: a sentence that stands
 * everywhere tells nothing about one person (OD-13).
 */
export function youngPatient({ patient, sentOn, facility }: LetterSubject): readonly LetterBlock[] {
  const age = ageInYears(patient.bornOn, sentOn);
  if (age < 12 || age > 17) return [];
  return [
    {
      kind: 'paragraph',
      text: `For patients aged 12 to 17, the law lets a young person decide about some kinds of exams. This sentence is in every letter about a patient of that age. If you have a question about it, call ${facility.phone}.`,
    },
  ];
}
