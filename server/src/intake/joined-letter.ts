import { calendarDate, dueDate, type Letter, letterContent } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import type { OtherRequest } from './other-requests.ts';

type Facts = { earlier: OtherRequest; later: OtherRequest; added: OtherRequest['deliveries'] };

/** L-DUP: to the person who asked again, with both references, the day that governs and what goes along. */
export async function draftJoinedLetter(
  app: App,
  facility: FacilityFacts,
  { earlier, later, added }: Facts,
): Promise<Letter> {
  const { receivedOn, pack, extension, facts } = (await readClocks(app.db, facility, [earlier]))(earlier);
  const clock = { ...clockFactsOf(receivedOn), ...facts };
  const { on: dueOn } = dueDate(calendarDate(receivedOn), extension, pack, clock);
  const letter = letterContent(
    'L-DUP',
    (language) => ({
      ...letterSubject(app, facility, later),
      earlier: { reference: earlier.reference, receivedOn: calendarDate(receivedOn), dueOn },
      joined: [later.reference],
      kept: added.map(({ kind, recipient }) => wayInWords(kind, recipient, language)),
    }),
    later.language === 'es' ? 'es' : 'en',
    await readLanguageReviews(app.db, app),
  );
  if (!letter.ok) throw new Error(`The letter about the joined request can not be written: ${letter.refusal.code}`);
  return letter.value;
}

const ways: Record<'en' | 'es', Record<Exclude<DeliveryKind, 'other-form'>, string>> = {
  en: {
    online: 'See and save them online',
    'email-unencrypted': 'By plain e-mail',
    'secure-link': 'A secure link',
    cd: 'A CD by mail',
    dvd: 'A DVD by mail',
    usb: 'A USB stick by mail',
    prints: 'Paper prints by mail',
  },
  es: {
    online: 'Verlas y guardarlas en línea',
    'email-unencrypted': 'Por correo electrónico sin cifrar',
    'secure-link': 'Un enlace seguro',
    cd: 'Un CD por correo',
    dvd: 'Un DVD por correo',
    usb: 'Una memoria USB por correo',
    prints: 'Copias en papel por correo',
  },
};

function wayInWords(kind: DeliveryKind, { name, form = '' }: AskedRecipient, language: 'en' | 'es'): string {
  const way = kind === 'other-form' ? form : ways[language][kind];
  const to = { en: 'to', es: 'para' }[language];
  return name ? `${way}, ${to} ${name}` : way;
}
