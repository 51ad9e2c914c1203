import type { lateAnswersEn } from './late-answers.en.ts';
import type { Entry } from './text.ts';

export const lateAnswersEs: { readonly [K in keyof typeof lateAnswersEn]: Entry } = {
  place: 'Respuestas tardías',
  title: 'Respuestas tardías',
  help: 'Se cuenta de nuevo con el plazo de cada solicitud: una respuesta el primer día tarde es tardía. Queda en esta lista.',
  from: 'Recibidas desde',
  to: 'Recibidas hasta',
  reading: 'Contando…',
  summary: 'De {received} recibidas, {inTime} se respondieron a tiempo y {late} tarde o todavía no.',
  none: 'Nada está tarde',
  request: 'Solicitud',
  received: 'Recibida',
  due: 'Vencía',
  answered: 'Respondida',
  'not-answered': 'todavía no',
  days: 'Días de retraso',
  returned: 'Acceso que ha vuelto',
  'returned-help':
    'Se negó hasta un día que ya llegó. Se le dijo a la persona que su acceso vuelve: abra el examen otra vez y délo.',
  'returned-on': '{reference}: desde el {day}',
};
