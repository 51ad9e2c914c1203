import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { officeWords } from './passages.ts';
import { longDate } from './wording.ts';

export type BreachFacts = LetterSubject & {
  /** Day of the breach, where it is known. */
  readonly happenedOn?: CalendarDate;
  readonly discoveredOn: CalendarDate;
  /** What happened, as full sentences without anybody else's data. */
  readonly what: string;
  readonly kindsOfData: readonly string[];
  readonly protectYourself: readonly string[];
  readonly whatWeDo: readonly string[];
  /** A number that costs the caller nothing, where the law wants one; else the letter names the privacy officer. */
  readonly tollFree?: string;
};

const words = bilingual(
  {
    title: 'A mistake with your health information',
    next: 'We made a mistake with your health information. Somebody who should not have it may have seen it. We are sorry. This letter tells you what happened and what you can do.',
    'what-heading': 'What happened',
    'what-dated': 'It happened on {happened}. We found out on {found}. {what}',
    what: 'We found out on {found}. {what}',
    'data-heading': 'What kind of information it was',
    'may-follow': 'What can come of it: somebody may learn of your exam, tell others, or use your data in your name.',
    'protect-heading': 'What you can do',
    'we-heading': 'What we do',
    'contact-heading': 'Call or write to us',
    contact:
      'Call {tollFree}. The call is free. Or write to {email}, or to {office} at the address at the top. Say your reference, {reference}.',
    'contact-officer':
      'Ask for {title}, who looks after the protection of data here: {phone}. Or write to {email}, or to {office} at the address at the top. Say your reference, {reference}.',
  },
  {
    title: 'Un error con sus datos de salud',
    next: 'Hicimos un error con sus datos de salud. Alguien que no debe tenerlos quizá los vio. Le pedimos perdón. Esta carta le dice qué pasó y lo que puede hacer.',
    'what-heading': 'Lo que pasó',
    'what-dated': 'Pasó el {happened}. Lo supimos el {found}. {what}',
    what: 'Lo supimos el {found}. {what}',
    'data-heading': 'Qué datos eran',
    'may-follow':
      'Qué puede pasar: alguien puede saber de su examen, contarlo a otros o usar sus datos en nombre de usted.',
    'protect-heading': 'Lo que usted puede hacer',
    'we-heading': 'Lo que hacemos',
    'contact-heading': 'Llame o escriba',
    contact:
      'Llame al {tollFree}. La llamada es gratis. O escriba a {email}, o a {office} en la dirección de arriba. Diga su referencia, {reference}.',
    'contact-officer':
      'Pregunte por {title}, que cuida la protección de datos aquí: {phone}. O escriba a {email}, o a {office} en la dirección de arriba. Diga su referencia, {reference}.',
  },
);

/** L-BRCH: 45 CFR 164.404(c), by first-class mail unless the person agreed to e-mail, 164.404(d); GDPR Art. 34(2). */
export const breachNotice: LetterKind<BreachFacts> = {
  when: 'without delay after a breach is discovered, and within 60 days at most',
  words,
  hasOfficeWords: () => true,
  complaints: () => true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const typed = (words: string) => officeWords(words, language);
    const what = typed(facts.what);
    const found = longDate(facts.discoveredOn, language);
    return [
      { kind: 'paragraph', duties: ['what-next', 'apology'], text: say('next') },
      { kind: 'heading', text: say('what-heading') },
      {
        kind: 'paragraph',
        duties: ['what-happened'],
        text: facts.happenedOn
          ? say('what-dated', { happened: longDate(facts.happenedOn, language), found, what })
          : say('what', { found, what }),
      },
      { kind: 'heading', text: say('data-heading') },
      { kind: 'list', duties: ['kinds-of-data'], items: facts.kindsOfData.map(typed) },
      { kind: 'paragraph', duties: ['what-may-follow'], text: say('may-follow') },
      { kind: 'heading', text: say('protect-heading') },
      { kind: 'list', duties: ['protect-yourself'], items: facts.protectYourself.map(typed) },
      { kind: 'heading', text: say('we-heading') },
      { kind: 'list', duties: ['what-we-do'], items: facts.whatWeDo.map(typed) },
      { kind: 'heading', text: say('contact-heading') },
      contact(facts, language),
    ];
  },
};

function contact({ tollFree, reference, facility }: BreachFacts, language: LetterLanguage): LetterBlock {
  const say = sayIn(words, language);
  const { email, officeName: office, privacyOfficer } = facility;
  const written = { email, office, reference };
  return tollFree === undefined
    ? {
        kind: 'paragraph',
        duties: ['officer-contact'],
        text: say('contact-officer', { ...privacyOfficer, ...written }),
      }
    : { kind: 'paragraph', duties: ['toll-free-contact'], text: say('contact', { tollFree, ...written }) };
}
