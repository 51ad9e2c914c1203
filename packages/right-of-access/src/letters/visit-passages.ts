import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import { longDate } from './wording.ts';

/** A time on the facility's own wall clock; `at` counts 24 hours: “14:30”. */
type VisitTime = { readonly on: CalendarDate; readonly at: string };

/** Looking at the pictures in person: times are still to be offered, are on offer, or one was chosen. */
export type LetterVisit =
  | { readonly is: 'to-offer'; readonly by: CalendarDate }
  | {
      readonly is: 'offered' | 'chosen';
      readonly times: readonly VisitTime[];
      readonly place: string;
      readonly askFor: string;
      /** A copy was denied, and a photo would be one: 45 CFR 164.524(a)(2)(ii). */
      readonly copyDenied?: boolean;
    };

export const visitPassages = bilingual(
  {
    'visit-heading': 'Come and look at your pictures',
    'visit-to-offer':
      'You asked to look at your pictures with us. That is free. We will offer you days and times for it by {by}.',
    'visit-offered': 'You asked to look at your pictures with us. That is free. You can come at one of these times:',
    'visit-chosen': 'You asked to look at your pictures with us. That is free. You chose this time:',
    'visit-where': 'Where: {place}. Ask for: {askFor}.',
    'visit-choose':
      'To choose a time, or to ask for another one, go to {address} and type your reference, {reference}. Or call {phone}.',
    'visit-change': 'If you need another time, go to {address} and type your reference, {reference}. Or call {phone}.',
    'visit-choose-post':
      'To choose a time, or to ask for another one, call {phone} and say your reference, {reference}.',
    'visit-change-post': 'If you need another time, call {phone} and say your reference, {reference}.',
    'visit-bring':
      'Please bring a photo ID. If you have none, call us first. You may take photos and notes. You may bring somebody with you.',
    'visit-bring-no-copy':
      'Please bring a photo ID. If you have none, call us first. You may take notes, but no photos: our other letter tells you why. You may bring somebody with you.',
    'visit-time': '{day}, {time}',
  },
  {
    'visit-heading': 'Venga a ver sus imágenes',
    'visit-to-offer':
      'Usted pidió ver sus imágenes con nosotros. Es gratis. Le ofreceremos días y horas a más tardar el {by}.',
    'visit-offered': 'Usted pidió ver sus imágenes con nosotros. Es gratis. Puede venir a una de estas horas:',
    'visit-chosen': 'Usted pidió ver sus imágenes con nosotros. Es gratis. Usted eligió esta hora:',
    'visit-where': 'Dónde: {place}. Pregunte por: {askFor}.',
    'visit-choose':
      'Para elegir una hora o pedir otra, entre en {address} y escriba su referencia, {reference}. O llame al {phone}.',
    'visit-change':
      'Si necesita otra hora, entre en {address} y escriba su referencia, {reference}. O llame al {phone}.',
    'visit-choose-post': 'Para elegir una hora o pedir otra, llame al {phone} y diga su referencia, {reference}.',
    'visit-change-post': 'Si necesita otra hora, llame al {phone} y diga su referencia, {reference}.',
    'visit-bring':
      'Traiga una identificación con foto. Si no tiene, llámenos antes. Puede tomar fotos y notas. Puede venir con otra persona.',
    'visit-bring-no-copy':
      'Traiga una identificación con foto. Si no tiene, llámenos antes. Puede tomar notas, pero no fotos: nuestra otra carta le dice por qué. Puede venir con otra persona.',
    'visit-time': '{day}, {time}',
  },
);

/** “2:30 p.m.”; in Spanish “2:30 p. m.” */
function timeOfDay(at: string, language: LetterLanguage = 'en'): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const half = { en: ['a.m.', 'p.m.'], es: ['a. m.', 'p. m.'] }[language][hour < 12 ? 0 : 1];
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${half}`;
}

/** “Wednesday, February 17, 2027, 2:30 p.m.” */
function visitTimeInWords({ on, at }: VisitTime, language: LetterLanguage = 'en'): string {
  return sayIn(visitPassages, language)('visit-time', { day: longDate(on, language), time: timeOfDay(at, language) });
}

/** When and where somebody can come and look, what to bring, and what they may do: 45 CFR 164.524(c)(1), (c)(3)(i). */
export function visiting(
  { visit, facility, trackAddress: address, reference, byPost }: LetterSubject & { readonly visit?: LetterVisit },
  language: LetterLanguage,
): readonly LetterBlock[] {
  if (!visit) return [];
  const say = sayIn(visitPassages, language);
  const heading: LetterBlock = { kind: 'heading', text: say('visit-heading') };
  const duties = ['visit'] as const;
  if (visit.is === 'to-offer')
    return [heading, { kind: 'paragraph', duties, text: say('visit-to-offer', { by: longDate(visit.by, language) }) }];
  const { place, askFor } = visit;
  const how = { address, reference, phone: facility.phone };
  return [
    heading,
    { kind: 'paragraph', text: say(`visit-${visit.is}`) },
    { kind: 'list', duties, items: visit.times.map((time) => visitTimeInWords(time, language)) },
    { kind: 'paragraph', duties, text: say('visit-where', { place, askFor }) },
    {
      kind: 'paragraph',
      text: say(`${visit.is === 'offered' ? 'visit-choose' : 'visit-change'}${byPost ? '-post' : ''}`, how),
    },
    { kind: 'paragraph', text: say(visit.copyDenied ? 'visit-bring-no-copy' : 'visit-bring') },
  ];
}

/** What a letter that tells of a visit must show of it. */
export function visitShown(visit: LetterVisit | undefined, language: LetterLanguage): readonly string[] {
  if (!visit) return [];
  if (visit.is === 'to-offer') return [longDate(visit.by, language)];
  return [...visit.times.map((time) => visitTimeInWords(time, language)), visit.place, visit.askFor];
}
