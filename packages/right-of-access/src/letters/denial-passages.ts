import type { LetterBlock } from '../letter-block.ts';
import type { LetterFacility } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import { citeIn } from './cite-words.ts';
import { officeWords } from './passages.ts';

/** A ground of the pack; for those of 45 CFR 164.524(a)(1)–(3) the letter has its own plain words. */
type LetterGround = { readonly code: string; readonly reviewable: boolean; readonly cite: string };

/** What a denial in whole or in part is about. */
export type DenialReasons = {
  readonly ground: LetterGround;
  /** Why the ground holds here, as full sentences for the person: 164.524(d)(2)(i). */
  readonly basis: string;
  /** The category in plain words: “the research pictures of your heart”; never anything that would itself disclose. */
  readonly withheld: string;
  /** Who decided: a title, and for R1–R3 a licensed professional. */
  readonly decidedBy: string;
  /** U3: when access comes back, as the person agreed: “when the study ends, in about March 2028”. */
  readonly returns?: string;
  /** OD-23. */
  readonly reviewDays: number;
};

export const denialPassages = bilingual(
  {
    'basis-heading': 'Why not',
    basis: '{basis} The rule is {cite}. It was decided by: {who}.',
    U1: 'The law keeps some notes apart: a therapist’s own notes of talks, and papers made for a court case. You have no right to copies of those.',
    U2: 'You asked from a prison or jail. A copy could put the safety of you or of others there at risk. You may still ask to look at them.',
    U3: 'These pictures belong to a research study that is still going on. When you joined, you agreed not to see them until the study ends.',
    U4: 'The federal Privacy Act lets a federal office hold back these records.',
    U5: 'Somebody who is not a health care provider told us this in confidence. A copy would show who it was.',
    R1: 'A licensed health professional judged that a copy is likely to put somebody’s life or body in danger.',
    R2: 'The record tells about another person. A licensed health professional judged that a copy is likely to cause that person serious harm.',
    R3: 'You asked on behalf of somebody else. A licensed health professional judged that a copy is likely to cause serious harm to that person or to another.',
    'returns-heading': 'When you will get them',
    returns: 'Your right to these pictures comes back: {when}. We will write to you then.',
    'review-heading': 'Your right to a second look',
    review:
      'You can ask that somebody else look at this again. It will be another licensed health professional, who had no part in this decision. We must do what that person decides. You can ask at any time, in any way.',
    'review-how':
      'To ask, call {phone}, write to us at the address at the top, or go to {address}. Say your reference, {reference}. You will have an answer in writing within {days} days.',
    'review-how-post':
      'To ask, call {phone} or write to us at the address at the top. Say your reference, {reference}. You will have an answer in writing within {days} days.',
    'no-review-heading': 'Can this be looked at again?',
    'no-review':
      'For this reason, the law gives no right to a review by another professional. You can still complain, as told below.',
  },
  {
    'basis-heading': 'Por qué no',
    basis: '{basis} La regla es {cite}. Lo decidió: {who}.',
    U1: 'La ley separa unas notas: las de un terapeuta sobre sus pláticas, y los papeles hechos para un juicio. No hay derecho a copias de esas.',
    U2: 'Usted lo pidió desde una prisión o cárcel. Una copia puede poner en peligro su seguridad o la de otros. Sí puede pedir verlas.',
    U3: 'Estas imágenes son de un estudio científico que aún sigue. Cuando entró, usted aceptó no verlas hasta el final del estudio.',
    U4: 'La ley federal de privacidad (Privacy Act) deja que una oficina federal no dé estos datos.',
    U5: 'Alguien que no es proveedor de salud nos dijo esto en confianza. Una copia diría quién fue.',
    R1: 'Un profesional de salud con licencia vio un peligro. Es probable que una copia ponga en riesgo la vida o el cuerpo de alguien.',
    R2: 'El registro habla de otra persona. Un profesional de salud con licencia lo vio. Es probable que una copia le haga mucho daño a esa persona.',
    R3: 'Usted pide por otra persona. Un profesional de salud con licencia lo vio. Es probable que una copia le haga mucho daño a ella o a alguien más.',
    'returns-heading': 'Cuándo las va a tener',
    returns: 'Su derecho a estas imágenes vuelve: {when}. Ese día le escribimos.',
    'review-heading': 'Su derecho a otra opinión',
    review:
      'Puede pedir que otra persona lo vea otra vez. Será otro profesional de salud con licencia que no tomó parte en esto. Debemos hacer lo que esa persona decida. Puede pedirlo cuando quiera y como quiera.',
    'review-how':
      'Para pedirlo, llame al {phone}, escriba a la dirección de arriba o entre en {address}. Diga su referencia, {reference}. Tendrá respuesta por escrito en {days} días.',
    'review-how-post':
      'Para pedirlo, llame al {phone} o escriba a la dirección de arriba. Diga su referencia, {reference}. Tendrá respuesta por escrito en {days} días.',
    'no-review-heading': '¿Se puede ver otra vez?',
    'no-review':
      'Por esta razón, la ley no da derecho a que otro profesional lo vea. Sí puede quejarse, como se dice abajo.',
  },
);

type DenialFacts = DenialReasons & {
  readonly facility: LetterFacility;
  readonly trackAddress: string;
  readonly byPost?: true;
  readonly reference: string;
};

/** Basis, when access returns, and the right to a review or its absence: 45 CFR 164.524(d)(2)(i), (ii). */
export function denialReasons(facts: DenialFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(denialPassages, language);
  const { ground, decidedBy, returns } = facts;
  const typed = officeWords(facts.basis, language);
  const grounds = isWorded(ground.code) ? `${say(ground.code)} ${typed}` : typed;
  const basis = say('basis', { basis: grounds, cite: citeIn(ground.cite, language), who: decidedBy });
  return [
    { kind: 'heading', text: say('basis-heading') },
    { kind: 'paragraph', duties: ['basis'], text: basis },
    ...(returns ? whenItReturns(returns, language) : []),
    ...(ground.reviewable ? reviewRight(facts, language) : noReview(language)),
  ];
}

const worded = ['U1', 'U2', 'U3', 'U4', 'U5', 'R1', 'R2', 'R3'] as const;

function isWorded(code: string): code is (typeof worded)[number] {
  return worded.some((one) => one === code);
}

function whenItReturns(when: string, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(denialPassages, language);
  return [
    { kind: 'heading', text: say('returns-heading') },
    { kind: 'paragraph', duties: ['access-returns'], text: say('returns', { when }) },
  ];
}

function reviewRight(facts: DenialFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(denialPassages, language);
  const { facility, trackAddress: address, reference, reviewDays: days, byPost } = facts;
  return [
    { kind: 'heading', text: say('review-heading') },
    { kind: 'paragraph', duties: ['review-right'], text: say('review') },
    {
      kind: 'paragraph',
      duties: ['review-right'],
      text: say(byPost ? 'review-how-post' : 'review-how', { phone: facility.phone, address, reference, days }),
    },
  ];
}

function noReview(language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(denialPassages, language);
  return [
    { kind: 'heading', text: say('no-review-heading') },
    { kind: 'paragraph', duties: ['no-review-right'], text: say('no-review') },
  ];
}
