import { type FormGroup, line, tick } from './form-field.ts';

/** The statement is the portal's own, with a place for whoever signs. */
export function signatureGroup(statement: { en: string; es: string }): FormGroup {
  return {
    title: { en: '8. Sign', es: '8. Firme' },
    rows: [
      statement,
      [
        {
          name: 'signature',
          kind: 'signature',
          need: 'R',
          label: { en: 'Signature, or your name typed', es: 'Firma, o su nombre escrito' },
          answers: ['signedName'],
        },
        line('signedOn', 'O', { en: 'Date (or we fill it in)', es: 'Fecha (o la ponemos)' }),
        line('signature.mark', 'O', {
          en: 'If you sign with a mark: who saw it',
          es: 'Si firma con una marca: quién la vio',
        }),
      ],
    ],
  };
}

/** For the office: what the portal knows by itself. */
export const staffGroup: FormGroup = {
  title: { en: 'For the office', es: 'Para la oficina' },
  rows: [
    [
      line('staff.received', 'O', { en: 'Received on, at', es: 'Recibido el, a las' }),
      line('staff.channel', 'O', { en: 'Channel, department', es: 'Canal, departamento' }),
      line('staff.identity', 'O', { en: 'How identity was shown', es: 'Cómo se mostró la identidad' }),
    ],
    [tick('staff.scanned', { en: 'Scanned original attached', es: 'Original escaneado adjunto' })],
  ],
};
