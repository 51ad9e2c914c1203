import type { LetterBlock } from '../letter-block.ts';
import type { AskedExam, LetterDue, LetterFacility, LetterFee, LetterPause, LetterSubject } from '../letter-subject.ts';
import type { YoungAges } from '../neutral-sentence.ts';
import type { Currency } from '../policy-pack.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import { citeIn } from './cite-words.ts';
import { feeLineNames, longDate, money } from './wording.ts';

/** Passages that several letters share, word for word. */
export const passages = bilingual(
  {
    'office-words': '{words}',
    exam: '{label}, {when}. {scope}.',
    'exam-at': '{label}, {when}, {place}. {scope}.',
    'whole-with-report': 'Everything from that exam, with the report',
    'whole-without-report': 'Everything from that exam, without the report',
    'certain-with-report': 'Only these pictures: {pictures}, with the report',
    'certain-without-report': 'Only these pictures: {pictures}, without the report',
    'what-you-asked': 'What you asked for',

    'complain-heading': 'If you are not happy with this',
    'complain-to-facility':
      'You can complain to us. Call the {title} of {facility} at {phone}, or write to the address at the top.',
    'complain-to-hhs':
      'You can also complain to the U.S. Department of Health and Human Services, Office for Civil Rights: www.hhs.gov/ocr/complaints, phone 1-800-368-1019. We may not treat you any worse because you complain.',
    'complain-to-authority':
      'You can also complain to the data protection authority of the country where you live or work, or where this happened. They are listed at www.edpb.europa.eu/about-edpb/about-edpb/members_en. You can also go to court. We may not treat you any worse because you complain.',

    'help-heading': 'If this letter is hard to read',
    help: 'Call {phone}. We can explain it in your language, read it to you, or send it in large print or Braille. This is free.',

    'young-heading': 'Patients aged {from} to {end}',
    young:
      'For patients aged {from} to {end}, the law lets a young person decide about some kinds of exams. This sentence is in every letter about a patient of that age. If you have a question about it, call {phone}.',
    'minor-heading': 'Patients under {end}',
    minor:
      'For patients under {end}, the law lets a young person decide about some kinds of exams. This sentence is in every letter about a patient of that age. If you have a question about it, call {phone}.',

    'deadline-heading': 'Our deadline stays the same',
    deadline: 'We still have to answer you by {date}. This letter does not move that day. ({cite})',
    'waiting-heading': 'What your answer does to our deadline',
    'period-stands-still':
      'We have to answer you by {date}. The days from today until your answer do not count. That day moves by as many days. ({cite})',
    'period-starts-when-answered':
      'Our time to answer starts on the day you show us. Until then we count from the first day, and it ends on {date}. ({cite})',

    'fee-caption': 'What you pay for',
    'fee-for': 'For',
    'fee-amount': 'Amount',
    'fee-rule': 'Rule',
    'fee-total': 'Total',
  },
  {
    'office-words': '“{words}”',
    exam: '{label}, {when}. {scope}.',
    'exam-at': '{label}, {when}, {place}. {scope}.',
    'whole-with-report': 'Todo lo de ese examen, con el informe',
    'whole-without-report': 'Todo lo de ese examen, sin el informe',
    'certain-with-report': 'Solo estas imágenes: {pictures}, con el informe',
    'certain-without-report': 'Solo estas imágenes: {pictures}, sin el informe',
    'what-you-asked': 'Lo que usted pidió',

    'complain-heading': 'Si no está de acuerdo',
    'complain-to-facility':
      'Puede quejarse con nosotros. Llame al {phone} y pida hablar con: {title}, {facility}. O escriba a la dirección de arriba.',
    'complain-to-hhs':
      'También puede quejarse con el gobierno. Es la Oficina de Derechos Civiles (Office for Civil Rights) del Departamento de Salud de EE. UU.: www.hhs.gov/ocr/complaints, teléfono 1-800-368-1019. No podemos tratarle peor porque se queje.',
    'complain-to-authority':
      'También puede quejarse con la autoridad de protección de datos del país donde vive o trabaja, o donde esto pasó. La lista está en www.edpb.europa.eu/about-edpb/about-edpb/members_es. También puede ir a un tribunal. No podemos tratarle peor porque se queje.',

    'help-heading': 'Si le cuesta leer esta carta',
    help: 'Llame al {phone}. Se la explicamos en su idioma o se la leemos. También la enviamos en letra grande o en braille. Es gratis.',

    'young-heading': 'Pacientes de {from} a {end} años',
    young:
      'Si un paciente tiene de {from} a {end} años, la ley le deja decidir sobre algunos exámenes. Esta frase está en toda carta sobre un paciente de esa edad. Si tiene dudas, llame al {phone}.',
    'minor-heading': 'Pacientes menores de {end} años',
    minor:
      'Si un paciente es menor de {end} años, la ley le deja decidir sobre algunos exámenes. Esta frase está en toda carta sobre un paciente de esa edad. Si tiene dudas, llame al {phone}.',

    'deadline-heading': 'Nuestra fecha límite no cambia',
    deadline: 'Debemos responderle a más tardar el {date}. Esta carta no mueve ese día. ({cite})',
    'waiting-heading': 'Qué hace su respuesta con nuestra fecha límite',
    'period-stands-still':
      'Debemos responderle a más tardar el {date}. Los días desde hoy hasta su respuesta no cuentan. Ese día se mueve otros tantos días. ({cite})',
    'period-starts-when-answered':
      'Nuestro plazo empieza el día en que usted nos lo muestre. Hasta entonces contamos desde el primer día, y termina el {date}. ({cite})',

    'fee-caption': 'Lo que usted paga',
    'fee-for': 'Por',
    'fee-amount': 'Monto',
    'fee-rule': 'Regla',
    'fee-total': 'Total',
  },
);

/**
 * What somebody of the office typed stands in a translated letter as it was typed, in quotation marks: nobody translated it,
 * and a guess at it may not be sent (45 CFR 92.201(c)(3)).
 */
export function officeWords(words: string, language: LetterLanguage): string {
  return sayIn(passages, language)('office-words', { words: words.trim() });
}

export function askedExams(exams: readonly AskedExam[], language: LetterLanguage): LetterBlock {
  return { kind: 'list', duties: ['what-was-asked'], items: exams.map((exam) => examInWords(exam, language)) };
}

function examInWords({ label, when, place, certainImages, withReport }: AskedExam, language: LetterLanguage): string {
  const say = sayIn(passages, language);
  const scope = certainImages
    ? say(withReport ? 'certain-with-report' : 'certain-without-report', { pictures: certainImages })
    : say(withReport ? 'whole-with-report' : 'whole-without-report');
  return place ? say('exam-at', { label, when, place, scope }) : say('exam', { label, when, scope });
}

/** Both routes, and that nobody pays for using them: 45 CFR 164.524(d)(2)(iii), 164.530(g); GDPR Art. 12(4). */
export function complaints(
  { facility, complaintRoute }: Pick<LetterSubject, 'facility' | 'complaintRoute'>,
  language: LetterLanguage,
): readonly LetterBlock[] {
  const outside = complaintRoute === 'supervisory-authority' ? 'complain-to-authority' : 'complain-to-hhs';
  const say = sayIn(passages, language);
  const { title, phone } = facility.privacyOfficer;
  return [
    { kind: 'heading', text: say('complain-heading') },
    {
      kind: 'paragraph',
      duties: ['complain-to-facility'],
      text: say('complain-to-facility', { title, facility: facility.name, phone }),
    },
    { kind: 'paragraph', duties: [outside], text: say(outside) },
  ];
}

export function help({ phone }: LetterFacility, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(passages, language);
  return [
    { kind: 'heading', text: say('help-heading') },
    { kind: 'paragraph', duties: ['language-and-disability-help'], text: say('help', { phone }) },
  ];
}

/**
 * Stands in every letter about a patient of that age, whether or not anything is held back: a sentence that stands
 * everywhere tells nothing about one person (OD-13).
 */
export function youngPatient({ youngAges, facility }: LetterSubject, language: LetterLanguage): readonly LetterBlock[] {
  if (!youngAges) return [];
  const say = sayIn(passages, language);
  const ages = { from: String(youngAges.from), end: youngAgesEnd(youngAges) };
  const [heading, text] =
    youngAges.from > 0 ? (['young-heading', 'young'] as const) : (['minor-heading', 'minor'] as const);
  return [
    { kind: 'heading', text: say(heading, ages) },
    { kind: 'paragraph', duties: ['neutral-sentence'], text: say(text, { ...ages, phone: facility.phone }) },
  ];
}

/** “12 to 17” ends with a last age, “under 18” with the first that is meant no more. */
export function youngAgesEnd({ from, below }: YoungAges): string {
  return String(from > 0 ? below - 1 : below);
}

/** A wait is no pause, 45 CFR 164.524 has none (OD-5), unless the law of the facility lists it as one. */
export function unmovedDeadline(due: LetterDue, language: LetterLanguage, pause?: LetterPause): readonly LetterBlock[] {
  const say = sayIn(passages, language);
  const facts = { date: longDate(due.on, language), cite: citeIn(pause?.cite ?? due.working.cite, language) };
  return [
    { kind: 'heading', text: say(pause ? 'waiting-heading' : 'deadline-heading') },
    { kind: 'paragraph', duties: ['deadline-unmoved'], text: say(pause?.effect ?? 'deadline', facts) },
  ];
}

/** Each line with the clause that allows it, total last. */
export function feeTable(
  fee: LetterFee,
  duties: NonNullable<LetterBlock['duties']>,
  language: LetterLanguage,
  currency: Currency | undefined,
): LetterBlock {
  const say = sayIn(passages, language);
  const lines = fee.lines.map(({ label, cents, cite }) => [
    feeLineNames[language][label],
    money(cents, language, currency),
    citeIn(cite, language),
  ]);
  return {
    kind: 'table',
    caption: say('fee-caption'),
    duties,
    columns: [say('fee-for'), say('fee-amount'), say('fee-rule')],
    rows: [...lines, [say('fee-total'), money(fee.totalCents, language, currency), '']],
    endsInTotal: true,
  };
}
