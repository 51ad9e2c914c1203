import { type CalendarDate, parseCalendarDate, weekday } from './calendar.ts';
import { citeIn } from './letters/cite-words.ts';
import type { Why } from './why.ts';

export type ExplanationLanguage = 'en' | 'es';

/**
 * A why in plain sentences, for staff and patients: “Received February 13, 2027. 30 calendar days. That is Monday, March 15,
 * 2027. (45 CFR …)”. A name that has no sentence of its own is printed with its value.
 */
export function explainWhy(why: Why, language: ExplanationLanguage): string {
  return `${whyInSentences(why, language)} (${citeIn(why.cite, language)})`;
}

/** The same without the citation, for a page that keeps the citation one tap away. */
export function whyInSentences(why: Why, language: ExplanationLanguage): string {
  const words = catalogue[language];
  const started = why.inputs.find(({ name }) => name === 'startedOn')?.value;
  const received = why.inputs.find(({ name }) => name === 'received')?.value;
  const sentences = why.inputs
    .filter(({ name }) => name !== 'startedOn' || started !== received)
    .map(
      ({ name, value }) =>
        words.inputs[name]?.(shown(value, language)) ?? `${inWords(name)}: ${shown(value, language)}.`,
    );
  const doubt = words.doubt[why.confidence];
  return [...sentences, ...(doubt ? [doubt] : [])].join(' ');
}

type Sentences = Readonly<Record<string, (value: string) => string>>;
type Catalogue = { readonly inputs: Sentences; readonly doubt: Readonly<Partial<Record<Why['confidence'], string>>> };

const catalogue: Readonly<Record<ExplanationLanguage, Catalogue>> = {
  en: {
    inputs: {
      received: (day) => `Received ${day}.`,
      startedOn: (day) => `The days run from ${day}.`,
      limit: (limit) => `${limit}.`,
      daysStoodStill: (days) => `The clock stood still for ${days} days.`,
      periodEnds: (day) => `It would end on ${day}, which is no working day.`,
      due: (day) => `That is ${day}.`,
      maxExtended: (day) => `One letter may move it to ${day} at most.`,
      extensionSentOn: (day) => `On ${day} we wrote that we need more time.`,
      promisedOn: (day) => `The day named in the letter is ${day}.`,
      today: (day) => `Today is ${day}.`,
      from: (day) => `Counted from ${day}.`,
      bornOn: (day) => `Born ${day}.`,
      comesOfAgeOn: (day) => `From ${day} on the person decides alone.`,
      finalised: (day) => `The report was finished on ${day}.`,
      opensOn: (day) => `It opens by itself on ${day}.`,
      madeOn: (day) => `Made on ${day}.`,
      keptUntil: (day) => `Kept until ${day} at least.`,
      confirmedBy: (who) => `Confirmed by ${who}.`,
      noticeBy: (day) => `The written reason is due by ${day}.`,
    },
    doubt: {
      medium: 'Nobody at the facility has confirmed this rule yet.',
      low: 'Confirm with counsel: this rule changes nothing by itself.',
    },
  },
  es: {
    inputs: {
      received: (day) => `Recibida el ${day}.`,
      startedOn: (day) => `Los días se cuentan desde el ${day}.`,
      limit: (limit) => `${limit}.`,
      daysStoodStill: (days) => `El plazo estuvo detenido ${days} días.`,
      periodEnds: (day) => `Terminaría el ${day}, que no es día hábil.`,
      due: (day) => `El último día es el ${day}.`,
      maxExtended: (day) => `Una carta puede moverlo hasta el ${day} como máximo.`,
      extensionSentOn: (day) => `El ${day} escribimos que necesitamos más tiempo.`,
      promisedOn: (day) => `El día que dice la carta es el ${day}.`,
      today: (day) => `Hoy es el ${day}.`,
      from: (day) => `Contado desde el ${day}.`,
      bornOn: (day) => `Nacimiento: ${day}.`,
      comesOfAgeOn: (day) => `Desde el ${day} la persona decide sola.`,
      finalised: (day) => `El informe se terminó el ${day}.`,
      opensOn: (day) => `Se abre solo el ${day}.`,
      madeOn: (day) => `Hecho el ${day}.`,
      keptUntil: (day) => `Se guarda al menos hasta el ${day}.`,
      confirmedBy: (who) => `Confirmado por ${who}.`,
      noticeBy: (day) => `El motivo por escrito debe darse hasta el ${day}.`,
    },
    doubt: {
      medium: 'Nadie del centro ha confirmado todavía esta regla.',
      low: 'Consulte con un abogado: esta regla no cambia nada por sí sola.',
    },
  },
};

function shown(value: string, language: ExplanationLanguage): string {
  const date = parseCalendarDate(value);
  if (date.ok) return dayInWords(date.value, language);
  const limit = /^(\d+) (calendar-day|business-day|month)$/.exec(value);
  if (!limit) return value;
  const [one, many] = units[language][limit[2] as keyof (typeof units)['en']];
  return `${limit[1]} ${limit[1] === '1' ? one : many}`;
}

const units = {
  en: {
    'calendar-day': ['calendar day', 'calendar days'],
    'business-day': ['business day', 'business days'],
    month: ['month', 'months'],
  },
  es: {
    'calendar-day': ['día corrido', 'días corridos'],
    'business-day': ['día hábil', 'días hábiles'],
    month: ['mes', 'meses'],
  },
} as const;

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

const weekdaysEs = {
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  Sunday: 'domingo',
} as const;

function dayInWords(date: CalendarDate, language: ExplanationLanguage): string {
  const [year, month, day] = [
    date.slice(0, 4),
    months[language][Number(date.slice(5, 7)) - 1],
    Number(date.slice(8, 10)),
  ];
  return language === 'en'
    ? `${weekday(date)}, ${month} ${day}, ${year}`
    : `${weekdaysEs[weekday(date)]}, ${day} de ${month} de ${year}`;
}

/** “copyMinutes” → “Copy minutes”. */
function inWords(name: string): string {
  const spaced = name
    .replaceAll('-', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
