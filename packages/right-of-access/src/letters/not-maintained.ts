import type { AskedExam, LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { askedExams, passages } from './passages.ts';

export type NotMaintainedFacts = LetterSubject & {
  readonly exams: readonly AskedExam[];
  /** Who keeps them, where that is known. */
  readonly keeper?: { readonly name: string; readonly address: string; readonly phone: string };
  /** What is held here and is given. */
  readonly heldHere?: string;
};

const words = bilingual(
  {
    title: 'We do not keep these pictures',
    not: '{facility} does not keep the pictures of the exam that you asked for. We also looked for copies that others sent us.',
    'where-heading': 'Where to ask',
    ask: 'Please ask {name}, {address}, phone {phone}. They keep the pictures of this exam.',
    unknown: 'We do not know who keeps them. The doctor who sent you to the exam may know where it was done.',
    'hold-heading': 'What we do keep',
    hold: 'We keep this, and you get it: {what}.',
    'hold-nothing': 'We keep nothing else that you asked for.',
  },
  {
    title: 'Nosotros no guardamos estas imágenes',
    not: '{facility} no guarda las imágenes del examen que usted pidió. También buscamos copias que otros nos hayan enviado.',
    'where-heading': 'Dónde pedirlas',
    ask: 'Pídalas a {name}, {address}, teléfono {phone}. Allí guardan las imágenes de este examen.',
    unknown: 'No sabemos quién las guarda. El médico que le envió al examen quizá sabe dónde se hizo.',
    'hold-heading': 'Lo que sí guardamos',
    hold: 'Guardamos esto, y se lo damos: {what}.',
    'hold-nothing': 'No guardamos nada más de lo que usted pidió.',
  },
);

/** L-NOT: we do not keep these pictures, and who does, where we know it. 45 CFR 164.524(d)(3). */
export const notMaintained: LetterKind<NotMaintainedFacts> = {
  when: 'when somebody else keeps what was asked: within 2 business days, by the due date at the latest',
  words,
  complaints: () => true,
  write: ({ facility, keeper, exams, heldHere }, language) => {
    const say = sayIn(words, language);
    return [
      { kind: 'paragraph', duties: ['not-maintained'], text: say('not', { facility: facility.name }) },
      { kind: 'heading', text: sayIn(passages, language)('what-you-asked') },
      askedExams(exams, language),
      { kind: 'heading', text: say('where-heading') },
      { kind: 'paragraph', duties: ['where-to-ask', 'what-next'], text: keeper ? say('ask', keeper) : say('unknown') },
      { kind: 'heading', text: say('hold-heading') },
      {
        kind: 'paragraph',
        duties: ['what-we-hold'],
        text: heldHere ? say('hold', { what: heldHere }) : say('hold-nothing'),
      },
    ];
  },
};
