import type { CalendarDate } from '../calendar.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { longDate, money } from './wording.ts';

export type RefundFacts = LetterSubject & {
  readonly amountCents: number;
  readonly reason: 'over-the-rule' | 'cost-fell' | 'withdrawn' | 'not-given' | 'let-go' | 'paid-twice';
  readonly how: 'card' | 'check' | 'cash';
  readonly by: CalendarDate;
};

const words = bilingual(
  {
    title: 'You get money back',
    next: 'You get {amount} back from us. You do not have to do anything.',
    'why-heading': 'Why',
    'over-the-rule': 'We charged more than the rule allows. That was our mistake, and we are sorry.',
    'cost-fell': 'Your copy cost us less than we told you before.',
    withdrawn: 'You took your request back before we made the copy.',
    'not-given': 'You paid for a copy that we could not give you.',
    'let-go': 'We let the fee go. You pay nothing for this copy.',
    'paid-twice': 'You asked for the same copy before. You pay for it once at most.',
    'how-heading': 'How you get it',
    card: '{amount} goes back to the card that you paid with, by {date}.',
    check: 'We mail you a check for {amount}, by {date}.',
    cash: '{amount} is ready for you in cash at our desk, by {date}. If you cannot come, call us and we mail a check.',
    'contact-heading': 'Questions',
    contact: 'If it does not come, call {phone} and say your reference, {reference}.',
  },
  {
    title: 'Le devolvemos dinero',
    next: 'Le devolvemos {amount}. No tiene que hacer nada.',
    'why-heading': 'Por qué',
    'over-the-rule': 'Cobramos más de lo que deja la regla. Fue un error nuestro y le pedimos perdón.',
    'cost-fell': 'Su copia nos costó menos de lo que le dijimos antes.',
    withdrawn: 'Usted retiró su solicitud antes de que hiciéramos la copia.',
    'not-given': 'Usted pagó por una copia que no le pudimos dar.',
    'let-go': 'Decidimos no cobrar. Usted no paga nada por esta copia.',
    'paid-twice': 'Usted ya había pedido esta misma copia. Solo la paga una vez.',
    'how-heading': 'Cómo lo recibe',
    card: '{amount} vuelve a la tarjeta con la que pagó, a más tardar el {date}.',
    check: 'Le mandamos un cheque de {amount} a más tardar el {date}.',
    cash: '{amount} le espera en efectivo con nosotros, a más tardar el {date}. Si no puede venir, llame y le mandamos un cheque.',
    'contact-heading': 'Preguntas',
    contact: 'Si no llega, llame al {phone} y diga su referencia, {reference}.',
  },
);

/** L-REFUND: how much, why, and how it is paid. */
export const refund: LetterKind<RefundFacts> = {
  when: 'when more was paid than is owed',
  words,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const amount = money(facts.amountCents, language, facts.currency);
    return [
      { kind: 'paragraph', duties: ['what-next', 'amount'], text: say('next', { amount }) },
      { kind: 'heading', text: say('why-heading') },
      { kind: 'paragraph', duties: ['reason'], text: say(facts.reason) },
      { kind: 'heading', text: say('how-heading') },
      { kind: 'paragraph', duties: ['how-paid'], text: say(facts.how, { amount, date: longDate(facts.by, language) }) },
      { kind: 'heading', text: say('contact-heading') },
      {
        kind: 'paragraph',
        duties: ['contact'],
        text: say('contact', { phone: facts.facility.phone, reference: facts.reference }),
      },
    ];
  },
};
