import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import { citeIn } from './cite-words.ts';
import type { LetterKind } from './letter-kind.ts';
import { officeWords } from './passages.ts';
import { longDate } from './wording.ts';

export type ExtensionFacts = LetterSubject & {
  readonly receivedOn: CalendarDate;
  /** The last day of the first period, by which this letter must be sent. */
  readonly firstDue: CalendarDate;
  readonly promisedOn: CalendarDate;
  /** The cause, in words that the patient will read. */
  readonly reason: string;
  readonly cite: string;
  /** What can be had today, and how (OD-17). */
  readonly available?: { readonly what: string; readonly how: string };
};

const words = bilingual(
  {
    title: 'We need more time for your request',
    next: 'We cannot finish your request by {due}. You will have our answer by {date}. You do not have to do anything.',
    'reason-heading': 'Why it takes longer',
    reason: 'This is the reason: {reason}',
    'date-heading': 'The date that we promise',
    date: 'We received your request on {received}. We will finish it by {date}. ({cite})',
    once: 'The law lets us do this only once. We cannot move the date again.',
    'now-heading': 'What you can have now',
    available: 'This is ready today: {what}. {how}',
    'not-yet': 'Nothing is ready yet. When a part of it is, we will give it to you at once.',
    'contact-heading': 'Questions',
    contact: 'Call {phone} and say your reference, {reference}. Or go to {address}.',
    'contact-post': 'Call {phone} and say your reference, {reference}. Or write to the address at the top.',
  },
  {
    title: 'Necesitamos más tiempo para su solicitud',
    next: 'No podemos terminar su solicitud para el {due}. Tendrá nuestra respuesta a más tardar el {date}. No tiene que hacer nada.',
    'reason-heading': 'Por qué tarda más',
    reason: 'La razón es esta: {reason}',
    'date-heading': 'La fecha que prometemos',
    date: 'Recibimos su solicitud el {received}. La vamos a terminar a más tardar el {date}. ({cite})',
    once: 'La ley nos deja hacer esto una sola vez. No podemos mover la fecha otra vez.',
    'now-heading': 'Lo que puede tener ahora',
    available: 'Esto está listo hoy: {what}. {how}',
    'not-yet': 'Todavía no hay nada listo. Cuando haya una parte, se la damos de inmediato.',
    'contact-heading': 'Preguntas',
    contact: 'Llame al {phone} y diga su referencia, {reference}. O entre en {address}.',
    'contact-post': 'Llame al {phone} y diga su referencia, {reference}. O escriba a la dirección de arriba.',
  },
);

/** L-EXT: the one letter that moves a due date: why, until when, and that it cannot happen again. 164.524(b)(2)(ii). */
export const extensionNotice: LetterKind<ExtensionFacts> = {
  when: 'when a request cannot be met in time; sent inside the first period, once',
  words,
  hasOfficeWords: () => true,
  complaints: () => true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const date = longDate(facts.promisedOn, language);
    const { facility, reference, trackAddress: address, byPost } = facts;
    const how = { phone: facility.phone, reference, address };
    const cite = citeIn(facts.cite, language);
    return [
      {
        kind: 'paragraph',
        duties: ['what-next', 'new-date'],
        text: say('next', { due: longDate(facts.firstDue, language), date }),
      },
      { kind: 'heading', text: say('reason-heading') },
      { kind: 'paragraph', duties: ['reason'], text: say('reason', { reason: officeWords(facts.reason, language) }) },
      { kind: 'heading', text: say('date-heading') },
      {
        kind: 'paragraph',
        duties: ['new-date'],
        text: say('date', { received: longDate(facts.receivedOn, language), date, cite }),
      },
      { kind: 'paragraph', duties: ['only-extension'], text: say('once') },
      { kind: 'heading', text: say('now-heading') },
      available(facts, language),
      { kind: 'heading', text: say('contact-heading') },
      { kind: 'paragraph', duties: ['contact'], text: say(byPost ? 'contact-post' : 'contact', how) },
    ];
  },
};

function available({ available }: ExtensionFacts, language: LetterLanguage): LetterBlock {
  const say = sayIn(words, language);
  const text = available
    ? say('available', { what: officeWords(available.what, language), how: available.how })
    : say('not-yet');
  return { kind: 'paragraph', duties: ['part-available'], text };
}
