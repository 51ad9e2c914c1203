import type { LetterBlock } from '../letter-block.ts';
import type { LetterDue, LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { unmovedDeadline } from './passages.ts';
import { money } from './wording.ts';

type FormatOffer = { readonly what: string; readonly cents: number };

export type FormatChoiceFacts = LetterSubject & {
  /** What was asked for: “VHS tape”. */
  readonly asked: string;
  /** Why it cannot readily be made, as full sentences. */
  readonly why: string;
  readonly heldElectronically: boolean;
  /** Readable electronic forms; at least two where the pictures are held electronically. 45 CFR 164.524(c)(2)(ii). */
  readonly electronic: readonly FormatOffer[];
  readonly hardCopy: FormatOffer;
  readonly due: LetterDue;
};

const words = bilingual(
  {
    title: 'Please choose another form for your copy',
    next: 'We are working on your request. We cannot make the copy in the form that you asked for: {asked}. Here are forms that we can make. You choose.',
    'why-heading': 'Why not',
    'offers-heading': 'What we can make for you',
    offer: '{what}: {price}.',
    'paper-heading': 'If you want none of these',
    paper:
      'If you do not want any of them, you can have this: {what}, {price}. Tell us that you want none of the others.',
    'answer-heading': 'How to answer',
    answer: 'Go to {address}, type your reference {reference}, and choose there. Or call {phone}.',
    'answer-post': 'Call {phone} and say your reference, {reference}. Or write to the address at the top.',
  },
  {
    title: 'Elija otra forma para su copia',
    next: 'Estamos trabajando en su solicitud. No podemos hacer la copia como la pidió: {asked}. Aquí están las formas que sí podemos hacer. Usted elige.',
    'why-heading': 'Por qué no',
    'offers-heading': 'Lo que podemos hacer para usted',
    offer: '{what}: {price}.',
    'paper-heading': 'Si no quiere ninguna',
    paper: 'Si no quiere ninguna de ellas, puede tener esto: {what}, {price}. Díganos que no quiere las otras.',
    'answer-heading': 'Cómo responder',
    answer: 'Entre en {address}, escriba su referencia {reference} y elija allí. O llame al {phone}.',
    'answer-post': 'Llame al {phone} y diga su referencia, {reference}. O escriba a la dirección de arriba.',
  },
);

/** L-FMT: why the asked form cannot readily be made, what can, and what it costs. 45 CFR 164.524(c)(2). */
export const formatChoice: LetterKind<FormatChoiceFacts> = {
  when: 'when the form that was asked for is not readily producible',
  words,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { asked, why, facility, trackAddress: address, reference, byPost } = facts;
    const how = { address, reference, phone: facility.phone };
    return [
      { kind: 'paragraph', duties: ['what-next', 'what-was-asked'], text: say('next', { asked }) },
      { kind: 'heading', text: say('why-heading') },
      { kind: 'paragraph', duties: ['why'], text: why },
      ...offers(facts, language),
      { kind: 'heading', text: say('answer-heading') },
      { kind: 'paragraph', duties: ['contact'], text: say(byPost ? 'answer-post' : 'answer', how) },
      ...unmovedDeadline(facts.due, language),
    ];
  },
};

function offers(
  { electronic, hardCopy, currency }: FormatChoiceFacts,
  language: LetterLanguage,
): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const priced = ({ what, cents }: FormatOffer) => ({ what, price: money(cents, language, currency).toLowerCase() });
  const paper: LetterBlock = { kind: 'paragraph', duties: ['hard-copy'], text: say('paper', priced(hardCopy)) };
  if (electronic.length === 0) return [{ kind: 'heading', text: say('offers-heading') }, paper];
  return [
    { kind: 'heading', text: say('offers-heading') },
    { kind: 'list', duties: ['electronic-alternatives'], items: electronic.map((one) => say('offer', priced(one))) },
    { kind: 'heading', text: say('paper-heading') },
    paper,
  ];
}
