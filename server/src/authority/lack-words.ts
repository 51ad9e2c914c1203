import type { LetterLanguage } from '@echoback/right-of-access';

/** What may be lacking, by the engine's names, as the letter says it. */
const lacks: Readonly<Record<string, Readonly<Record<LetterLanguage, string>>>> = {
  identity: { en: 'Who you are', es: 'Quién es usted' },
  'the relationship': { en: 'That you are the parent or guardian', es: 'Que usted es la madre, el padre o el tutor' },
  'the instrument': {
    en: 'The paper that says that you may act for this person',
    es: 'El papel que dice que usted puede actuar por esta persona',
  },
  'somebody who judged it': { en: 'A look at your paper by our office', es: 'Que nuestra oficina vea su papel' },
  'authority for health-care decisions': {
    en: 'Authority for health-care decisions. The paper that we saw is about other things',
    es: 'El poder para decidir sobre la salud. El papel que vimos trata de otras cosas',
  },
  'authority for the estate': {
    en: 'Authority for the estate of the person who died',
    es: 'El poder para actuar por la herencia de la persona que murió',
  },
  'authority that has begun': { en: 'A paper that is in force today', es: 'Un papel que ya vale hoy' },
  'authority that has not ended': { en: 'A paper that has not run out', es: 'Un papel que no ha vencido' },
  'authority that was not revoked': { en: 'A paper that was not taken back', es: 'Un papel que no se retiró' },
};

const papers: Readonly<Record<string, Readonly<Record<LetterLanguage, string>>>> = {
  'birth certificate': { en: 'a birth certificate', es: 'un acta de nacimiento' },
  'custody order': { en: 'a custody order', es: 'una orden de custodia' },
  'health-care-power-of-attorney': { en: 'a health-care power of attorney', es: 'un poder notarial para la salud' },
  guardianship: { en: 'a guardianship order of a court', es: 'una orden de tutela de un juez' },
  conservatorship: { en: 'a conservatorship order of a court', es: 'una orden de curatela de un juez' },
  'letters-testamentary': { en: 'letters testamentary', es: 'cartas testamentarias' },
  'letters-of-administration': { en: 'letters of administration', es: 'cartas de administración' },
  'small-estate-affidavit': { en: 'a small-estate affidavit', es: 'una declaración jurada de herencia pequeña' },
  other: { en: 'another paper of the same kind', es: 'otro papel de la misma clase' },
  'photo card': { en: 'a card with your photo', es: 'una tarjeta con su foto' },
  code: { en: 'a code that we send to a contact on file', es: 'un código a un contacto suyo que ya tenemos' },
};

export function lackInWords(name: string, language: LetterLanguage): string {
  return lacks[name]?.[language] ?? name;
}

/** Those that have a name to look for; the rest of the list is said once. */
export function papersInWords(names: readonly string[], language: LetterLanguage): string[] {
  return names.flatMap((name) => papers[name]?.[language] ?? []);
}

export const whoMayAsk = {
  died: {
    en: ['The executor or administrator of the estate', 'Somebody whom state law lets act for the person who died'],
    es: ['El albacea o administrador de la herencia', 'Quien por ley del estado puede actuar por la persona que murió'],
  },
  living: {
    en: ['The person in the pictures', 'Somebody who may decide about that person’s health care'],
    es: ['La persona de las imágenes', 'Quien puede decidir sobre la salud de esa persona'],
  },
} as const;
