import { type FormGroup, line, tick } from './form-field.ts';

/**
 * The permission for film or paper to somebody else, 45 CFR 164.508(c): who gives it and who receives it, what, what for,
 * until when, the three statements, and a signature of its own.
 */
export function authorizationGroup({ name, officeName }: { name: string; officeName: string }): FormGroup {
  return {
    title: { en: '9. Only for prints to somebody else', es: '9. Solo para papel a otra persona' },
    rows: [
      {
        en: `Fill this in only if paper or film goes to the person in part 6. I let ${name} give that person:`,
        es: `Llénelo solo si va papel o película a la persona de la parte 6. Permito que ${name} le dé a esa persona:`,
      },
      [
        line('authorization.what', 'C', { en: 'Which pictures and reports', es: 'Qué imágenes e informes' }, [
          'deliveries.authorization.describesInformation',
        ]),
        line('authorization.purpose', 'C', { en: '“At my request”, or what for', es: '“A petición mía”, o para qué' }, [
          'deliveries.authorization.purpose',
        ]),
      ],
      [
        line('authorization.expiresOn', 'C', { en: 'Last day of this permission', es: 'Último día de este permiso' }, [
          'deliveries.authorization.expiresOn',
        ]),
        tick(
          'authorization.endsWithRequest',
          { en: 'Or: it ends when this request is done', es: 'O: termina cuando acabe esta solicitud' },
          ['deliveries.authorization.endsWithRequest'],
        ),
      ],
      {
        en: `I can take this permission back at any time by writing to ${officeName}; what was sent before stays sent. ${name} treats me and bills me just the same whether I sign or not. Whoever gets the prints may show them to others, and this law may not protect them there.`,
        es: `Puedo retirar este permiso cuando quiera escribiendo a ${officeName}; lo que ya se envió queda enviado. ${name} me atiende y me cobra igual, firme o no firme. Quien reciba el papel puede mostrarlo a otros, y allí quizá esta ley no lo protege.`,
      },
      [
        tick('authorization.statements', { en: 'I read these three lines', es: 'Leí estas tres líneas' }, [
          'deliveries.authorization.statementsAccepted',
        ]),
      ],
      [
        {
          name: 'authorization.signature',
          kind: 'signature',
          need: 'C',
          label: { en: 'Signature for this permission', es: 'Firma para este permiso' },
        },
        line('authorization.signedOn', 'C', { en: 'Date', es: 'Fecha' }),
        line('authorization.authority', 'C', {
          en: 'If you sign for the patient: your right to',
          es: 'Si firma por el paciente: con qué derecho',
        }),
      ],
    ],
  };
}
