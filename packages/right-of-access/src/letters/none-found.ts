import type { CalendarDate } from '../calendar.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { AskedExam, LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { askedExams, officeWords, passages } from './passages.ts';
import { joinAnd, longDate } from './wording.ts';

export type NoneFoundFacts = LetterSubject & {
  readonly exams: readonly AskedExam[];
  readonly sources: readonly string[];
  readonly namesTried: readonly string[];
  readonly datesTried: string;
  /** Pictures that were kept and are no more, with the schedule by which they went. */
  readonly destroyed?: readonly { readonly what: string; readonly on: CalendarDate; readonly schedule: string }[];
  /** Part of the record that was found: the report, another exam. */
  readonly survives?: string;
  readonly referringDoctor?: string;
  /**
   * To whoever acts for a minor, in every such letter: it says that there is nothing to give, and not whether there is
   * anything. 45 CFR 164.502(g)(3)(ii); OD-13.
   */
  readonly toRepresentativeOfMinor?: true;
};

const words = bilingual(
  {
    title: 'We found no pictures of this exam',
    next: 'We looked everywhere that we keep pictures and found none of the exam that you asked for. If you can tell us more, we will look again.',
    'next-destroyed':
      'We no longer have the pictures that you asked for. We kept them as long as our rules say, and then they were destroyed. This letter tells you when, and what you can still do.',
    'title-none-to-give': 'We have no pictures of this exam that we can give you',
    'next-none-to-give':
      'We have finished our work on your request. There are no pictures of this exam that we can give you. This letter does not say whether the exam took place, or whether we keep anything of it. We write the same words to every parent or guardian when there is nothing that we can give.',
    'destroyed-heading': 'What was destroyed, and when',
    destroyed: '{what}: destroyed on {date}, under this rule: {schedule}.',
    'sources-heading': 'Where we looked',
    names: 'We looked under these names: {names}. Dates: {dates}.',
    survives: 'We did find this, and you get it: {what}.',
    'do-heading': 'What you can do',
    clues:
      'Tell us another name, another date or another place for the exam. Call {phone} and say your reference, {reference}.',
    'your-doctor': 'Your doctor, {doctor}, may have a copy, or may know where the exam was done.',
    'some-doctor': 'The doctor who sent you to the exam may have a copy, or may know where it was done.',
  },
  {
    title: 'No encontramos imágenes de este examen',
    next: 'Buscamos en todos los lugares donde guardamos imágenes. No hay ninguna del examen que usted pidió. Si nos dice algo más, buscamos otra vez.',
    'next-destroyed':
      'Ya no tenemos las imágenes que usted pidió. Las guardamos el tiempo que dicen nuestras reglas. Después se destruyeron. Esta carta le dice cuándo, y lo que aún puede hacer.',
    'title-none-to-give': 'No tenemos imágenes de este examen que podamos darle',
    'next-none-to-give':
      'Terminamos el trabajo en su solicitud. No hay imágenes de este examen que podamos darle. Esta carta no dice si el examen se hizo, ni si guardamos algo de él. Escribimos lo mismo a todo padre, madre o tutor cuando no hay nada que podamos dar.',
    'destroyed-heading': 'Lo que se destruyó, y cuándo',
    destroyed: '{what}: se destruyó el {date}, según esta regla: {schedule}.',
    'sources-heading': 'Dónde buscamos',
    names: 'Buscamos con estos nombres: {names}. Fechas: {dates}.',
    survives: 'Sí encontramos esto, y se lo damos: {what}.',
    'do-heading': 'Lo que usted puede hacer',
    clues:
      'Díganos otro nombre, otra fecha u otro lugar del examen. Llame al {phone} y diga su referencia, {reference}.',
    'your-doctor': 'Su médico, {doctor}, quizá tiene una copia. O quizá sabe dónde se hizo el examen.',
    'some-doctor': 'El médico que le envió al examen quizá tiene una copia. O quizá sabe dónde se hizo.',
  },
);

/** L-NONE: nothing was found, or it was destroyed; where we looked and how, and what would help. Not a denial. */
export const noneFound: LetterKind<NoneFoundFacts> = {
  when: 'when every image source was searched under every name and nothing is there, or it was destroyed under a schedule',
  words,
  hasOfficeWords: (facts) => facts.survives !== undefined,
  otherTitle: ({ destroyed, toRepresentativeOfMinor }) =>
    toRepresentativeOfMinor && !destroyed ? 'title-none-to-give' : undefined,
  complaints: () => true,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const names = joinAnd(facts.namesTried, language);
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say(nextOf(facts)) },
      { kind: 'heading', text: sayIn(passages, language)('what-you-asked') },
      askedExams(facts.exams, language),
      ...destroyed(facts, language),
      { kind: 'heading', text: say('sources-heading') },
      { kind: 'list', duties: ['sources-searched'], items: facts.sources },
      { kind: 'paragraph', duties: ['names-and-dates-used'], text: say('names', { names, dates: facts.datesTried }) },
      ...survives(facts, language),
      { kind: 'heading', text: say('do-heading') },
      {
        kind: 'list',
        duties: ['give-more-clues', 'who-else-may-hold'],
        items: [
          say('clues', { phone: facts.facility.phone, reference: facts.reference }),
          facts.referringDoctor ? say('your-doctor', { doctor: facts.referringDoctor }) : say('some-doctor'),
        ],
      },
    ];
  },
};

function nextOf({ destroyed, toRepresentativeOfMinor }: NoneFoundFacts) {
  if (destroyed) return 'next-destroyed';
  return toRepresentativeOfMinor ? 'next-none-to-give' : 'next';
}

function destroyed({ destroyed }: NoneFoundFacts, language: LetterLanguage): readonly LetterBlock[] {
  if (!destroyed) return [];
  const say = sayIn(words, language);
  const items = destroyed.map(({ what, on, schedule }) =>
    say('destroyed', { what, date: longDate(on, language), schedule }),
  );
  return [
    { kind: 'heading', text: say('destroyed-heading') },
    { kind: 'list', duties: ['destroyed-when-and-why'], items },
  ];
}

function survives({ survives }: NoneFoundFacts, language: LetterLanguage): readonly LetterBlock[] {
  if (!survives) return [];
  return [
    {
      kind: 'paragraph',
      duties: ['what-survives'],
      text: sayIn(words, language)('survives', { what: officeWords(survives, language) }),
    },
  ];
}
