import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject, LetterWay } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { atTime, longDate, wayInWords } from './wording.ts';

export type WarningFacts = LetterSubject & {
  readonly by: 'email' | 'text-message';
  /** Read back, so that a slip of the finger is seen before anything is sent. */
  readonly sendTo: string;
  readonly secureWays: readonly LetterWay[];
  /** The yes, once it was given. `at` is local time, `19:03`. */
  readonly accepted?: {
    readonly on: CalendarDate;
    readonly at: string;
    readonly channel: 'portal' | 'phone' | 'in-person' | 'letter';
  };
};

const words = bilingual(
  {
    title: 'Before we send your copy without encryption',
    'next-ask':
      'You asked us to send your copy by plain {by}. You may. Please read this first. We send nothing until you say yes.',
    'next-accepted':
      'You asked us to send your copy by plain {by}, and you said yes after you read this. You do not have to do anything else.',
    email: 'e-mail',
    'text-message': 'text message',
    'risk-heading': 'What could happen',
    risk: 'A plain message is like a postcard. On its way to you, other people could read it. If that happens, it is not in our hands. We still take care to send it to the right address.',
    'secure-heading': 'Safer ways',
    'address-heading': 'Where it goes',
    address: 'We will send it to {to}. Check each letter and number. Tell us if one is wrong.',
    'yes-heading': 'Your yes',
    'yes-asked': 'To say yes, go to {page} and type your reference {reference}, or call {phone}. Until then we wait.',
    'yes-asked-post': 'To say yes, call {phone} and say your reference, {reference}. Until then we wait.',
    'yes-given': 'You said yes on {date} {at}, {channel}. We keep this letter as proof.',
    portal: 'on our page',
    phone: 'by phone',
    'in-person': 'in person',
    letter: 'by letter',
  },
  {
    title: 'Antes de enviar su copia sin cifrar',
    'next-ask':
      'Usted pidió su copia por {by} sin cifrar. Tiene derecho. Lea esto antes. No enviamos nada hasta que diga sí.',
    'next-accepted': 'Usted pidió su copia por {by} sin cifrar. Leyó esto y dijo sí. No tiene que hacer nada más.',
    email: 'correo electrónico',
    'text-message': 'mensaje de texto',
    'risk-heading': 'Lo que puede pasar',
    risk: 'Un mensaje sin cifrar es como una tarjeta postal. En el camino, otros pueden leerlo. Si eso pasa, no está en nuestras manos. Pero sí cuidamos que vaya a la dirección correcta.',
    'secure-heading': 'Formas más seguras',
    'address-heading': 'A dónde va',
    address: 'Lo enviamos a {to}. Vea cada letra y número. Avise si uno está mal.',
    'yes-heading': 'Su sí',
    'yes-asked':
      'Para decir sí, entre en {page} y escriba su referencia {reference}, o llame al {phone}. Hasta entonces esperamos.',
    'yes-asked-post': 'Para decir sí, llame al {phone} y diga su referencia, {reference}. Hasta entonces esperamos.',
    'yes-given': 'Usted dijo sí el {date} {at}, {channel}. Guardamos esta carta como prueba.',
    portal: 'en nuestra página',
    phone: 'por teléfono',
    'in-person': 'en persona',
    letter: 'por carta',
  },
);

/** L-WARN: the brief warning after which unencrypted mail is a right. HHS FAQ 2061. */
export const unencryptedWarning: LetterKind<WarningFacts> = {
  when: 'before the first message that goes out without encryption',
  words,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const by = say(facts.by);
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say(facts.accepted ? 'next-accepted' : 'next-ask', { by }) },
      { kind: 'heading', text: say('risk-heading') },
      { kind: 'paragraph', duties: ['risk'], text: say('risk') },
      { kind: 'heading', text: say('secure-heading') },
      {
        kind: 'list',
        duties: ['secure-alternatives'],
        items: facts.secureWays.map((way) => wayInWords(way, language)),
      },
      { kind: 'heading', text: say('address-heading') },
      { kind: 'paragraph', duties: ['address-read-back'], text: say('address', { to: facts.sendTo }) },
      { kind: 'heading', text: say('yes-heading') },
      explicitYes(facts, language),
    ];
  },
};

function explicitYes({ accepted, ...facts }: WarningFacts, language: LetterLanguage): LetterBlock {
  const say = sayIn(words, language);
  const text = accepted
    ? say('yes-given', {
        date: longDate(accepted.on, language),
        at: atTime(accepted.at, language),
        channel: say(accepted.channel),
      })
    : say(facts.byPost ? 'yes-asked-post' : 'yes-asked', {
        page: facts.trackAddress,
        reference: facts.reference,
        phone: facts.facility.phone,
      });
  return { kind: 'paragraph', duties: ['explicit-yes'], text };
}
