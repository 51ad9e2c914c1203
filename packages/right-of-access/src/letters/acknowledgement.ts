import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { AskedExam, LetterDue, LetterFee, LetterSubject, LetterWay } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import { citeIn } from './cite-words.ts';
import type { LetterKind } from './letter-kind.ts';
import { askedExams, feeTable, passages } from './passages.ts';
import { type LetterVisit, visiting } from './visit-passages.ts';
import { longDate, money, wayInWords } from './wording.ts';

export type AcknowledgementFacts = LetterSubject & {
  readonly receivedOn: CalendarDate;
  readonly due: LetterDue;
  /** Where more than one clock runs, such as one for looking and one for the copy: the others. */
  readonly alsoDue?: readonly { readonly what: string; readonly on: CalendarDate; readonly cite: string }[];
  readonly exams: readonly AskedExam[];
  readonly ways: readonly LetterWay[];
  readonly fee: LetterFee;
  /** Where they asked to look in person. */
  readonly visit?: LetterVisit;
};

const words = bilingual(
  {
    title: 'We have your request',
    'title-visit': 'Times to look at your pictures',
    next: 'You asked {facility} for copies of pictures. You do not have to do anything unless we ask you. We will check who you are, find the exam, and tell you when your copy is ready.',
    'next-look':
      'You asked {facility} to look at your pictures. You do not have to do anything unless we ask you. We will check who you are and find the exam.',
    'next-visit':
      'You asked {facility} to look at your pictures. Here are times for your visit. Please choose one of them.',
    glance: 'Your request at a glance',
    for: 'For',
    'received-on': 'We received it on',
    'answer-by': 'You will have an answer by',
    cost: 'What it costs',
    'count-heading': 'How we count the days',
    'count-period':
      'We received your request on {received}. The law gives us {period}, so the last day is {due}. {weekends} Nothing stops this clock. Most people wait much less. ({cite})',
    'calendar-day': '{n} calendar days',
    'business-day': '{n} working days',
    'one-calendar-day': 'one calendar day',
    'one-business-day': 'one working day',
    month: '{n} months',
    'one-month': 'one month',
    'weekends-count': 'Weekends and holidays count.',
    'weekends-free': 'Weekends and holidays do not count.',
    started: 'The count began on {started}.',
    'count-extension':
      'We received your request on {received}. On {sent} we wrote to you that we need more time, and promised {due}. We cannot move that day again. ({cite})',
    'also-due': '{what}: by {date}. ({cite})',
    ways: 'How you want to get it:',
    free: 'Looking at your pictures online, saving them and downloading everything is free.',
    'free-post': 'Coming to look at your pictures here with us is free.',
    estimate: 'This is our estimate. It may get lower. It cannot get higher unless you agree.',
    'never-charged':
      'We never charge for finding your pictures or for checking who you are. You may change to a free way until we have made your copy.',
    'change-heading': 'To follow, correct or stop your request',
    track: 'To see how far it is, go to {address} and type your reference, {reference}.',
    correct: 'To correct or add something, write to us on that page or call {phone}.',
    withdraw: 'To take your request back, tell us on that page or call {phone}. You may ask again at any time.',
    'track-post': 'To hear how far it is, call {phone} and say your reference, {reference}.',
    'correct-post': 'To correct or add something, call {phone} or write to the address at the top.',
    'withdraw-post':
      'To take your request back, call {phone} or write to the address at the top. You may ask again at any time.',
  },
  {
    title: 'Tenemos su solicitud',
    'title-visit': 'Horas para ver sus imágenes',
    next: 'Usted pidió a {facility} copias de imágenes. No tiene que hacer nada si no se lo pedimos. Vamos a ver quién es usted y a buscar el examen. Le avisamos cuando su copia esté lista.',
    'next-look':
      'Usted pidió a {facility} ver sus imágenes. No tiene que hacer nada si no se lo pedimos. Vamos a ver quién es usted y a buscar el examen.',
    'next-visit':
      'Usted pidió a {facility} ver sus imágenes. Aquí están las horas para su visita. Elija una, por favor.',
    glance: 'Su solicitud en breve',
    for: 'Para',
    'received-on': 'La recibimos el',
    'answer-by': 'Respuesta a más tardar el',
    cost: 'Lo que cuesta',
    'count-heading': 'Cómo contamos los días',
    'count-period':
      'Recibimos su solicitud el {received}. La ley nos da {period}. El último día es el {due}. {weekends} Nada detiene este plazo. Casi todos esperan mucho menos. ({cite})',
    'calendar-day': '{n} días corridos',
    'business-day': '{n} días hábiles',
    'one-calendar-day': 'un día corrido',
    'one-business-day': 'un día hábil',
    month: '{n} meses',
    'one-month': 'un mes',
    'weekends-count': 'Los fines de semana y feriados cuentan.',
    'weekends-free': 'Los fines de semana y feriados no cuentan.',
    started: 'La cuenta empezó el {started}.',
    'count-extension':
      'Recibimos su solicitud el {received}. El {sent} le escribimos que necesitamos más tiempo. Le prometimos el {due}. No podemos mover ese día otra vez. ({cite})',
    'also-due': '{what}: a más tardar el {date}. ({cite})',
    ways: 'Cómo la quiere recibir:',
    free: 'Ver sus imágenes en línea, guardarlas y descargar todo es gratis.',
    'free-post': 'Venir a ver sus imágenes aquí con nosotros es gratis.',
    estimate: 'Es lo que calculamos. Puede bajar. No puede subir si usted no está de acuerdo.',
    'never-charged':
      'Nunca cobramos por buscar sus imágenes ni por ver quién es usted. Puede elegir una forma gratis hasta que hayamos hecho su copia.',
    'change-heading': 'Para seguir, corregir o parar su solicitud',
    track: 'Para ver cómo va, entre en {address} y escriba su referencia, {reference}.',
    correct: 'Para corregir o agregar algo, escríbanos en esa página o llame al {phone}.',
    withdraw: 'Para retirar su solicitud, avise en esa página o llame al {phone}. Puede pedir otra vez cuando quiera.',
    'track-post': 'Para saber cómo va, llame al {phone} y diga su referencia, {reference}.',
    'correct-post': 'Para corregir o agregar algo, llame al {phone} o escriba a la dirección de arriba.',
    'withdraw-post':
      'Para retirar su solicitud, llame al {phone} o escriba a la dirección de arriba. Puede pedir otra vez cuando quiera.',
  },
);

/** L-ACK: we have the request, this is what was asked, this is the day by which we answer, and how to change it. */
export const acknowledgement: LetterKind<AcknowledgementFacts> = {
  when: 'when a request is received: the same day if it came online, within 2 business days if on paper',
  words,
  complaints: () => false,
  otherTitle: ({ visit }) => (visit?.is === 'offered' ? 'title-visit' : undefined),
  write: (facts, language) => {
    const say = sayIn(words, language);
    return [
      {
        kind: 'paragraph',
        duties: ['what-next'],
        text: say(opening(facts), { facility: facts.facility.name }),
      },
      ...visiting(facts, language),
      {
        kind: 'facts',
        caption: say('glance'),
        duties: ['received-date', 'due-date', 'fee'],
        rows: [
          { label: say('for'), value: facts.patient.name },
          { label: say('received-on'), value: longDate(facts.receivedOn, language) },
          { label: say('answer-by'), value: longDate(facts.due.on, language) },
          { label: say('cost'), value: money(facts.fee.totalCents, language, facts.currency) },
        ],
      },
      ...working(facts, language),
      { kind: 'heading', text: sayIn(passages, language)('what-you-asked') },
      askedExams(facts.exams, language),
      { kind: 'paragraph', text: say('ways') },
      { kind: 'list', items: facts.ways.map((way) => wayInWords(way, language)) },
      ...fee(facts, language),
      ...changing(facts, language),
    ];
  },
};

function opening({ visit, ways }: AcknowledgementFacts) {
  if (visit?.is === 'offered') return 'next-visit';
  return ways.every(({ kind }) => kind === 'inspect') ? 'next-look' : 'next';
}

/** Received, days, date: the same sum that the portal shows. */
function working({ due, alsoDue = [] }: AcknowledgementFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const others = alsoDue.map((other) =>
    say('also-due', { what: other.what, date: longDate(other.on, language), cite: citeIn(other.cite, language) }),
  );
  return [
    { kind: 'heading', text: say('count-heading') },
    { kind: 'paragraph', duties: ['due-working'], text: workingInWords(due, language) },
    ...(others.length > 0 ? [{ kind: 'list', items: others } as const] : []),
  ];
}

function workingInWords({ on, working }: LetterDue, language: LetterLanguage): string {
  const say = sayIn(words, language);
  const [received, due] = [longDate(working.received, language), longDate(on, language)];
  const cite = citeIn(working.cite, language);
  if (working.kind === 'extension') {
    return say('count-extension', { received, sent: longDate(working.extension.sentOn, language), due, cite });
  }
  const { limit, startedOn } = working;
  const period = limit.n === 1 ? say(`one-${limit.unit}`) : say(limit.unit, { n: limit.n });
  const weekends = say(limit.unit === 'business-day' ? 'weekends-free' : 'weekends-count');
  const began = startedOn === working.received ? [] : [say('started', { started: longDate(startedOn, language) })];
  return [say('count-period', { received, period, due, weekends, cite }), ...began].join(' ');
}

function fee({ fee: quote, currency, byPost }: AcknowledgementFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const free = say(byPost ? 'free-post' : 'free');
  const heading: LetterBlock = { kind: 'heading', text: say('cost') };
  if (quote.totalCents === 0) {
    const text = `${money(0, language, currency)}. ${free}`;
    return [heading, { kind: 'paragraph', duties: ['fee', 'free-options'], text }];
  }
  const sentences = [...(quote.approximate ? [say('estimate')] : []), free, say('never-charged')];
  return [
    heading,
    feeTable(quote, ['fee'], language, currency),
    { kind: 'paragraph', duties: ['free-options'], text: sentences.join(' ') },
  ];
}

function changing(facts: AcknowledgementFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const { trackAddress: address, reference, facility } = facts;
  const where = { address, reference, phone: facility.phone };
  const items = facts.byPost
    ? [say('track-post', where), say('correct-post', where), say('withdraw-post', where)]
    : [say('track', where), say('correct', where), say('withdraw', where)];
  return [
    { kind: 'heading', text: say('change-heading') },
    { kind: 'list', duties: ['track', 'correct', 'withdraw'], items },
  ];
}
