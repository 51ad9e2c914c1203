import type { RequestFile } from '../request-file.ts';

/** The things that a request needs, and what is decided instead. */
export const places = ['patient', 'identity', 'exams', 'copies', 'fee', 'decisions'] as const;
export type Place = (typeof places)[number];

/** Where the next step is taken; the server says which step it is. */
export function placeOf(file: RequestFile): Place {
  switch (file.next.step) {
    case 'choose-patient':
      return 'patient';
    case 'prove-identity':
    case 'await-identity-code':
      return 'identity';
    case 'preparing':
    case 'post-media':
    case 'await-arrival':
    case 'await-visit':
      return 'copies';
    case 'nothing':
      return file.deliveries.some(({ state }) => state !== 'asked') ? 'copies' : 'exams';
    default:
      return 'exams';
  }
}
