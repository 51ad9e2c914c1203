import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { longDate, money, plainDate } from './wording.ts';

/** 45 CFR 164.528(b)(2): date, who got it and where, what, and why. */
type AccountedDisclosure = {
  readonly on: CalendarDate;
  readonly recipient: string;
  readonly address?: string;
  readonly what: string;
  readonly why: string;
};

export type AccountingFacts = LetterSubject & {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly disclosures: readonly AccountedDisclosure[];
  /** The first list in twelve months is free: 164.528(c)(2). */
  readonly feeCents: number;
};

const words = bilingual(
  {
    title: 'Who got your health information from us',
    next: 'You asked who got your health information from us. Here is the list from {from} to {to}. You do not have to do anything.',
    'list-heading': 'The list',
    caption: 'To whom we gave it',
    when: 'When',
    who: 'To whom',
    what: 'What',
    why: 'Why',
    none: 'There is nothing on the list. In that time we gave your information to nobody outside of your care.',
    'out-heading': 'What is not on the list',
    out: 'The law leaves some things out. This list does not show what was used for your care, for payment or to run our office. It does not show what you got yourself or what you allowed by signing a form. What went to others because you told us to is on the list, with those words.',
    'cost-heading': 'What it costs',
    cost: 'This list: {price}. The first one in twelve months is always free.',
  },
  {
    title: 'Quién recibió de nosotros sus datos de salud',
    next: 'Usted preguntó quién recibió de nosotros sus datos de salud. Esta es la lista del {from} al {to}. No tiene que hacer nada.',
    'list-heading': 'La lista',
    caption: 'A quién los dimos',
    when: 'Cuándo',
    who: 'A quién',
    what: 'Qué',
    why: 'Por qué',
    none: 'No hay nada en la lista. En ese tiempo no dimos sus datos a nadie fuera de su atención.',
    'out-heading': 'Lo que no está en la lista',
    out: 'La ley deja unas cosas fuera. La lista no tiene lo que se usó para su atención, para pagos o para el trabajo de la oficina. No tiene lo que recibió usted ni lo que permitió con su firma. Lo que fue a otros porque usted lo pidió sí está, con esas palabras.',
    'cost-heading': 'Lo que cuesta',
    cost: 'Esta lista: {price}. La primera en doce meses siempre es gratis.',
  },
);

/** L-ACCT: the accounting of disclosures. 45 CFR 164.528. */
export const accounting: LetterKind<AccountingFacts> = {
  when: 'within 60 days after somebody asks who got their information',
  words,
  complaints: () => true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const [from, to] = [longDate(facts.from, language), longDate(facts.to, language)];
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say('next', { from, to }) },
      { kind: 'heading', text: say('list-heading') },
      list(facts, language),
      { kind: 'heading', text: say('out-heading') },
      { kind: 'paragraph', duties: ['what-is-left-out'], text: say('out') },
      { kind: 'heading', text: say('cost-heading') },
      {
        kind: 'paragraph',
        duties: ['what-it-costs'],
        text: say('cost', { price: money(facts.feeCents, language, facts.currency) }),
      },
    ];
  },
};

function list({ disclosures }: AccountingFacts, language: LetterLanguage): LetterBlock {
  const say = sayIn(words, language);
  if (disclosures.length === 0) return { kind: 'paragraph', duties: ['disclosures'], text: say('none') };
  return {
    kind: 'table',
    caption: say('caption'),
    duties: ['disclosures'],
    columns: [say('when'), say('who'), say('what'), say('why')],
    rows: disclosures.map(({ on, recipient, address, what, why }) => [
      plainDate(on, language),
      address ? `${recipient}, ${address}` : recipient,
      what,
      why,
    ]),
  };
}
