import type { LetterBlock } from '../letter-block.ts';
import type { LetterDue, LetterFee, LetterSubject, LetterWay } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import { citeIn } from './cite-words.ts';
import type { LetterKind } from './letter-kind.ts';
import { feeTable, unmovedDeadline } from './passages.ts';
import { feeMethodNames, money, wayInWords } from './wording.ts';

export type FeeNoticeFacts = LetterSubject & {
  readonly fee: LetterFee;
  readonly ways: readonly LetterWay[];
  /** A fee that the person agreed to before and that would rise: it stands until they agree to this one. */
  readonly agreedCents?: number;
  readonly due: LetterDue;
};

const words = bilingual(
  {
    title: 'What your copy would cost',
    next: 'We have not started yet. This letter tells you what your copy would cost, and how to get it free. You choose.',
    'total-caption': 'The fee at a glance',
    total: 'You would pay',
    way: 'For',
    'lines-heading': 'How we get to this fee',
    'never-charged': 'We never charge for finding your pictures, or for checking who you are.',
    estimate: 'This is our estimate. It may get lower. It cannot get higher unless you agree.',
    rule: '{method} The rule: {cite}.',
    'free-heading': 'Free ways',
    'free-online': 'Look at your pictures online, and save them one by one.',
    'free-download': 'Download everything as one file.',
    'free-link': 'Send a secure link to a doctor or to anybody you choose.',
    'free-post':
      'Tell us an e-mail address and show us again who you are. Then you can see and save everything online.',
    'free-inspect': 'Come and look at them here. You may take photos and notes.',
    'choose-heading': 'To say yes or to change',
    choose:
      'Go to {address}, type your reference {reference}, and say yes to the fee or choose a free way. Or call {phone}. You may change until we have made your copy.',
    'choose-post':
      'Call {phone}, say your reference {reference}, and say yes to the fee or choose a free way. Or write to the address at the top. You may change until we have made your copy.',
    raise: 'You agreed to {amount} before. That fee stands unless you agree to this one.',
    bill: 'This fee is only for the copy. It has nothing to do with any bill for your care, and we do not hold your copy for one. If you cannot pay, call us.',
  },
  {
    title: 'Lo que costaría su copia',
    next: 'Todavía no empezamos. Esta carta le dice cuánto costaría su copia, y cómo tenerla gratis. Usted elige.',
    'total-caption': 'El cargo en breve',
    total: 'Usted pagaría',
    way: 'Por',
    'lines-heading': 'Cómo llegamos a este cargo',
    'never-charged': 'Nunca cobramos por buscar sus imágenes, ni por ver quién es usted.',
    estimate: 'Es lo que calculamos. Puede bajar. No puede subir si usted no está de acuerdo.',
    rule: '{method} La regla: {cite}.',
    'free-heading': 'Formas gratis',
    'free-online': 'Ver sus imágenes en línea y guardarlas una por una.',
    'free-download': 'Descargar todo en un archivo.',
    'free-link': 'Mandar un enlace seguro a un médico o a quien usted elija.',
    'free-post':
      'Darnos un correo electrónico y mostrar otra vez quién es usted. Así puede ver y guardar todo en línea.',
    'free-inspect': 'Venir a verlas aquí. Puede tomar fotos y notas.',
    'choose-heading': 'Para decir sí o cambiar',
    choose:
      'Entre en {address} y escriba su referencia {reference}. Allí diga sí al cargo o elija una forma gratis. O llame al {phone}. Puede cambiar hasta que hayamos hecho su copia.',
    'choose-post':
      'Llame al {phone} y diga su referencia {reference}. Diga sí al cargo o elija una forma gratis. O escriba a la dirección de arriba. Puede cambiar hasta que hayamos hecho su copia.',
    raise: 'Usted aceptó {amount} antes. Ese cargo vale si no acepta este.',
    bill: 'Este cargo es solo por la copia. No tiene que ver con ninguna cuenta por su atención. No retenemos su copia por una cuenta. Si no puede pagar, llame.',
  },
);

/** L-FEE: the whole fee by lines with the rule of each, the free ways beside it, before any work is charged. */
export const feeNotice: LetterKind<FeeNoticeFacts> = {
  when: 'before any work that is charged, and again before a fee may rise',
  words,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { fee, ways, facility, trackAddress: address, reference, byPost } = facts;
    const how = { address, reference, phone: facility.phone };
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say('next') },
      {
        kind: 'facts',
        caption: say('total-caption'),
        duties: ['total'],
        rows: [
          { label: say('total'), value: money(fee.totalCents, language, facts.currency) },
          { label: say('way'), value: ways.map((way) => wayInWords(way, language)).join('; ') },
        ],
      },
      { kind: 'heading', text: say('lines-heading') },
      feeTable(fee, ['fee-lines'], language, facts.currency),
      { kind: 'paragraph', duties: ['method-and-rule'], text: methodInWords(fee, language) },
      { kind: 'heading', text: say('free-heading') },
      {
        kind: 'list',
        duties: ['free-options'],
        items: byPost
          ? [say('free-inspect'), say('free-post')]
          : [say('free-online'), say('free-download'), say('free-link'), say('free-inspect')],
      },
      { kind: 'heading', text: say('choose-heading') },
      {
        kind: 'paragraph',
        duties: ['accept-or-change'],
        text: say(byPost ? 'choose-post' : 'choose', how),
      },
      ...raise(facts, language),
      { kind: 'paragraph', duties: ['not-tied-to-a-bill'], text: say('bill') },
      ...unmovedDeadline(facts.due, language),
    ];
  },
};

function methodInWords({ method, cite, approximate }: LetterFee, language: LetterLanguage): string {
  const say = sayIn(words, language);
  const rule = say('rule', { method: feeMethodNames[language][method], cite: citeIn(cite, language) });
  return [rule, say('never-charged'), ...(approximate ? [say('estimate')] : [])].join(' ');
}

function raise({ agreedCents, fee, currency }: FeeNoticeFacts, language: LetterLanguage): readonly LetterBlock[] {
  if (agreedCents === undefined || fee.totalCents <= agreedCents) return [];
  const text = sayIn(words, language)('raise', { amount: money(agreedCents, language, currency) });
  return [{ kind: 'paragraph', duties: ['raised-fee-needs-agreement'], text }];
}
