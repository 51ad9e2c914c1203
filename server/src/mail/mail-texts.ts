/**
 * Every mail and text message that the program writes. No names, no exams, no record numbers (S8.3): who reads over
 * somebody's shoulder learns that a facility wrote, and nothing else. A passcode never travels with its link.
 */
export type MailWish =
  | { kind: 'contact-code'; code: string; minutes: number }
  | { kind: 'sign-in-code'; code: string; minutes: number }
  | { kind: 'identity-code'; code: string; minutes: number }
  | { kind: 'request-received'; reference: string; dueOn: string; address: string }
  | { kind: 'news'; reference: string; address: string }
  | { kind: 'copy-ready'; reference: string; address: string }
  | { kind: 'copy-attached'; reference: string; part: number; of: number }
  | { kind: 'clocks'; forPrivacyOfficer: boolean; lines: ClockLine[]; address: string }
  | { kind: 'link-shared'; address: string; validUntil: string };

/** One request in a mail to the office: its reference and a day, and nothing about anybody. */
export type ClockLine = { reference: string; level: string; on: string };

export type MailText = { subject: string; body: string };
type Language = 'en' | 'es';

export function writeMail(wish: MailWish, facilityName: string, language: Language): MailText {
  const { subject, lines } = language === 'es' ? spanish(wish) : english(wish);
  const from = language === 'es' ? `De: ${facilityName}` : `From: ${facilityName}`;
  return { subject, body: `${[...lines, from].join('\n\n')}\n` };
}

type Parts = { subject: string; lines: string[] };

function english(wish: MailWish): Parts {
  switch (wish.kind) {
    case 'contact-code':
      return {
        subject: 'Your code',
        lines: [
          `Your code is ${wish.code}. It is good for ${wish.minutes} minutes.`,
          'Type it on the page where you were asked for it. If you did not ask for a code, you can ignore this message.',
        ],
      };
    case 'sign-in-code':
      return {
        subject: 'Your code to sign in',
        lines: [
          `Your code is ${wish.code}. It is good for ${wish.minutes} minutes.`,
          'Never tell it to anybody, not even to us. If you did not try to sign in, you can ignore this message.',
        ],
      };
    case 'identity-code':
      return {
        subject: 'A code to show that it is you',
        lines: [
          `Your code is ${wish.code}. It is good for ${wish.minutes} minutes.`,
          'Somebody asked us for copies and gave your details. If that was you, type the code on the page of your request. If it was not you, please call us: nobody gets anything without this code.',
        ],
      };
    case 'request-received':
      return {
        subject: `We have your request ${wish.reference}`,
        lines: [
          `Your reference is ${wish.reference}. You will have an answer by ${dayWords(wish.dueOn, 'en')}.`,
          `To see where it stands, open ${wish.address} and type your reference.`,
        ],
      };
    case 'news':
      return {
        subject: `News about your request ${wish.reference}`,
        lines: [`There is news. To read it, open ${wish.address} and type your reference ${wish.reference}.`],
      };
    case 'copy-ready':
      return {
        subject: `Your copy is ready: ${wish.reference}`,
        lines: [
          `To see it and to download it, open ${wish.address} and type your reference ${wish.reference}. We then send a code to this address.`,
        ],
      };
    case 'copy-attached':
      return {
        subject: `Your copy, ${wish.part} of ${wish.of}: ${wish.reference}`,
        lines: [
          `Here is the copy that you asked for by plain e-mail: message ${wish.part} of ${wish.of} for your request ${wish.reference}.`,
          'Open the files that come with this message, and save them.',
        ],
      };
    case 'clocks':
      return {
        subject: wish.forPrivacyOfficer ? 'Late requests, for the privacy officer' : 'Requests that need attention',
        lines: [
          wish.lines.map((line) => clockLine(line, 'en')).join('\n'),
          wish.forPrivacyOfficer ? `The report is at ${wish.address}.` : `The worklist is at ${wish.address}.`,
        ],
      };
    case 'link-shared':
      return {
        subject: 'Somebody shared a copy with you',
        lines: [
          `Open ${wish.address} and type the passcode that the sender gives you another way. Without it the page shows nothing.`,
          `The link works until ${dayWords(wish.validUntil, 'en')}.`,
        ],
      };
  }
}

function spanish(wish: MailWish): Parts {
  switch (wish.kind) {
    case 'contact-code':
      return {
        subject: 'Su código',
        lines: [
          `Su código es ${wish.code}. Vale ${wish.minutes} minutos.`,
          'Escríbalo en la página que se lo pidió. Si usted no pidió un código, puede ignorar este mensaje.',
        ],
      };
    case 'sign-in-code':
      return {
        subject: 'Su código para entrar',
        lines: [
          `Su código es ${wish.code}. Vale ${wish.minutes} minutos.`,
          'No se lo diga a nadie, tampoco a nosotros. Si usted no intentó entrar, puede ignorar este mensaje.',
        ],
      };
    case 'identity-code':
      return {
        subject: 'Un código para comprobar que es usted',
        lines: [
          `Su código es ${wish.code}. Vale ${wish.minutes} minutos.`,
          'Alguien nos pidió copias y dio sus datos. Si fue usted, escriba el código en la página de su solicitud. Si no fue usted, llámenos: sin este código nadie recibe nada.',
        ],
      };
    case 'request-received':
      return {
        subject: `Tenemos su solicitud ${wish.reference}`,
        lines: [
          `Su referencia es ${wish.reference}. Tendrá una respuesta a más tardar el ${dayWords(wish.dueOn, 'es')}.`,
          `Para ver cómo va, abra ${wish.address} y escriba su referencia.`,
        ],
      };
    case 'news':
      return {
        subject: `Noticias de su solicitud ${wish.reference}`,
        lines: [`Hay noticias. Para leerlas, abra ${wish.address} y escriba su referencia ${wish.reference}.`],
      };
    case 'copy-ready':
      return {
        subject: `Su copia está lista: ${wish.reference}`,
        lines: [
          `Para verla y descargarla, abra ${wish.address} y escriba su referencia ${wish.reference}. Después le enviamos un código a esta dirección.`,
        ],
      };
    case 'copy-attached':
      return {
        subject: `Su copia, ${wish.part} de ${wish.of}: ${wish.reference}`,
        lines: [
          `Aquí está la copia que pidió por correo electrónico sin cifrar: mensaje ${wish.part} de ${wish.of} de su solicitud ${wish.reference}.`,
          'Abra los archivos que vienen con este mensaje y guárdelos.',
        ],
      };
    case 'clocks':
      return {
        subject: wish.forPrivacyOfficer
          ? 'Solicitudes tardías, para la persona a cargo de la privacidad'
          : 'Solicitudes que necesitan atención',
        lines: [
          wish.lines.map((line) => clockLine(line, 'es')).join('\n'),
          wish.forPrivacyOfficer
            ? `El informe está en ${wish.address}.`
            : `La lista de trabajo está en ${wish.address}.`,
        ],
      };
    case 'link-shared':
      return {
        subject: 'Alguien compartió una copia con usted',
        lines: [
          `Abra ${wish.address} y escriba la clave que quien la comparte le dará por otro medio. Sin ella la página no muestra nada.`,
          `El enlace vale hasta el ${dayWords(wish.validUntil, 'es')}.`,
        ],
      };
  }
}

/** "Wednesday, December 23, 2026": a calendar date with its weekday, as people of the United States write it. */
function dayWords(calendarDate: string, language: Language): string {
  const format = new Intl.DateTimeFormat(`${language}-US`, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${calendarDate}T12:00:00Z`));
}

function clockLine({ reference, level, on }: ClockLine, language: Language): string {
  const day = dayWords(on, language);
  const english = language === 'en';
  switch (level) {
    case 'overdue':
      return english
        ? `${reference}: overdue. It was due on ${day}.`
        : `${reference}: vencida. El límite era el ${day}.`;
    case 'answered-late':
      return english
        ? `${reference}: answered late. It was due on ${day}.`
        : `${reference}: respondida con retraso. El límite era el ${day}.`;
    case 'access-returned':
      return english
        ? `${reference}: the access that was denied until ${day} has returned. Open the exam again and give it.`
        : `${reference}: volvió el acceso que se negó hasta el ${day}. Abra el examen otra vez y délo.`;
    case 'available-flag':
    case 'available-supervisor':
      return english
        ? `${reference}: could be given since ${day}, and waits.`
        : `${reference}: se puede dar desde el ${day}, y espera.`;
    default:
      return english
        ? `${reference}: ${level} % of the time is used. Due on ${day}.`
        : `${reference}: se usó el ${level} % del plazo. Límite: ${day}.`;
  }
}
