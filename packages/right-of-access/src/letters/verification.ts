import type { LetterBlock } from '../letter-block.ts';
import type { LetterDue, LetterPause, LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { unmovedDeadline } from './passages.ts';

/** One way to show who one is or for whom one may act. Coming in is a choice, never the only way; none is a notary. */
export type ProofWay =
  | 'code-to-contact-on-file'
  | 'photo-id-picture'
  | 'papers-online'
  | 'papers-by-mail'
  | 'papers-here';

export type VerificationFacts = LetterSubject & {
  /** Each lack by name, with the papers or proofs that would do. */
  readonly missing: readonly { readonly what: string; readonly accepted: readonly string[] }[];
  readonly ways: readonly ProofWay[];
  readonly due: LetterDue;
  /** Where the wait for the answer moves the last day. */
  readonly pause?: LetterPause;
  /**
   * OD-21: the written answer by the due date when nothing was shown. The request closes and opens again with its first
   * day of receipt as soon as proof comes.
   */
  readonly finalAnswer?: true;
  /** With the final answer: the facility keeps the request open. */
  readonly staysOpen?: true;
};

const words = bilingual(
  {
    title: 'Please show us that we may give you the copy',
    next: 'We are working on your request. Before we give out pictures, we must know who gets them. Something is still missing.',
    'next-final':
      'We could not give you the copy, because we still do not know that we may. This is our written answer. You can still show us at any time. Then we open your request again, with its first date.',
    'next-final-open':
      'We could not give you the copy, because we still do not know that we may. This is our written answer. Your request stays open. You can still show us at any time, and then we go on.',
    'missing-heading': 'What is missing',
    'accepted-one': '{what}. This will do: {papers}.',
    'accepted-many': '{what}. One of these will do: {papers}.',
    'ways-heading': 'Choose the way that suits you',
    'code-to-contact-on-file':
      'We send a code to a phone or e-mail that we already have for you, and you tell us the code.',
    'photo-id-picture': 'Send us a picture of a card with your photo. Go to {address} and type {reference}.',
    'papers-online': 'Take a picture of the paper and send it to us. Go to {address} and type {reference}.',
    'papers-by-mail': 'Mail us a copy of the paper or card, to the address at the top. Keep the paper or card itself.',
    'papers-here': 'If you like, show it to us here. Ask for {office} at the address at the top.',
    easy: 'You do not need a notary. You do not have to come in. If none of these ways works for you, call {phone} and we will find another.',
  },
  {
    title: 'Muéstrenos que podemos darle la copia',
    next: 'Estamos trabajando en su solicitud. Antes de dar imágenes debemos saber quién las recibe. Todavía falta algo.',
    'next-final':
      'No le pudimos dar la copia. Aún no sabemos si podemos. Esta es nuestra respuesta por escrito. Puede mostrarlo cuando quiera. Entonces abrimos su solicitud otra vez, con su primera fecha.',
    'next-final-open':
      'No le pudimos dar la copia. Aún no sabemos si podemos. Esta es nuestra respuesta por escrito. Su solicitud sigue abierta. Puede mostrarlo cuando quiera, y entonces seguimos.',
    'missing-heading': 'Lo que falta',
    'accepted-one': '{what}. Esto basta: {papers}.',
    'accepted-many': '{what}. Basta uno de estos: {papers}.',
    'ways-heading': 'Elija la forma que prefiera',
    'code-to-contact-on-file': 'Enviamos un código a un teléfono o correo suyo que ya tenemos, y usted nos lo dice.',
    'photo-id-picture': 'Mande una foto de una tarjeta con su cara. Entre en {address} y escriba {reference}.',
    'papers-online': 'Tome una foto del papel y mándela. Entre en {address} y escriba {reference}.',
    'papers-by-mail':
      'Mande por correo una copia del papel o de la tarjeta a la dirección de arriba. Guarde usted el papel o la tarjeta.',
    'papers-here': 'Si quiere, muéstrelo aquí. Pregunte por {office} en la dirección de arriba.',
    easy: 'No necesita un notario. No tiene que venir. Si ninguna forma le sirve, llame al {phone} y buscamos otra.',
  },
);

/** L-VER: what exactly is missing, two ways or more to show it, and that our deadline stands. 45 CFR 164.514(h). */
export const verification: LetterKind<VerificationFacts> = {
  when: 'when identity or authority is not shown; again by the due date, as a written answer, when it never was (OD-21)',
  words,
  complaints: (facts) => facts.finalAnswer === true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { phone, officeName: office } = facts.facility;
    const where = { address: facts.trackAddress, reference: facts.reference, office };
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say(nextOf(facts)) },
      { kind: 'heading', text: say('missing-heading') },
      { kind: 'list', duties: ['what-is-missing'], items: facts.missing.map((lack) => lackInWords(lack, language)) },
      { kind: 'heading', text: say('ways-heading') },
      { kind: 'list', duties: ['two-ways'], items: facts.ways.map((way) => say(way, where)) },
      { kind: 'paragraph', duties: ['no-notary-no-visit'], text: say('easy', { phone }) },
      ...deadline(facts, language),
    ];
  },
};

function nextOf({ finalAnswer, staysOpen }: VerificationFacts) {
  if (!finalAnswer) return 'next';
  return staysOpen ? 'next-final-open' : 'next-final';
}

function lackInWords({ what, accepted }: VerificationFacts['missing'][number], language: LetterLanguage): string {
  const say = sayIn(words, language);
  return say(accepted.length === 1 ? 'accepted-one' : 'accepted-many', { what, papers: accepted.join('; ') });
}

/** The final answer is itself what was due. */
function deadline({ due, finalAnswer, pause }: VerificationFacts, language: LetterLanguage): readonly LetterBlock[] {
  return finalAnswer ? [] : unmovedDeadline(due, language, pause);
}
