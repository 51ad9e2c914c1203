import type { CalendarDate } from '../calendar.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { joinAnd, longDate } from './wording.ts';

export type DuplicateFacts = LetterSubject & {
  /** The request that goes on; its day of receipt governs. */
  readonly earlier: { readonly reference: string; readonly receivedOn: CalendarDate; readonly dueOn: CalendarDate };
  /** References that were joined to it. */
  readonly joined: readonly string[];
  /** What the later ones asked beyond it and is kept: another recipient, another form. */
  readonly kept: readonly string[];
};

const words = bilingual(
  {
    title: 'We joined your requests into one',
    next: 'You asked for the same pictures more than once. We treat this as one request, so that you do not wait or pay twice. You do not have to do anything.',
    'earlier-heading': 'The request that goes on',
    earlier:
      'Its reference is {reference}. We received it on {received}. You will have an answer by {due}. Asking again did not move that day.',
    joined: 'We joined to it: {references}.',
    'kept-heading': 'What we keep from the later ones',
    'kept-nothing': 'They asked for nothing else, so nothing is lost.',
    'wrong-heading': 'If this is not right',
    wrong:
      'If you meant another exam, call {phone} and say your reference, {reference}. We will take them apart again.',
  },
  {
    title: 'Unimos sus solicitudes en una',
    next: 'Usted pidió las mismas imágenes más de una vez. Las tomamos como una sola solicitud. Así no espera ni paga dos veces. No tiene que hacer nada.',
    'earlier-heading': 'La solicitud que sigue',
    earlier:
      'Su referencia es {reference}. La recibimos el {received}. Tendrá respuesta a más tardar el {due}. Pedir otra vez no movió ese día.',
    joined: 'Unimos a ella: {references}.',
    'kept-heading': 'Lo que guardamos de las otras',
    'kept-nothing': 'No pedían nada más. No se pierde nada.',
    'wrong-heading': 'Si esto no está bien',
    wrong: 'Si quería otro examen, llame al {phone} y diga su referencia, {reference}. Las separamos otra vez.',
  },
);

/** L-DUP: the earlier request governs, and nothing that a later one added is lost. */
export const duplicateJoined: LetterKind<DuplicateFacts> = {
  when: 'when requests for the same exams of one patient are joined',
  words,
  complaints: () => false,
  write: ({ earlier, joined, kept, facility }, language) => {
    const say = sayIn(words, language);
    const { reference, receivedOn, dueOn } = earlier;
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say('next') },
      { kind: 'heading', text: say('earlier-heading') },
      {
        kind: 'paragraph',
        duties: ['earlier-reference', 'earlier-due-date'],
        text: say('earlier', {
          reference,
          received: longDate(receivedOn, language),
          due: longDate(dueOn, language),
        }),
      },
      { kind: 'paragraph', text: say('joined', { references: joinAnd(joined, language) }) },
      { kind: 'heading', text: say('kept-heading') },
      kept.length > 0
        ? { kind: 'list', duties: ['what-is-kept'], items: kept }
        : { kind: 'paragraph', duties: ['what-is-kept'], text: say('kept-nothing') },
      { kind: 'heading', text: say('wrong-heading') },
      { kind: 'paragraph', duties: ['correct'], text: say('wrong', { phone: facility.phone, reference }) },
    ];
  },
};
