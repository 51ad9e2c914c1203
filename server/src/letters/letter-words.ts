import type { LetterLanguage } from '@echoback/right-of-access';

/** The few words that stand on the paper and not in the letter itself. */
export const letterWords = {
  en: {
    tag: 'en-US',
    reference: 'Your reference',
    page: (page: number, count: number) => `Page ${page} of ${count}`,
    alsoHere: 'This letter in English',
  },
  es: {
    tag: 'es-US',
    reference: 'Su referencia',
    page: (page: number, count: number) => `Página ${page} de ${count}`,
    alsoHere: 'Esta carta en español',
  },
} as const satisfies Record<LetterLanguage, unknown>;
