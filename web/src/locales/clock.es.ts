import type { clockEn } from './clock.en.ts';
import type { Entry } from './text.ts';

export const clockEs: { readonly [K in keyof typeof clockEn]: Entry } = {
  'how-count': 'Cómo contamos',
  'law-us-federal': 'Ley federal (HIPAA)',
  'law-eu-gdpr': 'Ley europea (RGPD)',
  'law-facility': 'Nuestra propia promesa',
  'law-state': 'Ley de {name}',
  'kind-copy': 'para la copia',
  'kind-inspect': 'para ver las imágenes en nuestra oficina',
  governs: 'Este plazo termina primero, así que fija el día.',
  'acts-not': 'Se muestra como información: no mueve el día.',
  extended: 'El {sent} escribimos que necesitamos más tiempo. El nuevo día es el {day}. Solo se puede mover una vez.',
  'extended-because': 'Nuestra razón: {reason}',
  'extension-rule': 'Más tiempo por carta, una sola vez',
  'where-written': 'Dónde está escrito',

  'waiting-for': 'Todavía falta',
  'wait-identity': 'La prueba de quién pide, desde el {day}.',
  'wait-clarification': 'La respuesta a nuestra pregunta, desde el {day}.',
  'wait-fee': 'El pago, desde el {day}.',
  'wait-format': 'Que se elija una forma, desde el {day}.',
  'wait-vendor': 'Alguien que trabaja para nosotros, desde el {day}.',
  'wait-signature': 'La firma, desde el {day}.',
  'deadline-waits': 'Cuando llegue, la fecha límite se cuenta de nuevo.',
  'deadline-stays': 'Nuestro plazo no se ha movido.',
};
