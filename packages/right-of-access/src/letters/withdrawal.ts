import type { CalendarDate } from '../calendar.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { longDate } from './wording.ts';

export type WithdrawalFacts = LetterSubject & {
  readonly withdrawnOn: CalendarDate;
  readonly channel: 'portal' | 'phone' | 'in-person' | 'letter' | 'fax' | 'email';
  /** What had gone out before, and to whom; none when nothing had. */
  readonly alreadySent?: string;
};

const words = bilingual(
  {
    title: 'You took your request back',
    next: 'You took your request back on {date}, {channel}. We have stopped. You do not have to do anything, and you do not owe us anything for it.',
    portal: 'on our page',
    phone: 'by phone',
    'in-person': 'in person',
    letter: 'by letter',
    fax: 'by fax',
    email: 'by e-mail',
    'sent-heading': 'What was sent',
    nothing: 'Nothing. No copy has left us.',
    sent: 'Before that, this had gone out: {what}. Nothing more will follow.',
    'again-heading': 'If you change your mind',
    again:
      'You can ask again at any time, at {address} or by phone at {phone}. A new request gets a new deadline. If it was not you who took it back, call us now.',
    'again-post':
      'You can ask again at any time. Call {phone} or write to the address at the top. A new request gets a new deadline. If it was not you who took it back, call us now.',
  },
  {
    title: 'Usted retiró su solicitud',
    next: 'Usted retiró su solicitud el {date}, {channel}. Ya paramos. No tiene que hacer nada ni nos debe nada por ella.',
    portal: 'en nuestra página',
    phone: 'por teléfono',
    'in-person': 'en persona',
    letter: 'por carta',
    fax: 'por fax',
    email: 'por correo electrónico',
    'sent-heading': 'Lo que se envió',
    nothing: 'Nada. Ninguna copia salió de aquí.',
    sent: 'Antes de eso ya salió esto: {what}. No sigue nada más.',
    'again-heading': 'Si cambia de idea',
    again:
      'Puede pedir otra vez cuando quiera, en {address} o por teléfono al {phone}. Una solicitud nueva tiene un plazo nuevo. Si no fue usted quien la retiró, llame ya.',
    'again-post':
      'Puede pedir otra vez cuando quiera. Llame al {phone} o escriba a la dirección de arriba. Una solicitud nueva tiene un plazo nuevo. Si no fue usted quien la retiró, llame ya.',
  },
);

/** L-WITH: confirms that the person took the request back, and that nothing (more) goes out. */
export const withdrawal: LetterKind<WithdrawalFacts> = {
  when: 'when the person takes the request back, the same day',
  words,
  complaints: () => false,
  write: ({ withdrawnOn, channel, alreadySent, trackAddress, facility, byPost }, language) => {
    const say = sayIn(words, language);
    return [
      {
        kind: 'paragraph',
        duties: ['what-next', 'confirms'],
        text: say('next', { date: longDate(withdrawnOn, language), channel: say(channel) }),
      },
      { kind: 'heading', text: say('sent-heading') },
      {
        kind: 'paragraph',
        duties: ['nothing-sent-or-what'],
        text: alreadySent ? say('sent', { what: alreadySent }) : say('nothing'),
      },
      { kind: 'heading', text: say('again-heading') },
      {
        kind: 'paragraph',
        duties: ['ask-again'],
        text: say(byPost ? 'again-post' : 'again', { address: trackAddress, phone: facility.phone }),
      },
    ];
  },
};
