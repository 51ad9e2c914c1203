import type { deskEn } from './desk.en.ts';
import type { Entry } from './text.ts';

export const deskEs: { readonly [K in keyof typeof deskEn]: Entry } = {
  'sign-in': 'Iniciar sesión en la oficina',
};
