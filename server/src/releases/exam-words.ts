import { examTypeNames } from '@echoback/right-of-access';

export type Language = 'en' | 'es';

/** Languages that letters and packages are written in; anything else is answered in English. */
export function writtenLanguage(language: string): Language {
  return language === 'es' ? 'es' : 'en';
}

/** What a type of exam is called in a file name, a letter or on a page. */
export function examWords(examType: string, language: Language): string {
  const names: Readonly<Record<string, string>> = examTypeNames[language];
  return names[examType] ?? examTypeNames[language].other;
}
