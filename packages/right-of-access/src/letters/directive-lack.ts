import type { DirectiveElement } from '../directive.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterDue, LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { unmovedDeadline } from './passages.ts';
import { money } from './wording.ts';

export type DirectiveLackFacts = LetterSubject & {
  /** Who should get the copy, as far as the writing says. */
  readonly recipient: string;
  readonly problem:
    | { readonly kind: 'missing-elements'; readonly missing: readonly DirectiveElement[] }
    /** Film, paper or records kept on paper: a directive reaches an electronic copy (Ciox Health v. Azar). */
    | { readonly kind: 'not-electronic'; readonly asked: string; readonly toYouCents: number };
  /** Where the lack is cured in one step. */
  readonly remedyAddress: string;
  readonly due: LetterDue;
};

const words = bilingual(
  {
    title: 'One step before we send your copy to somebody else',
    'next-parts':
      'You asked us to send your copy to {recipient}. We want to do that. Something is still missing, and you can fix it in one step. Until then we send nothing to {recipient}.',
    'next-prints':
      'You asked us to send {asked} to {recipient}. We are not turning you down. Choose one of the ways below, and we go on.',
    'parts-heading': 'What is missing',
    'in writing': 'Your wish in writing. An e-mail or our online form will do.',
    signature: 'Your signature.',
    'who receives it': 'The name of the person or office that should get the copy.',
    'where to send it': 'The exact address to which we should send it: a street address or an e-mail address.',
    'fix-heading': 'What to do',
    'fix-parts': 'Open {address} and fill in what is missing. You can sign there with your name.',
    'fix-paper':
      'Fill in the lines below, sign, and mail this sheet to the address at the top. Any other sheet that says the same will do. If you want help with it, call {phone}. You do not need a notary and you do not have to come in.',
    slip: 'To fill in, sign and mail back',
    'slip-reference': 'Reference',
    'slip-who': 'Send my copy to',
    'slip-where': 'Street or e-mail address',
    'slip-signature': 'My signature',
    'slip-date': 'Date',
    'why-prints':
      'The law makes us send an electronic copy to anybody you name. For film, paper or prints to somebody else, it does not. So you have these choices:',
    'choice-electronic': 'An electronic copy to {recipient}. Say yes at {address}. Nothing else is needed.',
    'choice-electronic-paper':
      'An electronic copy to {recipient}, on a disc or stick by mail, or by secure link. Call {phone} and say yes. Nothing else is needed.',
    'choice-yourself': '{asked} to yourself: {price}. You can hand them on.',
    'choice-authorization':
      '{asked} to {recipient}, with another form, the authorization. You find it at {address}. The deadline below does not hold for this one.',
    'choice-authorization-paper':
      '{asked} to {recipient}, with another form, the authorization. Call {phone}, and we will mail it to you. The deadline below does not hold for this one.',
    'you-heading': 'You can have the copy yourself, now',
    'send-to-you':
      'We can give the copy to you at once, online and free. Go to {address} and type your reference {reference}, or call {phone}.',
    'send-to-you-paper':
      'We can give the copy to you at once. We can mail it on a disc or a stick, or you can come and look at it here for free. Call {phone}. We tell you the price before you choose.',
  },
  {
    title: 'Un paso antes de enviar su copia a otra persona',
    'next-parts':
      'Usted pidió enviar su copia a {recipient}. Queremos hacerlo. Todavía falta algo. Lo puede arreglar en un paso. Hasta entonces no enviamos nada a {recipient}.',
    'next-prints':
      'Usted pidió enviar {asked} a {recipient}. No le decimos que no. Elija una de las formas de abajo, y seguimos.',
    'parts-heading': 'Lo que falta',
    'in writing': 'Su deseo por escrito. Basta un correo electrónico o nuestro formulario en línea.',
    signature: 'Su firma.',
    'who receives it': 'El nombre de la persona u oficina que debe recibir la copia.',
    'where to send it': 'La dirección exacta a donde enviarla: una calle o un correo electrónico.',
    'fix-heading': 'Lo que hay que hacer',
    'fix-parts': 'Abra {address} y ponga lo que falta. Allí puede firmar con su nombre.',
    'fix-paper':
      'Llene las líneas de abajo, firme y mande esta hoja a la dirección de arriba. También sirve otra hoja que diga lo mismo. Si quiere ayuda, llame al {phone}. No necesita un notario y no tiene que venir.',
    slip: 'Para llenar, firmar y mandar por correo',
    'slip-reference': 'Referencia',
    'slip-who': 'Envíen mi copia a',
    'slip-where': 'Calle o correo electrónico',
    'slip-signature': 'Mi firma',
    'slip-date': 'Fecha',
    'why-prints':
      'Por ley enviamos una copia electrónica a quien usted diga. Para película, papel o copias impresas a otra persona no es así. Usted puede elegir:',
    'choice-electronic': 'Una copia electrónica a {recipient}. Diga sí en {address}. No hace falta nada más.',
    'choice-electronic-paper':
      'Una copia electrónica a {recipient}, en disco o memoria por correo, o por enlace seguro. Llame al {phone} y diga sí. No hace falta nada más.',
    'choice-yourself': 'Para usted: {asked}, {price}. Usted las puede dar después.',
    'choice-authorization':
      'Para {recipient}: {asked}, con otro formulario, la autorización. Está en {address}. El plazo de abajo no vale para esta.',
    'choice-authorization-paper':
      'Para {recipient}: {asked}, con otro formulario, la autorización. Llame al {phone} y se lo mandamos por correo. El plazo de abajo no vale para esta.',
    'you-heading': 'Usted puede tener la copia ahora',
    'send-to-you':
      'Le podemos dar la copia a usted de inmediato, en línea y gratis. Entre en {address} y escriba su referencia {reference}, o llame al {phone}.',
    'send-to-you-paper':
      'Le podemos dar la copia a usted de inmediato. Se la mandamos en disco o memoria, o puede venir a verla aquí gratis. Llame al {phone}. Le decimos el precio antes de que elija.',
  },
);

/** L-DIR: exactly what a directive lacks, how to cure it in one step, and the copy for oneself meanwhile. */
export const directiveLack: LetterKind<DirectiveLackFacts> = {
  when: 'when a directive to a third party lacks an element, or asks for more than an electronic copy; within 2 business days',
  words,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { trackAddress: address, reference, facility } = facts;
    return [
      ...(facts.problem.kind === 'missing-elements'
        ? missingElements(facts, facts.problem.missing, language)
        : choices(facts, facts.problem, language)),
      { kind: 'heading', text: say('you-heading') },
      {
        kind: 'paragraph',
        duties: ['send-to-you'],
        text: facts.byPost
          ? say('send-to-you-paper', { phone: facility.phone })
          : say('send-to-you', { address, reference, phone: facility.phone }),
      },
      ...unmovedDeadline(facts.due, language),
    ];
  },
};

function missingElements(
  facts: DirectiveLackFacts,
  missing: readonly DirectiveElement[],
  language: LetterLanguage,
): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const { recipient, remedyAddress, byPost } = facts;
  return [
    { kind: 'paragraph', duties: ['what-next'], text: say('next-parts', { recipient }) },
    { kind: 'heading', text: say('parts-heading') },
    { kind: 'list', duties: ['missing-elements'], items: missing.map((part) => say(part)) },
    { kind: 'heading', text: say('fix-heading') },
    ...(byPost
      ? onPaper(facts, missing, language)
      : [
          {
            kind: 'paragraph',
            duties: ['one-step-remedy'],
            text: say('fix-parts', { address: remedyAddress }),
          } as const,
        ]),
  ];
}

/** A line to write on. */
const blank = '_'.repeat(32);

/** The sheet itself becomes the directive: signed writing that says who gets the copy and where. 45 CFR 164.524(c)(3)(ii). */
function onPaper(
  { facility, recipient, reference }: DirectiveLackFacts,
  missing: readonly DirectiveElement[],
  language: LetterLanguage,
): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const duties = ['remedy-by-mail'] as const;
  const where = missing.includes('where to send it') ? [{ label: say('slip-where'), value: blank }] : [];
  return [
    { kind: 'paragraph', duties, text: say('fix-paper', { phone: facility.phone }) },
    {
      kind: 'facts',
      caption: say('slip'),
      duties,
      rows: [
        { label: say('slip-reference'), value: reference },
        { label: say('slip-who'), value: missing.includes('who receives it') ? blank : recipient },
        ...where,
        { label: say('slip-signature'), value: blank },
        { label: say('slip-date'), value: blank },
      ],
    },
  ];
}

function choices(
  { recipient, remedyAddress: address, byPost, facility, currency }: DirectiveLackFacts,
  { asked, toYouCents }: Extract<DirectiveLackFacts['problem'], { kind: 'not-electronic' }>,
  language: LetterLanguage,
): readonly LetterBlock[] {
  const say = sayIn(words, language);
  const { phone } = facility;
  return [
    { kind: 'paragraph', duties: ['what-next'], text: say('next-prints', { asked, recipient }) },
    { kind: 'heading', text: say('fix-heading') },
    { kind: 'paragraph', duties: ['why'], text: say('why-prints') },
    {
      kind: 'list',
      duties: [byPost ? 'remedy-by-mail' : 'one-step-remedy', 'authorization-form'],
      items: [
        byPost
          ? say('choice-electronic-paper', { recipient, phone })
          : say('choice-electronic', { recipient, address }),
        say('choice-yourself', { asked, price: money(toYouCents, language, currency) }),
        byPost
          ? say('choice-authorization-paper', { asked, recipient, phone })
          : say('choice-authorization', { asked, recipient, address }),
      ],
    },
  ];
}
