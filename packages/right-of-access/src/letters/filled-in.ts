import type { WritableLetter } from '../letter-facts.ts';
import { type Bilingual, bilingual } from './bilingual.ts';

/**
 * Words that whoever writes a letter puts into its sentences: names of exams, of papers, of causes. They are translated like
 * the sentences and read by the same reviewer, so they stand here and are a part of the letter's version.
 */

/** What each type of exam is called in a file name, a letter or on a page: plain words, no abbreviation. */
export const examTypeNames = bilingual(
  {
    pregnancy: 'Pregnancy scan',
    pelvis: 'Pelvis scan',
    abdomen: 'Abdomen scan',
    breast: 'Breast scan',
    'neck-thyroid': 'Neck and thyroid scan',
    vascular: 'Blood vessel scan',
    heart: 'Heart scan',
    musculoskeletal: 'Muscle and joint scan',
    other: 'Ultrasound scan',
  },
  {
    pregnancy: 'Ecografía de embarazo',
    pelvis: 'Ecografía de pelvis',
    abdomen: 'Ecografía de abdomen',
    breast: 'Ecografía de mama',
    'neck-thyroid': 'Ecografía de cuello y tiroides',
    vascular: 'Ecografía de vasos sanguíneos',
    heart: 'Ecografía del corazón',
    musculoskeletal: 'Ecografía de músculos y articulaciones',
    other: 'Ecografía',
  },
);

/** When an exam was, as far as the person remembers. */
export const examTimes = bilingual(
  {
    on: 'on {day}',
    between: 'between {first} and {last}',
    from: 'on or after {day}',
    until: 'on or before {day}',
    any: 'at any time',
  },
  {
    on: 'el {day}',
    between: 'entre el {first} y el {last}',
    from: 'desde el {day}',
    until: 'hasta el {day}',
    any: 'en cualquier fecha',
  },
);

/** What may be lacking, by the engine's names. */
export const lackNames = bilingual(
  {
    identity: 'Who you are',
    'the relationship': 'That you are the parent or guardian',
    'the instrument': 'The paper that says that you may act for this person',
    'somebody who judged it': 'A look at your paper by our office',
    'authority for health-care decisions':
      'Authority for health-care decisions. The paper that we saw is about other things',
    'authority for the estate': 'Authority for the estate of the person who died',
    'authority that has begun': 'A paper that is in force today',
    'authority that has not ended': 'A paper that has not run out',
    'authority that was not revoked': 'A paper that was not taken back',
  },
  {
    identity: 'Quién es usted',
    'the relationship': 'Que usted es la madre, el padre o el tutor',
    'the instrument': 'El papel que dice que usted puede actuar por esta persona',
    'somebody who judged it': 'Que nuestra oficina vea su papel',
    'authority for health-care decisions':
      'El poder para decidir sobre la salud. El papel que vimos trata de otras cosas',
    'authority for the estate': 'El poder para actuar por la herencia de la persona que murió',
    'authority that has begun': 'Un papel que ya vale hoy',
    'authority that has not ended': 'Un papel que no ha vencido',
    'authority that was not revoked': 'Un papel que no se retiró',
  },
);

/** Papers and proofs that would do, by the engine's names. */
export const paperNames = bilingual(
  {
    'birth certificate': 'a birth certificate',
    'custody order': 'a custody order',
    'health-care-power-of-attorney': 'a health-care power of attorney',
    guardianship: 'a guardianship order of a court',
    conservatorship: 'a conservatorship order of a court',
    'letters-testamentary': 'letters testamentary',
    'letters-of-administration': 'letters of administration',
    'small-estate-affidavit': 'a small-estate affidavit',
    other: 'another paper of the same kind',
    'photo card': 'a card with your photo',
    code: 'a code that we send to a contact on file',
  },
  {
    'birth certificate': 'un acta de nacimiento',
    'custody order': 'una orden de custodia',
    'health-care-power-of-attorney': 'un poder notarial para la salud',
    guardianship: 'una orden de tutela de un juez',
    conservatorship: 'una orden de curatela de un juez',
    'letters-testamentary': 'cartas testamentarias',
    'letters-of-administration': 'cartas de administración',
    'small-estate-affidavit': 'una declaración jurada de herencia pequeña',
    other: 'otro papel de la misma clase',
    'photo card': 'una tarjeta con su foto',
    code: 'un código a un contacto suyo que ya tenemos',
  },
);

export const whoMayAsk = bilingual(
  {
    executor: 'The executor or administrator of the estate',
    'by-state-law': 'Somebody whom state law lets act for the person who died',
    patient: 'The person in the pictures',
    'who-decides': 'Somebody who may decide about that person’s health care',
  },
  {
    executor: 'El albacea o administrador de la herencia',
    'by-state-law': 'Quien por ley del estado puede actuar por la persona que murió',
    patient: 'La persona de las imágenes',
    'who-decides': 'Quien puede decidir sobre la salud de esa persona',
  },
);

/** Where nobody was named, and what is sent to somebody else on paper. */
export const othersCopy = bilingual(
  { nobody: 'the person you named', prints: 'prints' },
  { nobody: 'la persona que nombró', prints: 'impresiones' },
);

/** What is given where a question stays without an answer: OD-22. */
export const unansweredGiven = bilingual(
  { all: 'all pictures of the exams above' },
  { all: 'todas las imágenes de los exámenes de arriba' },
);

/** What a form is called in the letter that offers it. */
export const formNames = bilingual(
  {
    online: 'MP4 by download',
    usb: 'MP4 on USB',
    cd: 'DICOM on disc',
    'several-mails': 'several e-mails',
    prints: 'printed stills',
    'one-plain-mail': 'one plain e-mail',
  },
  {
    online: 'MP4 para descargar',
    usb: 'MP4 en una memoria USB',
    cd: 'DICOM en disco',
    'several-mails': 'varios correos',
    prints: 'imágenes impresas',
    'one-plain-mail': 'un solo correo sin cifrar',
  },
);

/** Why the asked-for form can not be made: what we are able to do, never what we are used to. */
export const whyUnable = bilingual(
  {
    'no equipment makes it': 'We have no machine that makes it.',
    'over the mail limit': 'The files are larger than our mail system can send in one message.',
    'own drive is an unacceptable security risk':
      'A drive from outside could carry harmful software into our computers, so we may not connect it.',
  },
  {
    'no equipment makes it': 'No tenemos una máquina que lo haga.',
    'over the mail limit': 'Los archivos son más grandes de lo que nuestro correo puede enviar en un mensaje.',
    'own drive is an unacceptable security risk':
      'Una memoria de fuera puede llevar programas dañinos a nuestras computadoras. No podemos conectarla.',
  },
);

/** How to get a part that is ready while the rest takes longer. */
export const readyPart = bilingual(
  {
    how: 'Open {address} and type your reference, or ask the office.',
    'how-post': 'Call {phone} and tell us how you want it.',
  },
  {
    how: 'Abra {address} y escriba su referencia, o pregunte a la oficina.',
    'how-post': 'Llame al {phone} y díganos cómo lo quiere.',
  },
);

/** What is due on another day than the rest, where a copy and a look in person were both asked for. */
export const alsoDueNames = bilingual(
  { copy: 'Your copy', inspect: 'Looking at the pictures with us' },
  { copy: 'Su copia', inspect: 'Ver las imágenes con nosotros' },
);

/** Why an answer is late, by how far the request had come. */
export const lateCauses = bilingual(
  {
    who: 'We had not finished checking who asks and by what right.',
    searching: 'We had not found everything that you asked for.',
    unsent: 'Our answer was written, but we had not sent it.',
    unfinished: 'We found what you asked for, but your copy was not finished.',
  },
  {
    who: 'No habíamos terminado de comprobar quién pide y con qué derecho.',
    searching: 'No habíamos encontrado todo lo que usted pidió.',
    unsent: 'Nuestra respuesta estaba escrita, pero no la habíamos enviado.',
    unfinished: 'Encontramos lo que usted pidió, pero su copia no estaba terminada.',
  },
);

/** Why somebody else has a copy. */
export const accountedReasons = bilingual(
  {
    'third-party-directive': 'Sent at your direction',
    'wrong-patient': 'Sent to another patient by mistake',
    'wrong-recipient': 'Sent to the wrong person by mistake',
  },
  {
    'third-party-directive': 'Enviado porque usted lo pidió',
    'wrong-patient': 'Enviado por error a otro paciente',
    'wrong-recipient': 'Enviado por error a otra persona',
  },
);

/** Around a denial: what else is given, and when access comes back. */
export const denialWords = bilingual(
  {
    how: 'We write to you when it is ready. You can open it on our page with your reference.',
    'how-post': 'We write to you when it is ready, and give it to you in the way that you asked for.',
    'how-look': 'We write to you with days and times to come and look.',
    rest: '{exam}: everything else of this exam',
    look: '{exam}: looking at it here with us',
    U3: 'when the research ends',
  },
  {
    how: 'Le escribimos cuando esté listo. Puede abrirlo en nuestra página, con su referencia.',
    'how-post': 'Le escribimos cuando esté listo, y se lo damos como usted lo pidió.',
    'how-look': 'Le escribimos con días y horas para venir a ver.',
    rest: '{exam}: todo lo demás de este examen',
    look: '{exam}: verlo aquí con nosotros',
    U3: 'cuando termine la investigación',
  },
);

/** What follows from a review. */
export const reviewActions = bilingual(
  {
    overturned: 'We make your copy and tell you when it is ready.',
    upheld: 'We keep your letter and this answer in your file.',
  },
  {
    overturned: 'Hacemos su copia y le avisamos cuando esté lista.',
    upheld: 'Guardamos su carta y esta respuesta con su solicitud.',
  },
);

/** The law's term, where the facility has no name of its own for the schedule. */
export const destroyedWords = bilingual({ term: '{years}-year schedule' }, { term: 'plazo de {years} años' });

const exams = [examTypeNames, examTimes];

/** Which of them a letter may hold. */
export const filledInto: { readonly [Code in WritableLetter]?: readonly Bilingual[] } = {
  'L-ACK': [...exams, alsoDueNames],
  'L-CLAR': [...exams, unansweredGiven],
  'L-VER': [lackNames, paperNames],
  'L-FMT': [formNames, whyUnable],
  'L-EXT': [readyPart],
  'L-DEN': [...exams, denialWords],
  'L-PART': [...exams, denialWords],
  'L-REV': [reviewActions],
  'L-NOT': exams,
  'L-NONE': [...exams, destroyedWords],
  'L-DIR': [othersCopy],
  'L-AUTH': [othersCopy],
  'L-DONE': [examTypeNames],
  'L-WITH': [examTypeNames],
  'L-LATE': [lateCauses],
  'L-ACCT': [accountedReasons],
  'L-NPR': [whoMayAsk, paperNames],
};
