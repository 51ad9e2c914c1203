import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';

export type NotRepresentativeFacts = LetterSubject & {
  readonly hasDied: boolean;
  /** Who may ask: “the executor of the estate”. */
  readonly whoMayAsk: readonly string[];
  /** Papers that would show it: “letters testamentary”. */
  readonly papers: readonly string[];
  /** The facility may tell those who were involved in the care what matters to that: 45 CFR 164.510(b)(5). */
  readonly mayTellInvolved: boolean;
};

const words = bilingual(
  {
    title: 'Who may ask for these pictures',
    next: 'Thank you for writing to us. By law we can give copies to the person in the pictures, or to somebody who may act for that person. From what you sent, we cannot yet see that you may.',
    'next-died':
      'Thank you for writing to us, and we are sorry for your loss. By law we can give copies to whoever takes care of what a person left behind. From what you sent, we cannot yet see that this is you.',
    'who-heading': 'Who may ask',
    'papers-heading': 'Papers that show it',
    papers:
      'If you have one of these, send us a copy and we go on at once. Go to {address} and type {reference}, mail it to the address at the top, or call {phone}. You do not need a notary and you do not have to come in.',
    'papers-post':
      'If you have one of these, mail a copy to the address at the top and we go on at once. Say your reference, {reference}. Or call {phone}. You do not need a notary and you do not have to come in.',
    'involved-heading': 'If you helped with the care',
    involved:
      'If you were part of the care, we may be able to tell you what matters to that. Call {phone} and ask for {office}.',
    'silent-heading': 'What this letter does not say',
    silent: 'This letter does not say whether we have any pictures or other records of this person.',
  },
  {
    title: 'Quién puede pedir estas imágenes',
    next: 'Gracias por escribirnos. Por ley damos copias a la persona de las imágenes o a quien puede actuar por ella. Con lo que mandó, todavía no vemos que usted pueda.',
    'next-died':
      'Gracias por escribirnos. Sentimos mucho su pérdida. Por ley damos copias a quien se encarga de lo que una persona dejó. Con lo que mandó, todavía no vemos que sea usted.',
    'who-heading': 'Quién puede pedir',
    'papers-heading': 'Papeles que lo muestran',
    papers:
      'Si tiene uno de estos, mande una copia y seguimos de inmediato. Entre en {address} y escriba {reference}, mándela a la dirección de arriba, o llame al {phone}. No necesita un notario y no tiene que venir.',
    'papers-post':
      'Si tiene uno de estos, mande una copia a la dirección de arriba y seguimos de inmediato. Ponga su referencia, {reference}. O llame al {phone}. No necesita un notario y no tiene que venir.',
    'involved-heading': 'Si usted ayudó en la atención',
    involved:
      'Si tomó parte en la atención, quizá le podemos decir lo que importa para eso. Llame al {phone} y pida hablar con {office}.',
    'silent-heading': 'Lo que esta carta no dice',
    silent: 'Esta carta no dice si tenemos imágenes u otros datos de esta persona.',
  },
);

/** L-NPR: who may ask and which papers show it, without a word about what is held. Not a denial: 164.502(g). */
export const notRepresentative: LetterKind<NotRepresentativeFacts> = {
  when: 'when somebody asks for another person’s pictures and nothing shows that they may act for them',
  words,
  complaints: () => true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { trackAddress: address, reference, facility, byPost } = facts;
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say(facts.hasDied ? 'next-died' : 'next') },
      { kind: 'heading', text: say('who-heading') },
      { kind: 'list', duties: ['who-may-ask'], items: facts.whoMayAsk },
      { kind: 'heading', text: say('papers-heading') },
      { kind: 'list', duties: ['which-papers'], items: facts.papers },
      {
        kind: 'paragraph',
        duties: ['contact', 'no-notary-no-visit'],
        text: say(byPost ? 'papers-post' : 'papers', { address, reference, phone: facility.phone }),
      },
      ...involved(facts, language),
      { kind: 'heading', text: say('silent-heading') },
      { kind: 'paragraph', duties: ['says-nothing-about-records'], text: say('silent') },
    ];
  },
};

function involved({ mayTellInvolved, facility }: NotRepresentativeFacts, language: LetterLanguage): LetterBlock[] {
  if (!mayTellInvolved) return [];
  const say = sayIn(words, language);
  return [
    { kind: 'heading', text: say('involved-heading') },
    { kind: 'paragraph', text: say('involved', { phone: facility.phone, office: facility.officeName }) },
  ];
}
