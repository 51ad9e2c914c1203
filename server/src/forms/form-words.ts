import type { Inability, LetterLanguage } from '@echoback/right-of-access';
import type { FormKind } from '../store/form-tables.ts';

type InEach = Readonly<Record<LetterLanguage, string>>;

/** What a form is called in the letter that offers it. */
export const formNames: Readonly<Record<FormKind, InEach>> = {
  online: { en: 'MP4 by download', es: 'MP4 para descargar' },
  usb: { en: 'MP4 on USB', es: 'MP4 en una memoria USB' },
  cd: { en: 'DICOM on disc', es: 'DICOM en disco' },
  'several-mails': { en: 'several e-mails', es: 'varios correos' },
  prints: { en: 'printed stills', es: 'imágenes impresas' },
};

/** Why the asked-for form can not be made, for the person: what we are able to do, never what we are used to. */
export const whyUnable: Readonly<Record<Inability, InEach>> = {
  'no equipment makes it': {
    en: 'We have no machine that makes it.',
    es: 'No tenemos una máquina que lo haga.',
  },
  'over the mail limit': {
    en: 'The files are larger than our mail system can send in one message.',
    es: 'Los archivos son más grandes de lo que nuestro correo puede enviar en un mensaje.',
  },
  'own drive is an unacceptable security risk': {
    en: 'A drive from outside could carry harmful software into our computers, so we may not connect it.',
    es: 'Una memoria de fuera puede llevar programas dañinos a nuestras computadoras. No podemos conectarla.',
  },
};

/** Of unencrypted mail, where it is named in the letter that offers other forms. */
export const plainMail: InEach = { en: 'one plain e-mail', es: 'un solo correo sin cifrar' };
