import type { CalendarDate } from '../calendar.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { longDate } from './wording.ts';

export type OverdueFacts = LetterSubject & {
  readonly receivedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** What went wrong, as full sentences. */
  readonly cause: string;
  readonly promisedOn: CalendarDate;
};

const words = bilingual(
  {
    title: 'We are late, and we are sorry',
    next: 'You should have had our answer by {due}. You did not get it. That is our fault, and we are sorry. We are working on it now. You do not have to do anything.',
    'cause-heading': 'What went wrong',
    cause: 'We received your request on {received}. {cause}',
    'date-heading': 'When you will have it',
    date: 'You will have our answer by {date}. If it is ready before, you get it before.',
    'officer-heading': 'Who is in charge of this',
    officer: 'The {title} of {facility} knows about it. Call {phone} and say your reference, {reference}.',
  },
  {
    title: 'Vamos tarde, y le pedimos perdón',
    next: 'Usted debía tener nuestra respuesta el {due}. No la tuvo. Es culpa nuestra y le pedimos perdón. Ya estamos trabajando en ello. No tiene que hacer nada.',
    'cause-heading': 'Lo que salió mal',
    cause: 'Recibimos su solicitud el {received}. {cause}',
    'date-heading': 'Cuándo la va a tener',
    date: 'Tendrá nuestra respuesta a más tardar el {date}. Si está lista antes, se la damos antes.',
    'officer-heading': 'Quién se encarga de esto',
    officer: 'En {facility} ya lo sabe: {title}. Llame al {phone} y diga su referencia, {reference}.',
  },
);

/** L-LATE: the day went by; an apology, the cause, a date, and whom to call. */
export const overdueApology: LetterKind<OverdueFacts> = {
  when: 'on the first day after the due date',
  words,
  complaints: () => true,
  write: ({ dueOn, receivedOn, cause, promisedOn, facility, reference }, language) => {
    const say = sayIn(words, language);
    const { title, phone } = facility.privacyOfficer;
    return [
      { kind: 'paragraph', duties: ['what-next', 'apology'], text: say('next', { due: longDate(dueOn, language) }) },
      { kind: 'heading', text: say('cause-heading') },
      { kind: 'paragraph', duties: ['cause'], text: say('cause', { received: longDate(receivedOn, language), cause }) },
      { kind: 'heading', text: say('date-heading') },
      { kind: 'paragraph', duties: ['new-date'], text: say('date', { date: longDate(promisedOn, language) }) },
      { kind: 'heading', text: say('officer-heading') },
      {
        kind: 'paragraph',
        duties: ['privacy-officer'],
        text: say('officer', { title, facility: facility.name, phone, reference }),
      },
    ];
  },
};
