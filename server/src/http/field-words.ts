import { citeIn } from '@echoback/right-of-access';

/**
 * Notes beside fields, as the rules of the contract and the use cases say them in English, and in Spanish. Numbers are
 * marked with #: they are carried over in order. A test finds every note in the sources.
 */
const inSpanish: Record<string, string> = {
  'There is no such setting.': 'No existe ese ajuste.',
  'A date like #-#-#.': 'Una fecha como #-#-#.',
  'An e-mail address like ana@example.org.': 'Un correo como ana@example.org.',
  'The code has # digits.': 'El código tiene # cifras.',
  'A name is needed.': 'Hace falta un nombre.',
  'At most # letters.': 'Como máximo # letras.',
  'Street and town are needed.': 'Hacen falta la calle y la ciudad.',
  'Say what was shown and how.': 'Diga qué se mostró y cómo.',
  'Say why, for the letter.': 'Diga por qué, para la carta.',
  'Say it in a few words.': 'Dígalo en pocas palabras.',
  'Say why it is this patient.': 'Diga por qué es este paciente.',
  'Say what was searched, or who holds it.': 'Diga qué se buscó o quién lo tiene.',
  'Say how they were involved.': 'Diga cómo ayudó.',
  'Say how you know of the death.': 'Diga cómo sabe del fallecimiento.',
  'Say what they were told.': 'Diga qué se le dijo.',
  'Say what you saw.': 'Diga qué vio.',
  'Say why.': 'Diga por qué.',
  'Write the question.': 'Escriba la pregunta.',
  'Write the answer.': 'Escriba la respuesta.',
  'Say how you know.': 'Diga cómo lo sabe.',
  'Say how you know who gave it.': 'Diga cómo sabe quién lo dio.',
  'These answers are too long to keep.': 'Estas respuestas son demasiado largas para guardarlas.',
  'Read and accept the three statements.': 'Lea y acepte las tres declaraciones.',
  'Who should get it?': '¿Quién debe recibirlo?',
  'Who keeps it?': '¿Quién lo guarda?',
  'Where are they?': '¿Dónde están?',
  'How are they reached?': '¿Cómo se les contacta?',
  'Who took it?': '¿Quién se lo llevó?',
  'Who should get the link?': '¿Quién debe recibir el enlace?',
  'Where should the link go?': '¿Adónde enviamos el enlace?',
  'A time like #:#.': 'Una hora como #:#.',
  'Say where: street, floor, room.': 'Diga dónde: calle, piso, sala.',
  'Say whom to ask for.': 'Diga por quién preguntar.',
  'Each time only once.': 'Cada hora una sola vez.',
  'Say which days and times suit.': 'Diga qué días y horas le convienen.',
  'Choose a time, or say which one would suit.': 'Elija una hora, o diga cuál le conviene.',
  'Who came?': '¿Quién vino?',
  'Choose what was shown.': 'Elija lo que se mostró.',
  'This time is over. Offer one that is still to come.': 'Esa hora ya pasó. Ofrezca una que todavía no ha llegado.',
  'This time has not come yet.': 'Esa hora aún no ha llegado.',
  'The pictures were not ready to be shown on this day.': 'Ese día las imágenes aún no estaban listas para verse.',
  'Choose among the exams that are ready.': 'Elija entre los exámenes que están listos.',
  'Where should we mail it?': '¿Adónde lo enviamos?',
  'Which form? A few words are enough.': '¿En qué forma? Bastan pocas palabras.',
  'Somebody else gets a secure link, a disc, a stick or prints.':
    'Otra persona recibe un enlace seguro, un disco, una memoria USB o copias en papel.',
  'Read the address back first, letter by letter.': 'Primero lea la dirección en voz alta, letra por letra.',
  'Say what became of the mail.': 'Diga qué pasó con el correo.',
  'Plain mail needs the address that it goes to.': 'Para un correo normal hace falta la dirección de correo.',
  'Online opens by a code to an e-mail address. Type one, or choose another way.':
    'En línea se abre con un código a un correo electrónico. Escriba uno o elija otra forma.',
  'The last day is before the first day.': 'El último día es anterior al primero.',
  'Say which pictures you mean.': 'Diga a qué imágenes se refiere.',
  'This day has not come yet.': 'Ese día aún no ha llegado.',
  'This is before the day of birth.': 'Es anterior al día de nacimiento.',
  'Type your full name as you gave it before.': 'Escriba su nombre completo como lo dio antes.',
  'This line can not be read as CSV.': 'Esta línea no se puede leer como CSV.',
  'The list is empty.': 'La lista está vacía.',
  'This column is missing.': 'Falta esta columna.',
  'The same number stands in line #.': 'El mismo número está en la línea #.',
  'A day like #-#-#, not in the future.': 'Un día como #-#-#, no en el futuro.',
  'F, M, O or empty.': 'F, M, O o vacío.',
  'An e-mail address.': 'Un correo electrónico.',
  'A phone number.': 'Un número de teléfono.',
  'Names like “Alvarez, Ana”, with ; between them.': 'Nombres como “Alvarez, Ana”, separados por ;.',
  'Another image source has this name.': 'Otra fuente de imágenes tiene este nombre.',
  'Give a name, a birth date, a record number or an accession number.':
    'Dé un nombre, una fecha de nacimiento, un número de expediente o un número de acceso.',
  'Name at least one way.': 'Elija al menos una forma.',
  'Say which pictures or records may go.': 'Diga qué imágenes o documentos se pueden enviar.',
  'Say what it is for. “At my request” is enough.': 'Diga para qué es. Basta con “A petición mía”.',
  'Say until which day it holds, or that it ends with this request.':
    'Diga hasta qué día vale, o que termina con esta solicitud.',
  'From # to # plain letters, digits, signs or spaces, without accents.':
    'De # a # letras sin acentos, cifras, signos o espacios.',
  'Not a password for a ZIP.': 'No sirve como contraseña de un ZIP.',
  'A whole number of MB.': 'Un número entero de MB.',
  'At least # MB.': 'Al menos # MB.',
  'At most # MB.': 'Como máximo # MB.',
  'There is no such law to choose.': 'Esa ley no está entre las que se pueden elegir.',
  'This name is taken. Choose another one.': 'Ese nombre ya existe. Elija otro.',
  'Attach the page, or say how you know that it came on this day.':
    'Adjunte la hoja o diga cómo sabe que llegó ese día.',
  'What came on paper was written.': 'Lo que llegó en papel estaba por escrito.',
  'This is after the day it came.': 'Es posterior al día en que llegó.',
  'This day had not come yet.': 'Ese día aún no había llegado.',
  'This is needed.': 'Esto es necesario.',
  'This is too long.': 'Es demasiado largo.',
  'This is too short.': 'Es demasiado corto.',
  'This does not fit here.': 'Esto no encaja aquí.',
};

export function isKnownNote(message: string): boolean {
  return Object.hasOwn(inSpanish, message.replaceAll(/\d+/g, '#'));
}

/** What would be laxer than the law names the value, the rule and what would be lawful. */
const laxer = /^(?<wanted>.+) would break (?<rule>\S+) \((?<cite>.+)\)\.(?: Lawful: (?<lawful>.+)\.)?$/;

const lawfulInSpanish: readonly (readonly [RegExp, string])[] = [
  [/^at most (\d+)/, 'como máximo $1'],
  [/^at least (\d+)/, 'al menos $1'],
  [/ business-day$/, ' días hábiles'],
  [/ calendar-day$/, ' días corridos'],
  [/ month$/, ' meses'],
  [/^whole days from 1$/, 'días enteros desde 1'],
  [/^whole percents below 100, rising$/, 'porcentajes enteros menores de 100, de menor a mayor'],
  [/^a row of medium confidence, by a named person$/, 'una regla de seguridad media, por una persona con nombre'],
];

function laxerInSpanish(message: string): string | undefined {
  const { wanted, rule, cite, lawful } = laxer.exec(message)?.groups ?? {};
  if (!wanted || !cite) return undefined;
  const instead = lawfulInSpanish.reduce((said, [english, spanish]) => said.replace(english, spanish), lawful ?? '');
  return `${wanted} no cumpliría ${rule} (${citeIn(cite, 'es')}).${instead ? ` Lo permitido: ${instead}.` : ''}`;
}

/** A note in the language of the page. What the law names has no words here: it is said as it stands, never swallowed. */
export function noteIn(language: 'en' | 'es', message: string): string {
  if (language === 'en') return message;
  const numbers = message.match(/\d+/g) ?? [];
  const words = inSpanish[message.replaceAll(/\d+/g, '#')];
  if (!words) return laxerInSpanish(message) ?? message;
  let next = 0;
  return words.replaceAll('#', () => numbers[next++] ?? '');
}

/** What a schema says by itself is for programmers: people are told what to do. */
export function noteOf(issue: { code: string; message: string; input?: unknown }): string {
  if (isKnownNote(issue.message)) return issue.message;
  if (issue.message.endsWith('received undefined') || issue.message.endsWith('received null')) return 'This is needed.';
  if (issue.code === 'unrecognized_keys') return 'There is no such setting.';
  if (issue.code === 'too_big') return 'This is too long.';
  if (issue.code === 'too_small') return 'This is too short.';
  return 'This does not fit here.';
}
