import type { AskedExam, LetterDue, LetterPause, LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { askedExams, officeWords, passages, unmovedDeadline } from './passages.ts';

export type ClarificationFacts = LetterSubject & {
  readonly exams: readonly AskedExam[];
  /** The exact question, as one or more full sentences. */
  readonly question: string;
  /** OD-22: a patient gets the widest reasonable match; a third party only what the signed writing names. */
  readonly ifNoAnswer:
    | { readonly give: 'widest-match'; readonly what: string }
    | { readonly give: 'copy-to-patient-only'; readonly what: string };
  readonly due: LetterDue;
  /** Where the wait for the answer moves the last day. */
  readonly pause?: LetterPause;
};

const words = bilingual(
  {
    title: 'We have a question about your request',
    next: 'We are working on your request. One answer from you will help us to find the right pictures.',
    'question-heading': 'Our question',
    'answer-heading': 'How to answer',
    answer: 'Call {phone}, or go to {address}, type your reference {reference}, and write to us there.',
    'answer-post': 'Call {phone} and say your reference, {reference}. Or write to the address at the top.',
    'silence-heading': 'If you do not answer',
    'widest-match': 'You do not have to answer. Then we will give you all that fits what you told us: {what}.',
    'copy-to-patient-only':
      'You do not have to answer. Then we will give this to you: {what}. We will send nothing to anybody else until we know what you want to send.',
  },
  {
    title: 'Tenemos una pregunta sobre su solicitud',
    next: 'Estamos trabajando en su solicitud. Con una respuesta suya podemos buscar mejor las imágenes.',
    'question-heading': 'Nuestra pregunta',
    'answer-heading': 'Cómo responder',
    answer: 'Llame al {phone}. O entre en {address}, escriba su referencia {reference} y mándenos un mensaje.',
    'answer-post': 'Llame al {phone} y diga su referencia, {reference}. O escriba a la dirección de arriba.',
    'silence-heading': 'Si usted no responde',
    'widest-match': 'No tiene que responder. Si no lo hace, le damos todo lo que va con lo que nos dijo: {what}.',
    'copy-to-patient-only':
      'No tiene que responder. Si no lo hace, le damos esto a usted: {what}. No enviamos nada a nadie más hasta saber qué quiere enviar.',
  },
);

/** L-CLAR: one exact question, what we send without an answer, and that our deadline stands. */
export const clarification: LetterKind<ClarificationFacts> = {
  when: 'when it is not clear which pictures are meant',
  words,
  hasOfficeWords: () => true,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { ifNoAnswer, facility, trackAddress: address, reference, byPost } = facts;
    const how = { phone: facility.phone, address, reference };
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say('next') },
      { kind: 'heading', text: sayIn(passages, language)('what-you-asked') },
      askedExams(facts.exams, language),
      { kind: 'heading', text: say('question-heading') },
      { kind: 'paragraph', duties: ['question'], text: officeWords(facts.question, language) },
      { kind: 'heading', text: say('answer-heading') },
      { kind: 'paragraph', duties: ['contact'], text: say(byPost ? 'answer-post' : 'answer', how) },
      { kind: 'heading', text: say('silence-heading') },
      { kind: 'paragraph', duties: ['if-no-answer'], text: say(ifNoAnswer.give, { what: ifNoAnswer.what }) },
      ...unmovedDeadline(facts.due, language, facts.pause),
    ];
  },
};
