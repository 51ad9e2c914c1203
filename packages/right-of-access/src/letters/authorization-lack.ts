import type { AuthorizationFault, AuthorizationPart } from '../authorization-part.ts';
import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';

export type AuthorizationLackFacts = LetterSubject & {
  readonly recipient: string;
  readonly missing: readonly AuthorizationPart[];
  readonly faults: readonly AuthorizationFault[];
  /** Where a complete form lies, ready to be signed. */
  readonly remedyAddress: string;
};

const words = bilingual(
  {
    title: 'The form for sending your copy is not complete',
    next: 'We got a form that lets us send your copy to {recipient}. We cannot use it yet. We send nothing to {recipient} until this is put right.',
    'lack-heading': 'What is wrong with it',
    expired: 'It has run out: its last day or event has come.',
    revoked: 'It was taken back.',
    'wrongly combined': 'It is joined with another form. It must stand alone.',
    'wrongly conditioned': 'It makes your care or payment depend on signing. That is not allowed.',
    'known false': 'Something important in it is not true.',
    'description of the information': 'It does not say which pictures or reports to send.',
    'who may disclose': 'It does not say who may send them.',
    'who may receive': 'It does not say who may get them.',
    purpose: 'It does not say what for. “At my request” is enough.',
    'expiry date or event': 'It has no last day.',
    'signature and date': 'The signature or its date is missing.',
    'authority of the representative': 'It does not say why the person who signed may sign for somebody else.',
    'statement: right to revoke': 'It does not say that you can take it back, and how.',
    'statement: whether care depends on signing': 'It does not say whether your care depends on signing.',
    'statement: recipient may redisclose': 'It does not say that who gets the copy may pass it on.',
    'fix-heading': 'What to do',
    fix: 'Open {address}. There is a form with all parts. Sign it with your name. Or call {phone}, and we will mail it to you.',
    'fix-paper':
      'Call {phone}, and we will mail you a form with all parts. Sign it with your name and mail it to the address at the top.',
    'you-heading': 'You can have the copy yourself',
    'send-to-you': 'Your own copy needs no such form. Go to {page} or call {phone}.',
    'send-to-you-paper': 'Your own copy needs no such form. Call {phone}.',
  },
  {
    title: 'El formulario para enviar su copia no está completo',
    next: 'Recibimos un formulario para enviar su copia a {recipient}. Aún no lo podemos usar. No enviamos nada a {recipient} hasta que esté bien.',
    'lack-heading': 'Lo que está mal',
    expired: 'Ya venció: llegó su último día o su fin.',
    revoked: 'Se retiró.',
    'wrongly combined': 'Está unido a otro formulario. Debe ir solo.',
    'wrongly conditioned': 'Hace que su atención o pago dependa de la firma. Eso no se puede.',
    'known false': 'Algo importante en él no es verdad.',
    'description of the information': 'No dice qué imágenes o informes enviar.',
    'who may disclose': 'No dice quién los puede enviar.',
    'who may receive': 'No dice quién los puede recibir.',
    purpose: 'No dice para qué. Basta “porque yo lo pido”.',
    'expiry date or event': 'No tiene último día.',
    'signature and date': 'Falta la firma o su fecha.',
    'authority of the representative': 'No dice por qué quien firmó puede firmar por otra persona.',
    'statement: right to revoke': 'No dice que usted lo puede retirar, ni cómo.',
    'statement: whether care depends on signing': 'No dice si su atención depende de la firma.',
    'statement: recipient may redisclose': 'No dice que quien reciba la copia la puede pasar a otros.',
    'fix-heading': 'Lo que hay que hacer',
    fix: 'Abra {address}. Allí hay un formulario con todo. Fírmelo con su nombre. O llame al {phone} y se lo mandamos por correo.',
    'fix-paper':
      'Llame al {phone} y le mandamos por correo un formulario con todo. Fírmelo con su nombre y mándelo a la dirección de arriba.',
    'you-heading': 'Usted puede tener la copia',
    'send-to-you': 'Su propia copia no necesita ese formulario. Entre en {page} o llame al {phone}.',
    'send-to-you-paper': 'Su propia copia no necesita ese formulario. Llame al {phone}.',
  },
);

/** L-AUTH: which of the nine parts is missing, or that the authorization ended. 45 CFR 164.508(b)(2). */
export const authorizationLack: LetterKind<AuthorizationLackFacts> = {
  when: 'when an authorization lacks a part, has expired or was revoked',
  words,
  complaints: () => false,
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { recipient, remedyAddress: address, byPost } = facts;
    const { phone } = facts.facility;
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say('next', { recipient }) },
      { kind: 'heading', text: say('lack-heading') },
      lacks(facts, language),
      { kind: 'heading', text: say('fix-heading') },
      byPost
        ? { kind: 'paragraph', duties: ['remedy-by-mail'], text: say('fix-paper', { phone }) }
        : { kind: 'paragraph', duties: ['one-step-remedy'], text: say('fix', { address, phone }) },
      { kind: 'heading', text: say('you-heading') },
      {
        kind: 'paragraph',
        duties: ['send-to-you'],
        text: byPost ? say('send-to-you-paper', { phone }) : say('send-to-you', { page: facts.trackAddress, phone }),
      },
    ];
  },
};

function lacks({ missing, faults }: AuthorizationLackFacts, language: LetterLanguage): LetterBlock {
  const say = sayIn(words, language);
  return { kind: 'list', duties: ['missing-parts'], items: [...faults, ...missing].map((lack) => say(lack)) };
}
