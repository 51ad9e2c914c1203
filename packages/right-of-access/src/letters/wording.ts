import { type CalendarDate, type Weekday, weekday } from '../calendar.ts';
import type { Counts } from '../counts.ts';
import type { ChargeableLine } from '../fee-line.ts';
import type { LetterWay } from '../letter-subject.ts';
import type { ObjectKind } from '../object-kind.ts';
import type { Currency, FeeMethod } from '../policy-pack.ts';
import { type Bilingual, bilingual, type LetterLanguage, sayIn, type Templates } from './bilingual.ts';

/** Dates, money, counts and names of things in each language; every letter takes them from here. */

type InEach<T> = Readonly<Record<LetterLanguage, T>>;

const months: InEach<readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

const spanishDays: Readonly<Record<Weekday, string>> = {
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  Sunday: 'domingo',
};

/** “Wednesday, December 23, 2026”; “miércoles 23 de diciembre de 2026”. */
export function longDate(date: CalendarDate, language: LetterLanguage = 'en'): string {
  const day = weekday(date);
  const plain = plainDate(date, language);
  return language === 'en' ? `${day}, ${plain}` : `${spanishDays[day]} ${plain}`;
}

/** “December 23, 2026”; “23 de diciembre de 2026”. */
export function plainDate(date: CalendarDate, language: LetterLanguage = 'en'): string {
  const [year, month, day] = [date.slice(0, 4), months[language][Number(date.slice(5, 7)) - 1], Number(date.slice(8))];
  return language === 'en' ? `${month} ${day}, ${year}` : `${day} de ${month} de ${year}`;
}

const fixedWords = bilingual(
  { free: 'No charge', nothing: 'nothing', and: 'and', for: '{way} for {name}' },
  { free: 'Sin costo', nothing: 'nada', and: 'y / e', for: '{way} para {name}' },
);

/** “at 7:03 p.m.”; “a las 7:03 p. m.”, for `19:03`. */
export function atTime(time: string, language: LetterLanguage = 'en'): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const clock = `${hours % 12 || 12}:${String(minutes).padStart(2, '0')}`;
  const half = hours < 12 ? 'a' : 'p';
  if (language === 'en') return `at ${clock} ${half}.m.`;
  return `${hours % 12 === 1 ? 'a la' : 'a las'} ${clock} ${half}.\u00a0m.`;
}

/** “$12.40” and “€12.40”, in Spanish “12,40 €”; and “No charge” for nothing. */
export function money(cents: number, language: LetterLanguage = 'en', currency: Currency = 'USD'): string {
  if (cents === 0) return fixedWords[language].free;
  const locale = localeOf[currency][language];
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);
}

/** As people write amounts where the currency is used. */
const localeOf: Readonly<Record<Currency, InEach<string>>> = {
  USD: { en: 'en-US', es: 'es-US' },
  EUR: { en: 'en-IE', es: 'es-ES' },
};

const counted: InEach<Readonly<Record<keyof Counts, readonly [one: string, many: string]>>> = {
  en: {
    stills: ['picture', 'pictures'],
    clips: ['clip', 'clips'],
    reports: ['report', 'reports'],
    other: ['other item', 'other items'],
  },
  es: {
    stills: ['imagen', 'imágenes'],
    clips: ['video', 'videos'],
    reports: ['informe', 'informes'],
    other: ['archivo más', 'archivos más'],
  },
};

/** “42 pictures, 9 clips and 1 report”; what there is none of is left out. */
export function countsInWords(counts: Counts, language: LetterLanguage = 'en'): string {
  const parts = (['stills', 'clips', 'reports', 'other'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${counted[language][kind][counts[kind] === 1 ? 0 : 1]}`);
  if (parts.length === 0) return fixedWords[language].nothing;
  return joinAnd(parts, language);
}

/** “a, b and c”; in Spanish “y” becomes “e” before the sound of i. */
export function joinAnd(parts: readonly string[], language: LetterLanguage = 'en'): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  const and = language === 'en' ? 'and' : /^h?i(?!e)/i.test(last) ? 'e' : 'y';
  return `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

export const kindNames: InEach<Readonly<Record<ObjectKind, string>>> = {
  en: { still: 'Picture', clip: 'Clip', report: 'Report', other: 'Other item' },
  es: { still: 'Imagen', clip: 'Video', report: 'Informe', other: 'Otro archivo' },
};

export const feeLineNames: InEach<Readonly<Record<ChargeableLine, string>>> = {
  en: {
    labour: 'Work of copying',
    cd: 'CD',
    dvd: 'DVD',
    usb: 'USB stick',
    'print-sheets': 'Print sheets',
    'paper-pages': 'Paper pages',
    summary: 'The summary that you agreed to',
    postage: 'Mailer and postage',
    flat: 'One flat fee for copying, disc or stick, and postage',
  },
  es: {
    labour: 'Trabajo de copiar',
    cd: 'CD',
    dvd: 'DVD',
    usb: 'Memoria USB',
    'print-sheets': 'Hojas impresas',
    'paper-pages': 'Páginas de papel',
    summary: 'El resumen que usted aceptó',
    postage: 'Sobre y correo',
    flat: 'Un solo cargo fijo por la copia, el disco o la memoria, y el correo',
  },
};

export const feeMethodNames: InEach<Readonly<Record<FeeMethod | 'free', string>>> = {
  en: {
    free: 'This copy is free.',
    flat: 'We use a flat fee. It covers all of the work, the disc or stick, and the postage.',
    actual: 'We use what this copy costs us: the time to copy, the disc, stick or paper, and the postage.',
    average: 'We use the average time that such a copy takes, plus the disc, stick or paper, and the postage.',
  },
  es: {
    free: 'Esta copia es gratis.',
    flat: 'Usamos un cargo fijo. Cubre todo el trabajo, el disco o la memoria, y el correo.',
    actual: 'Usamos lo que nos cuesta esta copia: el tiempo de copiar, el disco, la memoria o el papel, y el correo.',
    average: 'Usamos el tiempo medio de una copia así, más el disco, la memoria o el papel, y el correo.',
  },
};

const wayNames: InEach<Readonly<Record<Exclude<LetterWay['kind'], 'other-form'>, string>>> = {
  en: {
    online: 'See and save them online',
    download: 'Download everything as one file',
    'secure-link': 'A secure link',
    email: 'By e-mail, encrypted',
    'email-unencrypted': 'By plain e-mail',
    cd: 'A CD',
    dvd: 'A DVD',
    usb: 'A USB stick',
    prints: 'Prints on paper',
    push: 'Sent straight to a picture archive',
    'own-app': 'Sent to your own app',
    inspect: 'Look at them here with us',
  },
  es: {
    online: 'Verlas y guardarlas en línea',
    download: 'Descargar todo en un archivo',
    'secure-link': 'Un enlace seguro',
    email: 'Por correo electrónico cifrado',
    'email-unencrypted': 'Por correo electrónico sin cifrar',
    cd: 'Un CD',
    dvd: 'Un DVD',
    usb: 'Una memoria USB',
    prints: 'Copias en papel',
    push: 'Envío directo a un archivo de imágenes',
    'own-app': 'Envío a su propia aplicación',
    inspect: 'Verlas aquí con nosotros',
  },
};

export function wayInWords(way: LetterWay, language: LetterLanguage = 'en'): string {
  const name = way.kind === 'other-form' ? way.form : wayNames[language][way.kind];
  if (way.to === undefined) return name;
  return sayIn(fixedWords, language)('for', { way: name, name: way.to });
}

/** Everything above that is wording: part of every letter's version. */
export const sharedNames: Bilingual = { en: namesIn('en'), es: namesIn('es') };

function namesIn(language: LetterLanguage): Templates {
  const days = Object.entries(spanishDays).map(([day, spanish]) => [day, language === 'en' ? day : spanish] as const);
  const counts = Object.entries(counted[language]).map(
    ([kind, forms]) => [`count-${kind}`, forms.join(' / ')] as const,
  );
  return {
    ...Object.fromEntries(months[language].map((month, index) => [`month-${index + 1}`, month])),
    ...Object.fromEntries([...days, ...counts]),
    ...kindNames[language],
    ...feeLineNames[language],
    ...Object.fromEntries(
      Object.entries(feeMethodNames[language]).map(([method, words]) => [`method-${method}`, words]),
    ),
    ...Object.fromEntries(Object.entries(wayNames[language]).map(([way, words]) => [`way-${way}`, words])),
    ...Object.fromEntries(Object.entries(fixedWords[language]).map(([name, words]) => [`word-${name}`, words])),
  };
}
